import subprocess
from pathlib import Path
from shutil import which

import docx
import pytest

from tests.reading.files.making import pdf, pdf_of_pages, pdf_rule, pdf_text
from wenming.reading.files.pdf import read_pdf
from wenming.reading.model import UnreadableDocument

LONG = "推动城市环境公共秩序公共服务持续提升形成常态长效机制"  # 26 characters of 16 points fill the line


def test_paragraphs_heads_and_page_numbers() -> None:
    def page(number: int) -> bytes:
        return (
            pdf_text(90, 800, "青石县文件", size=10)
            + pdf_text(122, 700, "甲乙丙"[number - 1] + LONG[:23])
            + pdf_text(90, 672, LONG)
            + pdf_text(90, 644, "并于年底前完成。")
            + pdf_text(122, 616, "下一项")
            + pdf_text(122, 588, "到" + "春夏秋"[number - 1] + "天为止。")
            + pdf_text(280, 60, f"— {number} —", size=12)
        )

    text = read_pdf(pdf_of_pages([page(number) for number in (1, 2, 3)]))
    assert text.split("\n") == [
        line
        for first, last in ("甲春", "乙夏", "丙秋")
        for line in (f"{first}{LONG[:23]}{LONG}并于年底前完成。", "下一项", f"到{last}天为止。")
    ]


def test_a_ruled_table_stands_where_it_is() -> None:
    ruled = b"".join(pdf_rule(90, y, 490, y) for y in (700, 670, 640)) + b"".join(
        pdf_rule(x, 640, x, 700) for x in (90, 140, 490)
    )
    cells = pdf_text(95, 680, "序号", size=12) + pdf_text(150, 680, "任务", size=12)
    cells += pdf_text(95, 650, "1", size=12) + pdf_text(150, 650, "整治背街小巷", size=12)
    data = pdf_of_pages([pdf_text(90, 730, "附表") + ruled + cells + pdf_text(90, 600, "完")])
    assert read_pdf(data) == "附表\n序号\t任务\n1\t整治背街小巷\n完"


def turned(x: float, y: float, text: str) -> bytes:
    """Text that runs upwards."""
    return b"BT /F1 12 Tf 0 1 -1 0 %g %g Tm <%s> Tj ET\n" % (x, y, text.encode("utf-16-be").hex().encode())


def test_a_wide_table_printed_upwards() -> None:
    ruled = b"".join(pdf_rule(x, 90, x, 490) for x in (100, 130, 160))
    ruled += b"".join(pdf_rule(100, y, 160, y) for y in (90, 140, 490))
    cells = turned(120, 95, "序号") + turned(120, 150, "任务") + turned(150, 95, "1") + turned(150, 150, "整治背街小巷")
    assert read_pdf(pdf_of_pages([turned(80, 95, "附表") + ruled + cells])) == "附表\n序号\t任务\n1\t整治背街小巷"


def test_a_watermark_across_the_page() -> None:
    mark = b"BT /F1 60 Tf .7 .7 -.7 .7 200 300 Tm <%s> Tj ET\n" % "内部资料".encode("utf-16-be").hex().encode()
    assert read_pdf(pdf_of_pages([mark + pdf_text(90, 700, "一、总体要求")])) == "一、总体要求"


LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>] " % (b"00" * 32, b"00" * 32)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(pdf_of_pages([b"", b""]), "file_no_text_layer", id="no text"),
        pytest.param(pdf_of_pages([pdf_text(9, 9, "章")] * 2), "file_no_text_layer", id="a stamp"),
        pytest.param(pdf_of_pages([pdf_text(9, 9, "\ue001\ue002\ue003文")]), "file_no_text_layer", id="nameless"),
        pytest.param(pdf_of_pages([pdf_text(9, 9, LONG)], trailer=LOCK), "file_locked", id="a password"),
        pytest.param(b"%PDF-1.7\n" + b"x" * 999, "file_damaged", id="no pages"),
        pytest.param(pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R] >>"]),
                     "file_damaged", id="pages in a ring"),
    ],
)  # fmt: skip
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        read_pdf(data)


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_what_an_office_prints(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("一、总体要求")
    document.add_paragraph(LONG * 4 + "。")
    table = document.add_table(2, 3, style="Table Grid")
    texts = (
        "序号",
        "任务",
        "责任单位",
        "1",
        "整治背街小巷，补齐照明设施，修补破损路面",
        "县住房和城乡建设局、县城市管理局",
    )
    for cell, text in zip((cell for row in table.rows for cell in row.cells), texts, strict=True):
        cell.text = text
    document.save(str(tmp_path / "plan.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    lines = read_pdf((tmp_path / "plan.pdf").read_bytes()).split("\n")
    assert lines == ["一、总体要求", LONG * 4 + "。", "\t".join(texts[:3]), "\t".join(texts[3:])]
