"""Stretches of a document's text without its noise. Pure; offsets count code points of the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

Span = Sequence[int | str]  # start, end, why
_REACH = 5000  # characters before and after a mark in which its words are looked for


def without_noise(text: str, noise: Sequence[Span], start: int, end: int) -> str:
    """``text[start:end]`` without what lies in ``noise``.

    >>> without_noise("每月(广告)一次", [[2, 6, "ad"]], 0, 8)
    '每月一次'
    """
    return "".join(text[a:b] for a, b in kept(noise, start, end))


def kept(noise: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of ``start`` to ``end`` that are no noise; ``noise`` is in the order of the text."""
    at = start
    first = max(bisect_left(noise, start, key=lambda one: int(one[0])) - 1, 0)
    for index in range(first, len(noise)):
        begins, ends = int(noise[index][0]), int(noise[index][1])
        if begins >= end:
            break
        if begins > at:
            yield at, begins
        at = max(at, ends)
    if at < end:
        yield at, end


class Placed(Protocol):
    """Something that stands from ``start`` to ``end`` of the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Mark = TypeVar("Mark", bound=Placed)


def stretches(
    start: int, end: int, marks: Iterable[Mark], cuts: Iterable[int] = ()
) -> Iterator[tuple[int, int, list[Mark]]]:
    """``start`` to ``end`` cut where marks begin and end, and at ``cuts``: each stretch with the marks over it.

    The marks of a stretch come in the order in which they begin.
    """
    waiting = sorted(marks, key=lambda mark: mark.start)[::-1]
    places = {start, end, *cuts, *(at for mark in waiting for at in (mark.start, mark.end))}
    active: list[Mark] = []
    for begins, ends in pairwise(sorted(at for at in places if start <= at <= end)):
        while waiting and waiting[-1].start < ends:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > begins]
        yield begins, ends, list(active)


def folded(text: str) -> str:
    """The text in one line: every run of white space is gone between Chinese, as readers of a name expect."""
    return "".join(text.split())


def find_words(text: str, noise: Sequence[Span], words: str, near: int) -> tuple[int, int] | None:
    """Where ``words`` stand in the document, white space and noise not counted; of several places the nearest.

    >>> find_words("每月(广告)一次", [[2, 6, "ad"]], "月一次", 0)
    (1, 8)
    """
    wanted = folded(words)
    first, last = max(near - _REACH, 0), min(near + _REACH, len(text))
    offsets = [at for a, b in kept(noise, first, last) for at in range(a, b) if not text[at].isspace()]
    plain = "".join(text[at] for at in offsets)
    places = [found.start() for found in re.finditer(re.escape(wanted), plain)] if wanted else []
    if not places:
        return None
    best = min(places, key=lambda place: abs(offsets[place] - near))
    return offsets[best], offsets[best + len(wanted) - 1] + 1


_SENTENCE_END = re.compile(r"[。；！？;!?\n]+[\s）)”\"]*")


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where sentences begin within ``start`` to ``end``, without the first: after 。；！？ or a line's end."""
    return [found.end() for found in _SENTENCE_END.finditer(text, start, end) if start < found.end() < end]
