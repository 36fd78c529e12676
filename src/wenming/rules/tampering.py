"""What was done to a chain since it was written: judged from its links alone, one after the other.

A link is sealed together with its number and with the digest before it. So a link that was changed agrees with no
number; one that was moved agrees with another number than its own; where one was removed a number is missing. Whoever
changes a link and seals it again breaks the link after it; whoever seals all that follows again is found by a head
that was printed or published before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wenming.rules.chain import BEGINNING, Json, is_commitment_to, is_seal_of

SEARCHED = 200  # links that agree with no number near them, for which all missing numbers are tried


class Fault(StrEnum):
    """What was done."""

    CHANGED = "changed"  # what the link says is not what was sealed
    REMOVED = "removed"  # the link of that number is not there
    INSERTED = "inserted"  # another link was sealed with that number
    MOVED = "moved"  # it was sealed with another number: the first one is ``was``
    RESEALED = "resealed"  # the next link follows another digest: changed, and sealed again
    DETAIL_TOUCHED = "detail_touched"  # a detail that is kept is not the one that was sealed
    DETAIL_FOREIGN = "detail_foreign"  # a detail that the link knows nothing of
    TIP = "tip"  # the end that was noted beside the chain is not its end
    HEAD = "head"  # the chain does not agree with a head: changed between the head before and this one


@dataclass(frozen=True, slots=True)
class Kept:
    """A detail that was not erased."""

    value: Json
    salt: str


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the chain, as it stands now; ``content`` has its ``number`` and the commitments in ``details``."""

    number: int
    content: Mapping[str, Json]
    previous: str
    digest: str
    kept: Mapping[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """A link that was noted elsewhere: at the end of a day (``name``), or at the end of the chain."""

    number: int
    digest: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the links ``number`` to ``until``; ``name`` is that of the detail or the head."""

    fault: Fault
    number: int
    until: int
    name: str = ""
    was: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The findings by number, and what was looked at."""

    findings: tuple[Finding, ...]
    links: int
    kept: int  # details that are there
    erased: int  # details that are there no more, which is no fault
    last: Head | None


@dataclass(slots=True)
class _Run:
    """Links one after the other that were sealed ``shift`` numbers later than they stand (None: it is not known)."""

    first: int
    last: int
    shift: int | None

    @property
    def sealed_as(self) -> range:
        """The numbers with which they were sealed."""
        return range(self.first + (self.shift or 0), self.last + (self.shift or 0) + 1)


def examine(links: Iterable[Link], *, tip: Callable[[], Head | None], heads: Iterable[Head] = ()) -> Report:
    """All faults of the chain whose ``links`` come in the order of their numbers; ``tip`` is asked once they have.

    Holds little in memory however long the chain is, as long as most of it is whole.
    """
    examined = _Examined({})
    for head in heads:
        examined.heads.setdefault(head.number, []).append(head)
    for link in links:
        examined.take(link)
    return examined.report(tip())


@dataclass(slots=True)
class _Examined:
    heads: dict[int, list[Head]]
    runs: list[_Run] = field(default_factory=list)
    suspects: list[Link] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)
    agreed: int = 0  # the last number at which a head agreed
    last: Head | None = None
    links: int = 0
    kept: int = 0
    erased: int = 0

    def take(self, link: Link) -> None:
        """The next link."""
        self.links += 1
        if link.number < 1:  # the first of a chain has the number 1
            self.found.append(Finding(Fault.INSERTED, link.number, link.number))
            return
        before = self.runs[-1] if self.runs else _Run(0, 0, 0)
        shift = _shift(link, before.shift)
        follows = link.number == before.last + 1
        if shift == before.shift == 0 and follows and link.previous != (self.last.digest if self.last else BEGINNING):
            self.found.append(Finding(Fault.RESEALED, max(before.last, 1), link.number))
        if self.runs and follows and shift == before.shift:
            before.last = link.number
        else:
            self.runs.append(_Run(link.number, link.number, shift))
        if shift is None and len(self.suspects) < SEARCHED:
            self.suspects.append(link)
        self._take_details(link)
        self._compare(link.number, link.digest)
        self.last = Head(link.number, link.digest)

    def _take_details(self, link: Link) -> None:
        told = link.content["details"]
        sealed: Mapping[str, Json] = told if isinstance(told, Mapping) else {}
        self.kept += len(link.kept)
        self.erased += len(sealed.keys() - link.kept.keys())
        for name, detail in link.kept.items():
            if name not in sealed:
                self.found.append(Finding(Fault.DETAIL_FOREIGN, link.number, link.number, name))
            elif not is_commitment_to(str(sealed[name]), detail.value, salt=detail.salt):
                self.found.append(Finding(Fault.DETAIL_TOUCHED, link.number, link.number, name))

    def _compare(self, number: int, digest: str | None) -> None:
        for head in self.heads.pop(number, ()):
            if head.digest == digest:
                self.agreed = number
            else:
                self.found.append(Finding(Fault.HEAD, min(self.agreed + 1, number), number, head.name))

    def report(self, tip: Head | None) -> Report:
        """What all that was taken amounts to."""
        ends = [*self.heads, *((tip.number,) if tip and not self._ends_with(tip.digest) else ())]
        for number in sorted(self.heads):
            self._compare(number, None)
        self.found += [*_misplaced(self.runs, self.suspects, max(ends, default=0)), *self._off_tip(tip)]
        findings = sorted(self.found, key=lambda one: (one.number, one.until))
        return Report(tuple(findings), self.links, self.kept, self.erased, self.last)

    def _ends_with(self, digest: str) -> bool:
        return self.last is not None and self.last.digest == digest

    def _off_tip(self, tip: Head | None) -> Iterator[Finding]:
        """Where the chain goes on beyond the end that was noted, or ends with another link."""
        end, noted = (self.last or Head(0, BEGINNING)), (tip or Head(0, BEGINNING))
        if noted.number < end.number or (noted.number == end.number and noted.digest != end.digest):
            yield Finding(Fault.TIP, max(noted.number, 1), end.number)


