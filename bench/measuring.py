"""Measures two things side by side: alternating runs, the median of their ratios, and how far they spread."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """Ratios of ours to the rival's (or to a limit), one a run; ``limit`` is what their median must not exceed."""

    what: str
    against: str
    ratios: tuple[float, ...]
    limit: float | None

    @property
    def median(self) -> float:
        """The ratio that counts."""
        return statistics.median(self.ratios)

    @property
    def is_kept(self) -> bool:
        """Whether the limit is kept, where there is one."""
        return self.limit is None or self.median <= self.limit


def side_by_side(ours: Work, rival: Work, runs: int) -> tuple[float, ...]:
    """Ratios of processor time, run by run, after one run of each to warm up."""
    ours(), rival()
    return tuple(processor_seconds(ours) / processor_seconds(rival) for _ in range(runs))


def processor_seconds(work: Work) -> float:
    """Processor time that the work takes in this process: other people's load on the machine hardly moves it."""
    gc.collect()
    before = time.process_time()
    work()
    return time.process_time() - before


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took, the processes it started included."""

    processor_seconds: float
    most_bytes: int


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command to its end, its output thrown away."""
    launched = (sys.executable, "-S", "-c", _LAUNCHER, *command)
    seconds, kilobytes = subprocess.run(launched, capture_output=True, text=True, check=True).stdout.split()
    return Cost(float(seconds), int(kilobytes) * 1024)


# A process begins with the memory peak of the one that started it, so the one that starts it must be small.
_LAUNCHER = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: orphans come to us, and count
quiet = os.open(os.devnull, os.O_RDWR)
streams = [(os.POSIX_SPAWN_DUP2, quiet, stream) for stream in (0, 1, 2)]
os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
seconds = kilobytes = 0
while True:
    try:
        _, _, usage = os.wait4(-1, 0)
    except ChildProcessError:
        break
    seconds += usage.ru_utime + usage.ru_stime
    kilobytes = max(kilobytes, usage.ru_maxrss)
print(seconds, kilobytes)
"""
