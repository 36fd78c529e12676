"""Opens damaged files, round after round: ``python -m tests.fuzz.fuzz_files ROUNDS SEED``.

Each round takes a good file, damages it (its bytes, or the XML inside it) and opens it. A round must end in a document
or in a refusal that has its sentence, in time; a reader that falls over with a traceback is a fault and is shown.
"""

import io
import logging
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.reading.files import making
from wenming.reading.files.document import open_document
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument

MAIL = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n"
RICH = rb"{\rtf1\ansi {\b 1.}\u25991 ?\par {\trowd\cellx900\intbl a\cell\row}}"
SPANNED = 'table:number-rows-spanned="2"'
LONGEST = 30.0  # seconds of one round on a busy computer, LibreOffice included
_PIECES = [
    b"<",
    b">",
    b"&",
    b"\0",
    b"\xff\xff\xff\xff",
    b"999999999",
    b"-1",
    b"%n",
    b"]]>",
    b"<!DOCTYPE x>",
    b"/",
    b"[",
    b"(" * 50,
]


def seeds() -> dict[str, bytes]:
    """A good file of each kind; of a .doc only the outline, which LibreOffice refuses."""
    numbering = (
        making.abstract(making.level(0, "chineseCounting", "%1、") + making.level(1, "decimal", "%1.%2")) + making.num()
    )
    table = making.table(
        [
            making.cell("任务", properties='<w:vMerge w:val="restart"/>'),
            making.cell("责任", properties='<w:gridSpan w:val="2"/>'),
        ],
        [making.cell(properties="<w:vMerge/>"), making.cell("牵头"), making.cell("配合")],
    )
    page = (
        making.pdf_text(90, 700, "一、总体要求")
        + making.pdf_rule(90, 600, 300, 600)
        + making.pdf_rule(90, 500, 90, 600)
    )
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>任务</t></is></c><c r="B2"><v>45000</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    html = "<html><body><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><ol start=3><li>丁</ol><p>方案。</p>"
    return {
        "docx": making.docx(making.numbered("甲") + making.numbered("乙", 1) + table, numbering=numbering),
        "xlsx": making.xlsx(cells, more=merged),
        "ods": making.ods("<table:table-row>" + making.ods_cell("甲", SPANNED) + "</table:table-row>"),
        "pdf": making.pdf_of_pages([page, page]),
        "html": html.encode(),
        "gbk": "一、总体要求（责任单位：县住建局）".encode("gbk"),
        "mht": MAIL,
        "doc": making.doc(),
        "rtf": RICH,
        "xls": making.xls({(0, 0): "序号", (1, 0): 1.5, (1, 1): "整治"}, [(1, 2, 1, 1)]),
    }


def damaged(data: bytes, chance: Random) -> bytes:
    """``data`` with a few bytes changed, put in, taken out or doubled; of a zip rather one of its members."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _damaged_member(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        start = chance.randrange(len(changed) + 1)
        end = min(start + chance.choice((0, 1, 4, 40, 400)), len(changed))
        piece = chance.choice((b"", chance.choice(_PIECES), chance.randbytes(3), bytes(changed[start:end]) * 3))
        changed[start:end] = piece
    return bytes(changed)


def _damaged_member(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    members[name] = damaged(members[name], chance)
    return making.package(members)


class Falls(logging.Handler):
    """Collects the tracebacks of readers that fell over."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.tracebacks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, where it holds a traceback."""
        message = record.getMessage()
        if "Traceback" in message:
            self.tracebacks.append(message)


def fuzz(rounds: int, seed: int) -> tuple[Counter[str], list[str]]:
    """How so many rounds ended, by code, and the tracebacks of readers that fell over."""
    falls = Falls()
    log = logging.getLogger("wenming.reading.files.fence")
    log.addHandler(falls)
    log.setLevel(logging.DEBUG)
    try:
        return _ends(rounds, Random(seed)), falls.tracebacks
    finally:
        log.removeHandler(falls)
        log.setLevel(logging.NOTSET)


def _ends(rounds: int, chance: Random) -> Counter[str]:
    ends: Counter[str] = Counter()
    files = seeds()
    with tempfile.TemporaryDirectory() as folder:
        for _round in range(rounds):
            kind = chance.choice(sorted(files))
            path = Path(folder) / f"file.{kind}"
            path.write_bytes(damaged(files[kind], chance))
            before = time.monotonic()
            ends[_end(path)] += 1
            if time.monotonic() - before > LONGEST:
                raise TimeoutError(path.read_bytes())
    return ends


def _end(path: Path) -> str:
    try:
        open_document(path)
    except UnreadableDocument as refusal:
        assert say(refusal.code, refusal.about)
        return refusal.code
    return "opened"


if __name__ == "__main__":
    how, tracebacks = fuzz(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write("\n".join([str(dict(how)), *tracebacks[:5], ""]))
    sys.exit(1 if tracebacks else 0)
