"""Turns the older formats of word processors (.doc, .wps, .rtf, .odt) into .docx, where LibreOffice is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from wenming.reading.model import UnreadableDocument

PATIENCE = 60  # seconds; the first start on a slow computer takes most of them
_NAMES = ("soffice", "libreoffice")
_LIMITS = ["prlimit", "--core=0", f"--cpu={PATIENCE}", "--fsize=134217728", "--as=4294967296"]

# Macros never run, and links in a document never make LibreOffice fetch anything.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - one setting a line


def to_docx(data: bytes) -> bytes:
    """``data`` as a .docx file. Raises ``UnreadableDocument`` where LibreOffice is missing, fails or takes too long."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None or shutil.which(_LIMITS[0]) is None:
        raise UnreadableDocument("file_needs_libreoffice")
    # The folder holds the profile too: two conversions at once never meet, and nothing is left behind.
    with tempfile.TemporaryDirectory(prefix="wenming-") as name:
        folder = Path(name)
        (folder / "document").write_bytes(data)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        _convert(program, folder)
        result = folder / "out" / "document.docx"
        if not result.is_file():
            raise UnreadableDocument("file_not_converted")
        return result.read_bytes()


def _convert(program: str, folder: Path) -> None:
    command = [
        *_LIMITS, program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / "document"),
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    # A session of its own, so that a time-out ends LibreOffice with all its children.
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("file_not_converted") from error
    finally:
        _end_group(process)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()
