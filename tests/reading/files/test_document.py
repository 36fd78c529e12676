import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.fuzz.fuzz_files import fuzz, seeds
from tests.reading.files.making import (
    abstract,
    cell,
    doc,
    docx,
    level,
    num,
    numbered,
    ole,
    package,
    paragraph,
    pdf,
    pdf_of_pages,
    pdf_text,
    table,
    xlsx,
)
from wenming.reading import files
from wenming.reading.files.document import LARGEST_FILE, Document, open_document
from wenming.reading.messages import SENTENCES, say
from wenming.reading.model import UnreadableDocument

SENTENCE = "推动城市环境、公共秩序、公共服务持续提升，每季度调度一次。"
MEGABYTE = 1024 * 1024


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_plain_text_as_it_stands(tmp_path: Path) -> None:
    text = "一、总体要求\r\n二、任务\n"
    data = text.encode("gbk")
    expected = Document("方案.txt", hashlib.sha256(data).hexdigest(), text, is_plain=True)
    assert open_document(put(tmp_path, "方案.txt", data)) == expected


def test_markdown_is_plain(tmp_path: Path) -> None:
    text = "# 方案\n\n<div>甲</div>\n"
    assert open_document(put(tmp_path, "a.md", text.encode())).text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(
            docx(numbered("甲"), numbering=abstract(level(0, "chineseCounting", "%1、")) + num()), "一、甲", id="Word"
        ),
        pytest.param(xlsx('<row r="1"><c r="A1"><v>3</v></c></row>'), "3", id="spreadsheet"),
        pytest.param(pdf_of_pages([pdf_text(90, 700, "一、总体要求")]), "一、总体要求", id="PDF"),
        pytest.param(b"<html><body><p>A</p><p>B</p>", "A\nB", id="web page"),
        pytest.param(seeds()["mht"], "x", id="saved mail"),
    ],
)
def test_each_kind_whatever_its_name(tmp_path: Path, data: bytes, text: str) -> None:
    document = open_document(put(tmp_path, "upload.tmp", data), name="方案.txt")
    assert (document.name, document.text, document.is_plain) == ("方案.txt", text, False)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_files_that_are_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableDocument, match="file_missing"):
        open_document(tmp_path / name)


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableDocument, match="file_missing"):
        open_document(tmp_path / "pipe")


def deflated(data: bytes) -> bytes:
    packed = zlib.compress(zlib.compress(data, 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, stream])


def main_part(content: str) -> bytes:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    return package({"_rels/.rels": relations, "word/document.xml": content})


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
MERGED = [[cell("长" * 100_000, properties='<w:vMerge w:val="restart"/>'), cell("1")]]
MERGED += [[cell(properties="<w:vMerge/>"), cell("1")]] * 20_000

ROWSPANS = ("<tr>" + "<td rowspan=99>格" * 10).encode()

