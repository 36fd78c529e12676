import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from wenming.reading.files.watch import Limits, use_of, wait_within
from wenming.reading.model import UnreadableDocument

ENOUGH = Limits(processor_seconds=20, memory=2**30, seconds=60)
SLEEP = "import time; time.sleep(60)"


def start(program: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", program], start_new_session=True)


def has_ended(process: int) -> bool:
    """Whether nothing of it is left but perhaps its place in the table of processes."""
    try:
        return not Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_a_program_within_its_limits() -> None:
    process = start("pass")
    wait_within(process, ENOUGH)
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("program", "limits"),
    [
        pytest.param("while True: pass", replace(ENOUGH, processor_seconds=0.3), id="runs on"),
        pytest.param(f"x = b'x' * 2**28; {SLEEP}", replace(ENOUGH, memory=2**27), id="takes memory"),
        pytest.param(SLEEP, replace(ENOUGH, seconds=0.3), id="sleeps"),
        pytest.param(
            f"import subprocess, sys; subprocess.run([sys.executable, '-c', \"x = b'x' * 2**28; {SLEEP}\"])",
            replace(ENOUGH, memory=2**27),
            id="has a child that takes memory",
        ),
    ],
)
def test_one_that_takes_more_is_ended(program: str, limits: Limits) -> None:
    process = start(program)
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        wait_within(process, limits)
    assert process.returncode == -9


def test_what_it_leaves_behind_is_ended_too(tmp_path: Path) -> None:
    place = tmp_path / "child"
    program = (
        f"import subprocess; child = subprocess.Popen(['sleep', '60']); open({str(place)!r}, 'w').write(str(child.pid))"
    )
    wait_within(start(program), ENOUGH)
    child = int(place.read_text())
    for _wait in range(100):  # the kernel ends it a moment after the signal
        if has_ended(child):
            return
        time.sleep(0.05)
    raise AssertionError("the child runs on")


def test_memory_is_what_is_really_used() -> None:
    process = start(f"x = b'x' * 2**26; print(flush=True); {SLEEP}")
    try:
        for _wait in range(100):
            if use_of(process.pid).memory > 2**26:
                break
            time.sleep(0.05)
        assert 2**26 < use_of(process.pid).memory < 2**27
    finally:
        process.kill()
        process.wait()
    assert use_of(process.pid).memory == 0
