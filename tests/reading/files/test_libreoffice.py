import subprocess
import time
from pathlib import Path
from shutil import which

import pytest

from tests.reading.files.making import docx, ole, paragraph
from wenming.reading.files import libreoffice
from wenming.reading.files.word import read_word
from wenming.reading.model import UnreadableDocument

needs_libreoffice = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\f0 "
RTF += rb"\'d2\'bb\'a1\'a2\'d7\'dc\'cc\'e5\'d2\'aa\'c7\'f3\par}"


@needs_libreoffice
def test_rich_text() -> None:
    assert read_word(libreoffice.to_docx(RTF)).strip() == "一、总体要求"


@needs_libreoffice
def test_an_old_word_file(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(libreoffice.to_docx(RTF))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    assert read_word(libreoffice.to_docx((tmp_path / "plan.doc").read_bytes())).strip() == "一、总体要求"


@needs_libreoffice
def test_a_file_that_cannot_be_converted() -> None:
    with pytest.raises(UnreadableDocument, match="file_not_converted"):
        libreoffice.to_docx(ole("Root Entry", "WordDocument"))


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument, match="file_needs_libreoffice"):
        libreoffice.to_docx(docx(paragraph("甲")))


def test_a_conversion_that_hangs_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(sleep 30; touch {tmp_path}/survived) &\necho $! > {tmp_path}/child\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(libreoffice, "PATIENCE", 1)
    with pytest.raises(UnreadableDocument, match="file_not_converted"):
        libreoffice.to_docx(RTF)
    child = int((tmp_path / "child").read_text())
    for _wait in range(100):  # the kernel ends it a moment after the signal
        if has_ended(child):
            return
        time.sleep(0.05)
    raise AssertionError("the child runs on")


def has_ended(process: int) -> bool:
    """Whether nothing of it is left but perhaps its place in the table of processes."""
    try:
        return not Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True
