"""Turns the older formats of word processors (.doc, .wps, .rtf, .odt) into .docx, where LibreOffice is installed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from wenming.reading.files.watch import Limits, wait_within
from wenming.reading.model import UnreadableDocument

# Measured: starting takes 0.9 s and 205 MB, 60 pages 1.1 s, 300 pages 1.5 s, a table of 1,000 rows 2 s; memory hardly
# grows. A slower computer and its first start from the disc need room.
LIMITS = Limits(processor_seconds=4, memory=400 * 1024 * 1024, seconds=20)
_NAMES = ("soffice", "libreoffice")
# Should the watch come late: 1.5 GB of addresses, of which LibreOffice uses 0.6, and files of 128 MB.
_BOUNDS = ["prlimit", "--core=0", "--cpu=5", "--fsize=134217728", "--as=1610612736"]

# Macros never run, and links in a document never make LibreOffice fetch anything.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""  # noqa: E501 - one setting a line


def is_installed() -> bool:
    """Whether the older formats can be read on this computer."""
    return _program() is not None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


def to_docx(data: bytes) -> bytes:
    """``data`` as a .docx file. Raises ``UnreadableDocument`` where LibreOffice is missing, fails or takes too long."""
    program = _program()
    if program is None or shutil.which(_BOUNDS[0]) is None:
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
        *_BOUNDS, program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / "document"),
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    # A session of its own, so that all its children are counted, and ended, with it.
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    wait_within(process, LIMITS)
