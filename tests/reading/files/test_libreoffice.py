import subprocess
from dataclasses import replace
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
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    assert read_word(libreoffice.to_docx((tmp_path / "plan.doc").read_bytes())).strip() == "一、总体要求"


@needs_libreoffice
def test_a_file_that_cannot_be_converted() -> None:
    with pytest.raises(UnreadableDocument, match="file_not_converted"):
        libreoffice.to_docx(ole("Root Entry", "WordDocument"))


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument, match="file_needs_libreoffice"):
        libreoffice.to_docx(docx(paragraph("甲")))


def test_a_conversion_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 30\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(libreoffice, "LIMITS", replace(libreoffice.LIMITS, seconds=0.5))
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        libreoffice.to_docx(RTF)


@needs_libreoffice
def test_a_conversion_that_runs_on_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "LIMITS", replace(libreoffice.LIMITS, processor_seconds=1.5))
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        libreoffice.to_docx(rb"{\rtf1 " + rb"{\shp{\*\shpinst{\shptxt a}}}" * 20_000 + b"}")
