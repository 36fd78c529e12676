"""The official look of a paper in Word (GB/T 9704-2012): page, typefaces, automatic numbers, page numbers.

Typefaces are named, not carried: 方正小标宋简体, 仿宋_GB2312, 楷体_GB2312 and 黑体 are on the offices' computers.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

TITLE, NOTE, LABEL, BODY, HEAD, CELL = "公文标题", "题注", "附件标识", "Normal", "表头", "表格文字"
LEVELS = ("Heading 1", "Heading 2", "条")  # 一、 （一） 1.
SONG, FANG, KAI, HEI, SIMSUN = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
LATIN = "Times New Roman"
LINE = Pt(28.95)  # 22 lines on 225 mm (5.2.3)
TYPE_AREA = 156.0  # mm, its width
TWIPS = 320  # of one character of the body, 16 pt
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip entry can bear
_OTHERS = (  # style, typeface, points, alignment
    (TITLE, SONG, 22, WD_ALIGN_PARAGRAPH.CENTER),
    (NOTE, KAI, 16, WD_ALIGN_PARAGRAPH.CENTER),
    (LABEL, HEI, 16, WD_ALIGN_PARAGRAPH.LEFT),
    (HEAD, HEI, 10.5, WD_ALIGN_PARAGRAPH.CENTER),
    (CELL, FANG, 10.5, WD_ALIGN_PARAGRAPH.CENTER),
)
_NUMBERS = (  # number format, how it is written, typeface (7.3.3)
    ("chineseCountingThousand", "%1、", HEI),
    ("chineseCountingThousand", "（%2）", KAI),
    ("decimal", "%3.", FANG),
)


def dress(document: Document) -> None:
    """Gives an empty document the page, the styles, the numbers and the page numbers of an official paper."""
    _page(document)
    _styles(document)
    _number_headings(document)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(document.sections[0].footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(document.sections[0].even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def indent(target: Paragraph | ParagraphStyle, *, first: int = 0, left: int = 0, right: int = 0) -> None:
    """Indents by hundredths of a character, so that the indent follows the size of the type."""
    properties = target.paragraph_format.element.get_or_add_pPr()
    for old in properties.findall(qn("w:ind")):
        properties.remove(old)
    element = properties.get_or_add_ind()
    for name, value in (("firstLine", first), ("left", left), ("right", right)):
        element.set(qn(f"w:{name}Chars"), str(value))
        element.set(qn(f"w:{name}"), str(value * TWIPS // 100))  # for programs that do not know characters


def keep_rows(table: Table) -> None:
    """No row is cut by the end of a page, and the head row comes again on the next."""
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx knows neither property
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        if at == 0:
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def as_bytes(document: Document) -> bytes:
    """The document as a file: the same bytes for the same document, whenever it is written."""
    written, buffer = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _page(document: Document) -> None:
    """A4, a type area of 156 by 225 mm (5.1, 5.2.1), a grid of lines."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)  # the dash stands 7 mm under the type area (7.5)
    grid = document.element.body.get_or_add_sectPr().find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "579")


def _styles(document: Document) -> None:
    body = document.styles[BODY]
    _set(body, FANG, 16)
    indent(body, first=200)
    body.element.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))
    for name in ("autoSpaceDE", "autoSpaceDN"):  # no gap between Chinese and digits: 28 characters fill a line
        _layout(body, name)
    for name, face, size, align in _OTHERS:
        style = _new(document, name)
        _set(style, face, size, align)
        indent(style)
        if size < 16:
            style.paragraph_format.line_spacing = Pt(size * 1.5)
            _layout(style, "snapToGrid")
    tight = parse_xml(f'<w:spacing {nsdecls("w")} w:val="-20"/>')  # twenty characters of a title stay on one line
    document.styles[TITLE].element.get_or_add_rPr().insert_element_before(tight, "w:sz")
    for name, (_, _, face) in zip(LEVELS, _NUMBERS, strict=True):
        style = document.styles[name] if name in document.styles else _new(document, name)
        _set(style, face, 16)
        indent(style, first=200)


def _layout(style: ParagraphStyle, name: str) -> None:
    """Switches off a property of the layout that python-docx does not know."""
    off = parse_xml(f'<w:{name} {nsdecls("w")} w:val="0"/>')
    style.element.get_or_add_pPr().insert_element_before(off, "w:spacing")


def _new(document: Document, name: str) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[BODY]
    return style


def _set(style: ParagraphStyle, face: str, size: float, align: WD_ALIGN_PARAGRAPH | None = None) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), False, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]  # a theme's typeface would win over the named one
    for name, value in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", face), ("cs", LATIN)):
        fonts.set(qn(f"w:{name}"), value)
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    layout.space_before = layout.space_after = Pt(0)
    layout.alignment = align if align is not None else WD_ALIGN_PARAGRAPH.JUSTIFY


def _number_headings(document: Document) -> None:
    """Word numbers the headings itself: one list of three levels, each bound to its style."""
    numbering = document.part.numbering_part.element
    taken = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    number = max(taken, default=-1) + 1
    styles = [document.styles[name].style_id for name in LEVELS]
    levels = "".join(_level(at, styles[at], *row) for at, row in enumerate(_NUMBERS))
    kind = f'<w:multiLevelType w:val="multilevel"/>{levels}'
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}</w:abstractNum>')
    numbering.insert(0, abstract)
    instance = numbering.add_num(number)
    for at, name in enumerate(LEVELS):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = at
        properties.get_or_add_numId().val = instance.numId


def _level(at: int, style: str, shape: str, written: str, face: str) -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{face}"/><w:b w:val="0"/><w:sz w:val="32"/>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{written}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLineChars="200" w:firstLine="{2 * TWIPS}"/></w:pPr>'
        f"<w:rPr>{fonts}</w:rPr></w:lvl>"
    )


def _page_number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 — in 14 pt at the outer side, one character in (7.5)."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    indent(paragraph, left=100, right=100)
    type_ = f'<w:rPr><w:rFonts w:ascii="{SIMSUN}" w:hAnsi="{SIMSUN}" w:eastAsia="{SIMSUN}"/><w:sz w:val="28"/></w:rPr>'
    before, number, after = (f'<w:r>{type_}<w:t xml:space="preserve">{text}</w:t></w:r>' for text in ("— ", "1", " —"))
    field = f'<w:fldSimple w:instr="PAGE">{number}</w:fldSimple>'
    for piece in parse_xml(f"<w:p {nsdecls('w')}>{before}{field}{after}</w:p>"):
        paragraph.paragraph_format.element.append(piece)
