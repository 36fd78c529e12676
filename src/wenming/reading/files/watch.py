"""Waits for a program of others and ends it, with all that it started, where it takes more than it may."""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from wenming.reading.model import UnreadableDocument

_EVERY = 0.1  # seconds between two looks: each reads the state of all processes, which takes some milliseconds
_TICK = 1 / os.sysconf("SC_CLK_TCK")  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")  # bytes
# The fields of /proc/PID/stat (proc(5)), counted from the one after the name of the program.
_SESSION, _TIMES, _RESIDENT = 3, slice(11, 15), 21


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may take, with all that it started."""

    processor_seconds: float
    memory: int  # bytes that are really in memory, at one time
    seconds: float  # of waiting; on a busy computer they pass faster than the processor's


@dataclass(frozen=True, slots=True)
class Use:
    """What a program takes."""

    processor_seconds: float
    memory: int  # bytes


def wait_within(process: "subprocess.Popen[bytes]", limits: Limits) -> None:
    """Wait for a process that was started in a session of its own; whatever it leaves behind is ended too.

    Raises ``UnreadableDocument`` where it was ended because it took more than ``limits``.
    """
    try:
        for _look in range(round(limits.seconds / _EVERY)):
            if _has_ended(process):
                return
            use = use_of(process.pid)
            if use.processor_seconds > limits.processor_seconds or use.memory > limits.memory:
                break
        raise UnreadableDocument("file_demanding")
    finally:
        _end_group(process)


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    try:
        process.wait(timeout=_EVERY)
    except subprocess.TimeoutExpired:
        return False
    return True


def use_of(session: int) -> Use:
    """What the processes of a session take together: since each began, with its ended children; and now."""
    every = map(_fields, Path("/proc").glob("[0-9]*"))
    ours = [fields for fields in every if fields and int(fields[_SESSION]) == session]
    ticks = sum(int(value) for fields in ours for value in fields[_TIMES])
    return Use(ticks * _TICK, sum(int(fields[_RESIDENT]) for fields in ours) * _PAGE)


def _fields(process: Path) -> list[bytes]:
    try:
        return (process / "stat").read_bytes().rpartition(b")")[2].split()
    except OSError:  # it has ended meanwhile
        return []


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()
