"""The official look, measured in the file."""

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from wenming.files.official import BODY, LEVELS, TITLE, dress, indent


@pytest.fixture(scope="module")
def dressed() -> Document:
    document = docx.Document()
    dress(document)
    return document


def test_the_type_area_is_156_by_225_mm(dressed: Document) -> None:
    page = dressed.sections[0]
    margins = [page.left_margin, page.right_margin, page.top_margin, page.bottom_margin]
    left, right, top, bottom = (margin or 0 for margin in margins)
    width, height = (page.page_width or 0) - left - right, (page.page_height or 0) - top - bottom
    assert (round(width / Mm(1)), round(height / Mm(1))) == (156, 225)


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [
        (TITLE, "方正小标宋简体", 22),
        (LEVELS[0], "黑体", 16),
        (LEVELS[1], "楷体_GB2312", 16),
        (LEVELS[2], "仿宋_GB2312", 16),
        (BODY, "仿宋_GB2312", 16),
    ],
)
def test_typefaces(dressed: Document, style: str, face: str, size: int) -> None:
    font = dressed.styles[style].font
    fonts = font.element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == face
    assert not [name for name in fonts.attrib if name.lower().endswith("theme")]
    assert font.size == Pt(size)


def test_the_body(dressed: Document) -> None:
    style = dressed.styles[BODY]
    assert style.paragraph_format.line_spacing == pytest.approx(Pt(28.95), abs=Pt(0.05))
    assert style.element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert style.element.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"


def test_the_title_stands_in_the_middle(dressed: Document) -> None:
    style = dressed.styles[TITLE]
    assert style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert style.element.pPr.ind.get(qn("w:firstLineChars")) == "0"


def test_headings_are_three_levels_of_one_list(dressed: Document) -> None:
    numbered = [dressed.styles[name].element.pPr.numPr for name in LEVELS]
    assert [number.ilvl.val for number in numbered] == [0, 1, 2]
    assert len({number.numId.val for number in numbered}) == 1
    list_of = dressed.part.numbering_part.element.num_having_numId(numbered[0].numId.val).abstractNumId.val
    kinds = dressed.part.numbering_part.element.findall(qn("w:abstractNum"))
    (kind,) = (one for one in kinds if one.get(qn("w:abstractNumId")) == str(list_of))
    written = [level.find(qn("w:lvlText")).get(qn("w:val")) for level in kind.findall(qn("w:lvl"))]
    bound = [level.find(qn("w:pStyle")).get(qn("w:val")) for level in kind.findall(qn("w:lvl"))]
    assert written == ["%1、", "（%2）", "%3."]
    assert bound == [dressed.styles[name].style_id for name in LEVELS]


def test_page_numbers_stand_at_the_outer_side(dressed: Document) -> None:
    page = dressed.sections[0]
    assert dressed.settings.odd_and_even_pages_header_footer
    for footer, side in ((page.footer, WD_ALIGN_PARAGRAPH.RIGHT), (page.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        paragraph = footer.paragraphs[0]
        (field,) = paragraph.paragraph_format.element.findall(qn("w:fldSimple"))
        assert field.get(qn("w:instr")) == "PAGE"
        assert paragraph.text == "—  —"
        assert paragraph.alignment == side


def test_an_indent_replaces_the_one_before() -> None:
    paragraph = docx.Document().add_paragraph("正文")
    indent(paragraph, first=200)
    indent(paragraph, right=400)
    (element,) = paragraph.paragraph_format.element.pPr.findall(qn("w:ind"))
    assert element.get(qn("w:firstLineChars")) == "0"
    assert element.get(qn("w:rightChars")) == "400"
    assert element.get(qn("w:right")) == "1280"