def _shift(link: Link, near: int | None) -> int | None:
    """How much later than it stands the link was sealed: tried as the one before, not at all, by one."""
    tries = dict.fromkeys([near or 0, 0, 1, -1])
    return next((shift for shift in tries if _is_sealed_as(link, link.number + shift)), None)


def _is_sealed_as(link: Link, number: int) -> bool:
    return is_seal_of(link.digest, {**link.content, "number": number}, previous=link.previous)


def _misplaced(runs: Sequence[_Run], suspects: Sequence[Link], end: int) -> Iterator[Finding]:
    """What was moved, inserted, changed and removed of a chain that reached to ``end`` at least."""
    moved = [run for run in runs if run.shift]
    moved += _found_again(suspects, _gaps([run for run in runs if run.shift is not None], end))
    elsewhere = [run.sealed_as for run in moved]
    found_again = {run.first for run in moved if run.first == run.last}
    yield from (Finding(Fault.MOVED, run.first, run.last, was=run.sealed_as[0]) for run in moved)
    held = [run for run in runs if run.shift == 0]
    for run in runs:
        if run.shift == 0:
            yield from (Finding(Fault.INSERTED, one[0], one[-1]) for one in _overlaps(run.sealed_as, elsewhere))
        elif run.shift is None:
            for number in range(run.first, run.last + 1):
                if number in found_again:
                    continue
                is_taken = any(number in one for one in elsewhere)
                yield Finding(Fault.INSERTED if is_taken else Fault.CHANGED, number, number)
                held.append(_Run(number, number, 0))
    yield from (Finding(Fault.REMOVED, gap[0], gap[-1]) for gap in _gaps([*held, *moved], end))


def _found_again(suspects: Sequence[Link], missing: Sequence[range]) -> list[_Run]:
    """The suspects that were sealed with one of the numbers that are missing."""
    numbers = [number for gap in missing for number in gap[: SEARCHED + 1]][: SEARCHED + 1]
    found = []
    for link in suspects:
        was = next((number for number in numbers if _is_sealed_as(link, number)), None)
        if was is not None:
            found.append(_Run(link.number, link.number, was - link.number))
    return found


def _gaps(runs: Iterable[_Run], end: int) -> list[range]:
    """The numbers up to ``end``, or to the last that was sealed, with which no run was."""
    gaps, reached = [], 0
    for sealed in sorted((run.sealed_as for run in runs), key=lambda one: one[0]):
        if sealed[0] > reached + 1:
            gaps.append(range(reached + 1, sealed[0]))
        reached = max(reached, sealed[-1])
    return [*gaps, range(reached + 1, end + 1)] if end > reached else gaps


def _overlaps(one: range, others: Iterable[range]) -> Iterator[range]:
    for other in others:
        both = range(max(one[0], other[0]), min(one[-1], other[-1]) + 1)
        if both:
            yield both
