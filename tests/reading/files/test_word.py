import io
import zipfile

import pytest

from tests.reading.files.making import abstract, cell, docx, level, num, numbered, package, paragraph, table
from wenming.reading.files.word import read_word
from wenming.reading.model import UnreadableDocument

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
SHOWN = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
STYLED = '<w:rPr><w:rStyle w:val="A"/></w:rPr>'
DELETED_MARK = "<w:rPr><w:del/></w:rPr>"
CONTENTS = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
CHOICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph("一、要求") + paragraph() + paragraph("甲"), "一、要求\n甲", id="empty paragraphs"),
        pytest.param(f"<w:p>{run('牵头')}{run('单位')}</w:p>", "牵头单位", id="runs of one word"),
        pytest.param("<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>", "上\n下", id="soft break"),
        pytest.param('<w:p><w:r><w:t>上</w:t><w:br w:type="page"/><w:t>下</w:t></w:r></w:p>', "上下", id="page break"),
        pytest.param("<w:p><w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>", "1-2", id="hyphen"),
        pytest.param(f"<w:p><w:hyperlink>{run('见附件')}</w:hyperlink></w:p>", "见附件", id="link"),
        pytest.param(f"<w:p>{run('显')}{run('隐', HIDDEN)}{run('露')}</w:p>", "显露", id="hidden run"),
        pytest.param(f"<w:p>{run('甲', SHOWN)}</w:p>", "甲", id="hiding switched off"),
        pytest.param(f"<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{run('新')}</w:ins></w:p>", "新",
                     id="tracked changes"),
        pytest.param(f"<w:p><w:moveFrom>{run('搬')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo></w:p>", "来",
                     id="moved"),
        pytest.param(paragraph("前半", properties=DELETED_MARK) + paragraph("后半"), "前半后半", id="deleted mark"),
        pytest.param(paragraph("末尾", properties=DELETED_MARK), "末尾", id="deleted mark at the end"),
        pytest.param(f"<w:ins>{paragraph('整段')}</w:ins>", "整段", id="inserted paragraph"),
        pytest.param(f"<w:p>{CHOICE.format(paragraph('框内'))}{run('正文')}</w:p>", "正文\n框内", id="text box once"),
        pytest.param(f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{paragraph('旧框')}</w:txbxContent></v:textbox>"
                     "</w:pict></w:r></w:p>", "旧框", id="old text box"),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>", "控件", id="content control"),
        pytest.param(f"<w:p>{field(' PAGEREF x ', run('12'))}</w:p>", "12", id="field"),
        pytest.param(f"<w:p>{field(' TOC 1-3 ', run('一、目标 3'))}</w:p>{paragraph('正文')}", "正文",
                     id="contents field"),
        pytest.param(f"<w:sdt>{CONTENTS}<w:sdtContent>{paragraph('录')}</w:sdtContent></w:sdt>{paragraph('文')}", "文",
                     id="contents control"),
        pytest.param(f"<w:p><w:r><w:ruby><w:rt>{run('pīn')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r></w:p>",
                     "拼", id="reading aids"),
        pytest.param("<w:p><m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath></w:p>", "95%", id="formula"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(body: str, expected: str) -> None:
    assert read_word(docx(body)) == expected


def test_hidden_styles_hide_their_text() -> None:
    styles = (
        f'<w:style w:styleId="A">{HIDDEN}</w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    body = "".join(paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in "ABC")
    body += f"<w:p>{run('D', STYLED)}{run('E')}</w:p>"
    assert read_word(docx(body, styles=styles)) == "C\nE"


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = numbered("", 0).replace(
        "</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    )
    numbering = abstract(level(0, "chineseCounting", "%1、")) + num()
    assert read_word(docx(numbered("甲") + gone + numbered("乙"), numbering=numbering)) == "一、甲\n二、乙"


def test_notes_stand_at_the_end() -> None:
    notes = (
        f'<w:footnote w:type="separator">{paragraph("——")}</w:footnote><w:footnote>{paragraph("见附件2")}</w:footnote>'
    )
    assert read_word(docx(paragraph("正文"), footnotes=notes)) == "正文\n注：见附件2"


def test_parts_may_have_any_name() -> None:
    numbering = abstract(level(0, "decimal", "%1.")) + num()
    data = docx(numbered("甲"), numbering=numbering)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    renamed = {
        name.replace("document", "main2").replace("numbering", "lists2"): content.replace(
            b"word/document.xml", b"/word/main2.xml"
        ).replace(b"numbering.xml", b"lists2.xml")
        for name, content in members.items()
    }
    assert read_word(package(renamed)) == "1.甲"


def test_headers_and_comments_are_left_out() -> None:
    assert read_word(docx(paragraph("正文"), header1=paragraph("页眉"), comments=paragraph("批注"))) == "正文"


def test_the_strict_variant_of_the_format() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert read_word(package({"_rels/.rels": relations, "word/document.xml": document})) == "严格"


SPAN = '<w:gridSpan w:val="2"/>'
DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def test_a_responsibility_table() -> None:
    body = table(
        [cell("任务分解表", properties='<w:gridSpan w:val="5"/>')],
        [cell("序号", properties=DOWN), cell("任务", properties=DOWN), cell("责任单位", properties=SPAN),
         cell("时限", properties=DOWN)],
        [cell(properties=ON), cell(properties=ON), cell("牵头"), cell("配合"), cell(properties=ON)],
        [cell("1"), cell("整治背街小巷", "补齐路灯"), cell("县住建局", properties=DOWN), cell("各乡镇"),
         cell("6月底前")],
        [cell("2"), cell("规范集贸市场"), cell(properties=ON), cell(), cell("年底前")],
    )  # fmt: skip
    assert read_word(docx(body)).split("\n") == [
        "任务分解表",
        "序号\t任务\t牵头单位\t配合单位\t时限",
        "1\t整治背街小巷 补齐路灯\t县住建局\t各乡镇\t6月底前",
        "2\t规范集贸市场\t县住建局\t\t年底前",
    ]


def test_a_deleted_row_is_left_out() -> None:
    body = table([cell("甲"), cell("乙")], [cell("丙"), cell("丁")]).replace(
        "<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1
    )
    assert read_word(docx(body)) == "丙\t丁"


def test_automatic_numbers_alone_in_a_cell() -> None:
    row = f"<w:tc>{numbered('')}</w:tc>" + cell("任务")
    numbering = abstract(level(0, "decimal", "%1")) + num()
    assert read_word(docx(table([row], [row]), numbering=numbering)) == "1\t任务\n2\t任务"


def test_a_table_inside_a_cell_follows_its_row() -> None:
    inner = table([cell("子1"), cell("子2")], [cell("子3"), cell("子4")])
    body = table([f"<w:tc>{paragraph('甲')}{inner}{paragraph()}</w:tc>", cell("乙")])
    assert read_word(docx(body)) == "甲\t乙\n子1\t子2\n子3\t子4"


@pytest.mark.parametrize("main", ["<w:document", "<x/>", ""])
def test_a_broken_main_part(main: str) -> None:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    data = package({"_rels/.rels": relations, "word/document.xml": main})
    if main == "<x/>":
        assert read_word(data) == ""
        return
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        read_word(data)
