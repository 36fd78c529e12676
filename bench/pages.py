"""Every page of work against databases of a county's year, one of a hundred times the records: 95 of 100 openings.

The smaller one (``FILLED``) has a hundredth of the records, but units and commitments enough that the first page of a
list is full, or nearly so, in both: 60 units against 100, 300 commitments against 3,000. With a hundredth of those,
too, what was measured was how long a page of five rows takes beside one of fifty, not what a large database costs.
What is searched for, and whose records are listed, is chosen so that both find about a page of it.
"""

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from bench.measuring import Result
from bench.year import FILLED, FULL, collect_static, make_database

LIMIT = 1.5
BOARD, PLAIN = "board", "units"
_ROUNDS, _OPENED = 5, 20  # in each round every page is opened so often, in turn with both databases
Times = Mapping[str, Mapping[str, Sequence[Sequence[float]]]]  # size → page → round → seconds


def worst() -> Result:
    """The page that grows most."""
    growth = {name: _growth(name) for name in _times()[FULL]}
    name = max(growth, key=lambda one: sorted(growth[one])[len(growth[one]) // 2])
    return Result(
        f"The page that grows most, `{name}`: p95 with 100 times the records", "the same page", growth[name], LIMIT
    )


def every() -> Result:
    """All pages together: the sum of what each takes."""
    sums = [
        sum(p95(times[number]) for times in _times()[size].values())
        for number in range(_ROUNDS)
        for size in (FULL, FILLED)
    ]
    ratios = tuple(large / small for large, small in zip(sums[::2], sums[1::2], strict=True))
    pages = len(_times()[FULL])
    return Result(f"All {pages} pages of work: p95 with 100 times the records", "the same pages", ratios, LIMIT)


def board() -> Result:
    """The board of 100 units and 3,000 commitments beside a plain list."""
    found = _times()[FULL]
    ratios = tuple(p95(one) / p95(other) for one, other in zip(found[BOARD], found[PLAIN], strict=True))
    return Result("The board of 100 units and 3,000 commitments: p95", "the list of units", ratios, LIMIT)


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 do not exceed.

    >>> p95([3, 1, 2, 5, 4] * 4)
    5
    """
    return sorted(times)[math.ceil(len(times) * 0.95) - 1]


def _growth(name: str) -> tuple[float, ...]:
    large, small = (_times()[size][name] for size in (FULL, FILLED))
    return tuple(p95(one) / p95(other) for one, other in zip(large, small, strict=True))


@cache
def _times() -> Times:
    with tempfile.TemporaryDirectory() as folder:
        for size in (FULL, FILLED):
            (Path(folder) / size).mkdir()
            make_database(Path(folder) / size, size)
            collect_static(Path(folder) / size)
        return measure(Path(folder))


def measure(folder: Path, *, rounds: int = _ROUNDS, opened: int = _OPENED) -> Times:
    """Open every page of both databases in turn; the folder has one of each size."""
    times: dict[str, dict[str, list[list[float]]]] = {FULL: {}, FILLED: {}}
    with ExitStack() as stack:
        readers = {size: stack.enter_context(_reader(folder / size)) for size in times}
        names = [_asked(reader, "pages").split() for reader in readers.values()]
        if names[0] != names[1]:
            raise AssertionError("both have the same pages")
        for number in range(rounds):
            for name in names[0]:
                for size in times:
                    times[size].setdefault(name, []).append([])
                for _ in range(opened):
                    for size, reader in readers.items():
                        times[size][name][number].append(float(_asked(reader, name)))
    return times


@contextmanager
def _reader(place: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process of its own that opens pages of one database, as asked."""
    settings = {"WENMING_DATA": str(place), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    command = (sys.executable, "-m", "bench.pages_inside")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=os.environ | settings, text=True, bufsize=1, stdin=pipe, stdout=pipe) as reader:
        yield reader
        if reader.stdin:
            reader.stdin.close()


def _asked(reader: "subprocess.Popen[str]", words: str) -> str:
    if reader.stdin is None or reader.stdout is None:
        raise AssertionError("both are pipes")
    print(words, file=reader.stdin, flush=True)
    answer = reader.stdout.readline()
    if not answer:
        raise RuntimeError(f"the pages could not be opened: {words}")
    return answer.strip()
