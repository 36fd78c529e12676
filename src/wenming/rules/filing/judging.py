"""Whether what a framework wants is all there (材料齐不齐), with the working: what counted, what did not and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from wenming.rules.filing.counting import Count, read_count
from wenming.rules.filing.formats import FileKind, count_fitting, fitting
from wenming.rules.filing.spans import Span, span_of


class Review(StrEnum):
    """What the office said of a piece."""

    OPEN = "open"
    ACCEPTED = "accepted"
    RETURNED = "returned"


class Verdict(StrEnum):
    """How a wanted piece stands; the worst first."""

    NOTHING = "nothing"
    WRONG_FORMAT = "wrong_format"
    OUTSIDE = "outside"
    TOO_LONG = "too_long"
    SHORT = "short"
    TOO_MANY = "too_many"
    NOT_REVIEWED = "not_reviewed"
    COMPLETE = "complete"


class Fault(StrEnum):
    """Why a piece does not count."""

    RETURNED = "returned"
    FORMAT = "format"
    UNDATED = "undated"
    OUTSIDE = "outside"
    LENGTH = "length"


_OF_FAULT = {
    Fault.FORMAT: Verdict.WRONG_FORMAT,
    Fault.UNDATED: Verdict.OUTSIDE,
    Fault.OUTSIDE: Verdict.OUTSIDE,
    Fault.LENGTH: Verdict.TOO_LONG,
    Fault.RETURNED: Verdict.SHORT,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, in the framework's words, in a round whose material is of these days."""

    format: str
    count: str
    window: str
    max_words: int | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Given:
    """A piece: its files by kind, its own days, and how long its text is where that is known."""

    key: int
    files: tuple[FileKind, ...]
    first: date | None
    last: date | None
    words: int | None = None
    review: Review = Review.OPEN

    @property
    def is_text(self) -> bool:
        """Whether it was written here, for this filing: it needs no date of its own."""
        return self.files == (FileKind.TEXT,)


@dataclass(frozen=True, slots=True)
class Looked:
    """One piece looked at: how many of its files count, and if none does, why."""

    key: int
    counts: int
    faults: tuple[Fault, ...] = ()
    is_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict with its working: ``have`` of ``count``; ``missing`` how many more are needed."""

    verdict: Verdict
    have: int
    count: Count
    span: Span
    is_format_known: bool
    looked: tuple[Looked, ...] = field(default=())

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return max(0, self.count.least - self.have)

    @property
    def is_gap(self) -> bool:
        """Whether somebody has to hand in something."""
        return self.verdict not in {Verdict.COMPLETE, Verdict.NOT_REVIEWED}

    def fault_of(self, key: int) -> tuple[Fault, ...]:
        """Why the piece does not count."""
        return next((one.faults for one in self.looked if one.key == key), ())


def judge(asked: Asked, pieces: Sequence[Given]) -> Standing:
    """How the pieces stand to what is asked."""
    span = span_of(asked.window, asked.first, asked.last)
    count = read_count(asked.count).within(span.years)
    looked = tuple(_look(asked, span, one) for one in pieces)
    have = sum(one.counts for one in looked)
    verdict = _verdict(count, have, looked)
    return Standing(verdict, have, count, span, fitting(asked.format) is not None or not asked.format, looked)


def _look(asked: Asked, span: Span, one: Given) -> Looked:
    fits = count_fitting(one.files, asked.format)
    faults = tuple(_faults(asked, span, one, fits))
    return Looked(one.key, 0 if faults else fits, faults, one.review is Review.ACCEPTED)


def _faults(asked: Asked, span: Span, one: Given, fits: int) -> list[Fault]:
    found = [Fault.RETURNED] if one.review is Review.RETURNED else []
    if not fits:
        found.append(Fault.FORMAT)
    if not one.is_text and span.first is not None:
        if one.first is None or one.last is None:
            found.append(Fault.UNDATED)
        elif not span.holds(one.first, one.last):
            found.append(Fault.OUTSIDE)
    if asked.max_words is not None and one.words is not None and one.words > asked.max_words:
        found.append(Fault.LENGTH)
    return found


def _verdict(count: Count, have: int, looked: Sequence[Looked]) -> Verdict:
    if not looked:
        return Verdict.NOTHING
    if have < count.least:
        return _why_short(looked)
    if count.most is not None and have > count.most:
        return Verdict.TOO_MANY
    accepted = sum(one.counts for one in looked if one.is_accepted)
    return Verdict.COMPLETE if accepted >= count.least else Verdict.NOT_REVIEWED


def _why_short(looked: Sequence[Looked]) -> Verdict:
    """Of what is there and does not count the first reason in the order of the verdicts; else there is too little."""
    reasons = {_OF_FAULT[one] for piece in looked if Fault.RETURNED not in piece.faults for one in piece.faults}
    return next((one for one in Verdict if one in reasons), Verdict.SHORT)
