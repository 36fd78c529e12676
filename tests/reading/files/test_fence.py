import signal
import textwrap
from pathlib import Path

import pytest

from wenming.reading.files import fence
from wenming.reading.model import UnreadableDocument

READER = "wenming_test_reader"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Module":
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return Module(tmp_path / f"{READER}.py")


class Module:
    """A reader that is written for one test and run as a child."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self, body: str, data: bytes = b"x") -> str:
        start = "from wenming.reading.files import fence\nfrom wenming.reading.model import UnreadableDocument\n"
        start += "def read(data):\n"
        self.path.write_text(start + textwrap.indent(body, "    ") + "\nfence.answer(read)\n", encoding="utf-8")
        return fence.read_inside(READER, data)


def test_the_answer(module: Module) -> None:
    assert module.read("return data.decode() + '县'", "青石".encode()) == "青石县"


def test_what_else_is_looked_for(module: Module) -> None:
    start = "from wenming.reading.files import fence\n"
    life = "fence.answer_found(lambda data: {'size': len(data)}, memory=2**29, seconds=1)\n"
    module.path.write_text(start + life, encoding="utf-8")
    assert fence.find_inside(READER, b"abc") == {"size": 3}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("raise UnreadableDocument('file_locked')", "file_locked", id="refused"),
        pytest.param("return ' '", "file_empty", id="nothing found"),
        pytest.param("return 'x' * 30_000_000", "file_huge", id="too much found"),
        pytest.param("while True: pass", "file_demanding", id="runs on"),
        pytest.param("b'x' * 2**30", "file_demanding", id="takes memory"),
        pytest.param("return read(data)", "file_demanding", id="calls itself"),
        pytest.param("raise KeyError('bug')", "file_damaged", id="falls over"),
        pytest.param("import os; os.abort()", "file_demanding", id="aborts"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "file_damaged", id="crashes"),
        pytest.param("open(__file__ + '.out', 'w').write('x')", "file_damaged", id="writes a file"),
        pytest.param("import sys; sys.exit(0)", "file_damaged", id="says nothing"),
    ],
)
def test_refusals(module: Module, body: str, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        module.read(body)


def test_a_child_that_sleeps_is_ended(module: Module, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fence, "_LONGEST", 0.2)
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        module.read("import time; time.sleep(20)")


def test_modules_of_the_current_folder_are_not_lent(
    module: Module, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "lxml.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    assert module.read("import lxml.etree; return 'found'") == "found"


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲  \n\n\n\n乙\t\n", "甲\n\n乙"),
        ("\n\n  甲", "  甲"),
        ("甲\0乙\ud800丙\ufeff丁\x07\u200b", "甲乙丙丁"),
        ("\t甲\t乙", "\t甲\t乙"),
    ],
)
def test_tidy(text: str, tidy: str) -> None:
    assert fence.tidy(text) == tidy


def test_time_does_not_grow_with_the_file(module: Module) -> None:
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        module.read("while True: pass", b"x" * 15_000_000)


def test_a_reader_may_be_given_more_time(module: Module) -> None:
    work = "import time\nwhile time.process_time() < 1.9: pass\nreturn 'done'"
    assert module.read(f"fence.extend(1.0)\n{work}") == "done"
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        module.read(work)


def test_without_a_limit_no_time_is_given() -> None:
    fence.extend(1.0)
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0
