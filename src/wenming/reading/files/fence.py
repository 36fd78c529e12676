"""Runs a parser in a process of its own, with little memory and little time, so that no file can do harm.

The parent starts ``python -m MODULE``, writes the file's bytes to it and reads one JSON object: ``{"text": …}``, or
what else was looked for, or ``{"code": …, "about": …}``. A child that dies without an answer has met a damaged file.
"""

import gc
import json
import logging
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import cast

from wenming.reading.model import UnreadableDocument

log = logging.getLogger(__name__)

MEMORY = 448 * 1024 * 1024  # bytes of address space; with the parent's own it stays below 512 MB
LONGEST_TEXT = 2_500_000  # characters: 5 MB in any encoding of Chinese
# Processor time. It does not grow with the file, for a file that means harm may be of any size: 5 MB of text in a Word
# file, a page or a sheet take less than half of it. Only where text comes page by page does each page earn its time.
SECONDS = 1.4
# How a child ends that was stopped: by its timer, for want of memory, or by the system.
_STOPPED = {-signal.SIGPROF, -signal.SIGABRT, -signal.SIGKILL, -signal.SIGXCPU}
_LONGEST = 30.0  # seconds by the clock, for a child on a busy computer

Reader = Callable[[bytes], str]
Finder = Callable[[bytes], Mapping[str, object]]


def extend(seconds: float) -> None:
    """Give this process, where its time is limited, so much more; the reader sees to it that text was found for it."""
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    if left:
        signal.setitimer(signal.ITIMER_PROF, left + seconds)


def answer(read: Reader) -> None:
    """The life of a child that reads a document: its text is the answer."""
    answer_found(lambda data: _tidy_text(read, data))


def answer_found(find: Finder, *, memory: int = MEMORY, seconds: float = SECONDS) -> None:
    """The child's whole life: limit itself, read the bytes, look for what is wanted in them, write the answer.

    ``memory`` in bytes of address space, ``seconds`` of the processor.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    gc.disable()  # the child is gone before cycles could matter
    data = sys.stdin.buffer.read()
    # SIGPROF's default action ends the process even inside a parser written in C, where no Python code runs.
    signal.setitimer(signal.ITIMER_PROF, seconds)
    json.dump(_attempt(find, data), sys.stdout)


def _attempt(find: Finder, data: bytes) -> Mapping[str, object]:
    try:
        return find(data)
    except UnreadableDocument as error:
        return {"code": error.code, "about": error.about}
    except (MemoryError, RecursionError):
        return {"code": "file_demanding", "about": {}}


def _tidy_text(read: Reader, data: bytes) -> Mapping[str, object]:
    text = tidy(read(data))
    if not text:
        raise UnreadableDocument("file_empty")
    return {"text": text}


# What no text holds: control characters, halves of surrogate pairs, code points that are no characters.
_NOT_TEXT = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF, 0xFEFF, 0x200B]
)


def tidy(text: str) -> str:
    """``text`` without what no text holds, without blank lines in rows and spaces at the ends of lines."""
    if len(text) > LONGEST_TEXT:
        raise UnreadableDocument("file_huge")
    lines = [line.rstrip() for line in text.translate(_NOT_TEXT).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip("\n")


def read_inside(module: str, data: bytes) -> str:
    """The text that ``module``'s reader finds in ``data``.

    Raises ``UnreadableDocument``, also when the reader is killed by its limits or falls over.
    """
    return cast("str", find_inside(module, data)["text"])


def find_inside(module: str, data: bytes) -> dict[str, object]:
    """What ``module`` finds in ``data``, as it says it. Raises as above."""
    # -P keeps the folder that the command was started in from lending its modules to the parser.
    command = [sys.executable, "-P", "-m", module]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("file_demanding") from error
    return _found(done)


def _found(done: "subprocess.CompletedProcess[bytes]") -> dict[str, object]:
    if done.returncode != 0:
        log.debug("%s ended with %s: %s", done.args, done.returncode, done.stderr.decode(errors="replace"))
        is_limit = done.returncode in _STOPPED
        raise UnreadableDocument("file_demanding" if is_limit else "file_damaged")
    if not done.stdout:
        raise UnreadableDocument("file_damaged")
    reply: dict[str, object] = json.loads(done.stdout)
    if "code" in reply:
        raise UnreadableDocument(str(reply["code"]), **cast("dict[str, str]", reply["about"]))
    return reply