HOSTILE = [
    pytest.param(b"", "file_empty", id="empty"),
    pytest.param(b"a" * (LARGEST_FILE + 1), "file_huge", id="huge"),
    pytest.param(bytes(range(256)) * 400, "file_binary", id="binary"),
    pytest.param("青石\0县".encode(), "file_binary", id="NUL in a text"),
    pytest.param(ole("EncryptedPackage"), "file_locked", id="encrypted"),
    pytest.param(pdf_of_pages([b""]), "file_no_text_layer", id="image only"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "file_picture", id="picture"),
    pytest.param(main_part("0" * 80_000_000), "file_bomb", id="zip bomb"),
    pytest.param(package({f"word/{n}": b"" for n in range(20_000)}), "file_bomb", id="members without end"),
    pytest.param(package({"inner.zip": package({"inner.zip": b"0" * MEGABYTE})}), "file_archive", id="zips in a zip"),
    pytest.param(main_part("<w:p/>" * 2_500_000), "file_damaged", id="elements without a root"),
    pytest.param(docx("<w:p/>" * 2_500_000), "file_demanding", id="elements without end"),
    pytest.param(docx(table(*MERGED)), "file_bomb", id="merged cells that multiply"),
    pytest.param(main_part("<w:document>"), "file_damaged", id="malformed"),
    pytest.param(main_part(ENTITY), "file_entities", id="outside entity"),
    pytest.param(docx("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000), "file_damaged", id="deep XML"),
    pytest.param(b"<html>" + b"<div>" * 100_000 + b"x", "file_demanding", id="deep page"),
    pytest.param(xlsx(FAR), "file_demanding", id="a sheet of the largest size"),
    pytest.param(xlsx(" " * 70_000_000), "file_bomb", id="bomb in a sheet"),
    pytest.param(deflated(b"0 " * 50_000_000), "file_no_text_layer", id="bomb in a PDF"),
    pytest.param(docx(paragraph("甲"))[:-9], "file_damaged", id="cut off"),
    pytest.param(b"<html><table>" + ROWSPANS * 20_000, "file_bomb", id="a page of merged cells"),
    pytest.param(doc()[:3000], "file_damaged", id="old Word file cut off"),
    pytest.param(doc(flags=0x0300), "file_locked", id="old Word file encrypted"),
    pytest.param(doc()[:8] + bytes(range(256)) * 4000, "file_unknown", id="noise named as an old Word file"),
    pytest.param(rb"{\rtf1 " + b"{" * 1_000_000, "file_damaged", id="groups in groups of rich text"),
    pytest.param(rb"{\rtf1 " + rb"\par" * 3_000_000, "file_huge", id="paragraphs of rich text without end"),
    pytest.param(package({"../../../tmp/word/document.xml": "<x/>"}), "file_archive", id="a path that climbs out"),
]

MEASURE = """
import json, resource, sys, pathlib
from wenming.reading.files.document import open_document
from wenming.reading.model import UnreadableDocument
try:
    end = str(len(open_document(pathlib.Path(sys.argv[1])).text))
except UnreadableDocument as refusal:
    end = refusal.code
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
# What the system keeps of this process's own peak counts its parent's, from before it was started.
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([end, sum(u.ru_utime + u.ru_stime for u in used), max(own, used[1].ru_maxrss) / 1024]))
"""


def measured(path: Path) -> tuple[str, float, float]:
    """How opening ended, in a process of its own: code or length, processor seconds, megabytes."""
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, check=True, timeout=600)
    assert done.stderr == b""
    end, seconds, megabytes = json.loads(done.stdout)
    return end, seconds, megabytes


@pytest.mark.parametrize(("data", "code"), HOSTILE)
def test_hostile_files_cost_little(tmp_path: Path, data: bytes, code: str) -> None:
    end, seconds, megabytes = measured(put(tmp_path, "file", data))
    assert end == code
    assert seconds < 2
    assert megabytes < 512


LARGE = [
    pytest.param((SENTENCE + "\n").encode() * (5 * MEGABYTE // 88), id="5 MB of plain text"),
    pytest.param(docx(paragraph(SENTENCE) * (5 * MEGABYTE // 88)), id="5 MB of text in Word"),
    pytest.param(f"<html><p>{SENTENCE}".encode() * (5 * MEGABYTE // 97), id="5 MB of web page"),
    pytest.param(docx(table(*[[cell("格", "二") for _ in range(8)]] * 4_000)), id="32,000 cells in Word"),
    pytest.param(b"<html><table>" + ("<tr>" + "<td>格子" * 10).encode() * 4_000, id="40,000 cells in a page"),
]


@pytest.mark.parametrize("data", LARGE)
def test_large_files_work(tmp_path: Path, data: bytes) -> None:
    end, seconds, megabytes = measured(put(tmp_path, "file.html", data))
    assert int(end) > 100_000
    assert seconds < 10
    assert megabytes < 512


def test_every_refusal_has_its_sentence_in_both_languages() -> None:
    source = Path(files.__file__).parent
    texts = [path.read_text(encoding="utf-8") for path in source.glob("*.py")]
    used = {code for text in texts for code in re.findall(r'"(file_\w+)"', text)}
    assert used == {code for code in SENTENCES if code.startswith("file_")}
    for code in used:
        chinese, english = say(code, {}), say(code, {}, "en")
        assert chinese.endswith("。")
        assert english.endswith(".")
        assert "：" in chinese
        assert ":" in english


def test_damaged_files_end_in_a_document_or_a_refusal() -> None:
    ends, tracebacks = fuzz(12, seed=2026)
    assert len(ends) > 2
    assert tracebacks == []
