"""The periods of a commitment: which days each has, when it is due and until when late work still counts.

The rules, with their reasons, stand in docs/commitments.md.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol

from wenming.rules.commitments.facts import Dispute, Pause
from wenming.rules.commitments.model import Commitment, Every, Span, rhythm
from wenming.rules.commitments.spans import DAY, common, later, length, united
from wenming.rules.days.months import month_after, week_of

_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


class Days(Protocol):
    """From a first to a last day: a school term, however it is kept."""

    @property
    def first(self) -> date:
        """The first day."""

    @property
    def last(self) -> date:
        """The last day, included."""


class Calendar(Protocol):
    """What is known about days: which are working days, and when the terms of schools are."""

    @property
    def school_terms(self) -> Sequence[Days]:
        """The terms in order, none overlapping another."""

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A calendar without holidays: offices work from Monday to Friday."""

    school_terms: tuple[Span, ...] = ()

    def is_working(self, day: date) -> bool:
        """Whether it is a day from Monday to Friday."""
        return day.weekday() < 5


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``: what is done by ``due`` is in time, what is done by ``closes`` late.

    Both are ``date.max`` while time stands still without an end. ``stands_still``: it does so all through.
    """

    first: date
    last: date
    due: date
    closes: date
    stands_still: bool = False


Stop = Pause | Dispute


@dataclass(frozen=True, slots=True)
class Timetable:
    """The periods in order, and the days that count in them: sorted, none touching another."""

    periods: tuple[Period, ...]
    days: tuple[Span, ...]


def periods(commitment: Commitment, calendar: Calendar, stops: Iterable[Stop] = ()) -> tuple[Period, ...]:
    """The periods of a commitment in order; none where none of its days counts. ``stops``: when time stood still."""
    return timetable(commitment, calendar, stops).periods


def timetable(commitment: Commitment, calendar: Calendar, stops: Iterable[Stop] = ()) -> Timetable:
    """The periods of a commitment with the days that count in them."""
    days = _counting_days(commitment, calendar)
    still = _merged(stops)
    pieces = [piece for tile in _tiles(commitment, calendar) if (piece := _piece(tile, days))]
    return Timetable(tuple(_period(span, commitment, calendar, still) for span in _without_stubs(pieces)), days)


# Tiles: the calendar's own weeks, months and terms, not yet cut to the span.


def _tiles(commitment: Commitment, calendar: Calendar) -> Iterator[Span]:
    every, period = rhythm(commitment.demand)
    span = commitment.span
    match period:
        case Every.WHOLE:
            return iter((span,))
        case Every.DAY:
            return _stepped(span, span.first, lambda first: first + every * DAY)
        case Every.WEEK:
            monday, _sunday = week_of(span.first)
            return _stepped(span, monday, lambda first: first + 7 * every * DAY)
        case Every.SCHOOL_TERM:
            return _terms(span, every, calendar)
        case _:
            months = _MONTHS[period]
            begin = date(span.first.year, (span.first.month - 1) // months * months + 1, 1)
            return _stepped(span, begin, lambda first: month_after(first, months * every))


def _stepped(span: Span, begin: date, following: Callable[[date], date]) -> Iterator[Span]:
    first = begin
    while first <= span.last:
        after = following(first)
        yield Span(first, after - DAY)
        first = after


def _terms(span: Span, every: int, calendar: Calendar) -> Iterator[Span]:
    terms = [term for term in calendar.school_terms if term.first <= span.last and term.last >= span.first]
    for place in range(0, len(terms), every):
        yield Span(terms[place].first, terms[min(place + every, len(terms)) - 1].last)


# Days that count: those of the span, of the window, and of school terms where the rhythm is theirs.


def _counting_days(commitment: Commitment, calendar: Calendar) -> tuple[Span, ...]:
    days = [commitment.span]
    if commitment.window:
        months = (span for span in _months_of(commitment.span) if span.first.month in commitment.window.months)
        days = common(days, united([*months, *commitment.window.spans]))
    if rhythm(commitment.demand)[1] == Every.SCHOOL_TERM:
        days = common(days, united(Span(term.first, term.last) for term in calendar.school_terms))
    return tuple(days)


def _months_of(span: Span) -> Iterator[Span]:
    return _stepped(span, span.first.replace(day=1), lambda first: month_after(first, 1))


# Pieces: what is left of a tile; a stub joins the period beside it.


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    is_stub: bool  # less than half of its tile is left


def _piece(tile: Span, days: Sequence[Span]) -> _Piece | None:
    left = common((tile,), days)
    if not left:
        return None
    return _Piece(Span(left[0].first, left[-1].last), 2 * sum(map(length, left)) < length(tile))


def _without_stubs(pieces: Sequence[_Piece]) -> list[Span]:
    """A stub at the beginning of a run of days joins the period after it, one at the end that before it."""
    touches = [False, *(one.span.last + DAY == other.span.first for one, other in pairwise(pieces)), False]
    spans: list[Span] = []
    was_opening = False
    for place, piece in enumerate(pieces):
        is_closing = piece.is_stub and touches[place] and not touches[place + 1]
        if was_opening or is_closing:
            spans[-1] = Span(spans[-1].first, piece.span.last)
        else:
            spans.append(piece.span)
        was_opening = piece.is_stub and touches[place + 1] and not touches[place]
    return spans


# Due days, grace, and time that stands still.


def _merged(stops: Iterable[Stop]) -> list[Span]:
    return united(Span(stop.first, stop.last or date.max) for stop in stops if (stop.last or date.max) >= stop.first)


def _period(span: Span, commitment: Commitment, calendar: Calendar, still: Sequence[Span]) -> Period:
    repeats = rhythm(commitment.demand)[1] != Every.WHOLE
    if repeats and any(stop.first <= span.first and span.last <= stop.last for stop in still):
        return Period(span.first, span.last, span.last, span.last, stands_still=True)
    due = _moved(span.last, span.first, still)
    return Period(span.first, span.last, due, _closes(due, commitment, calendar, still))


def _closes(due: date, commitment: Commitment, calendar: Calendar, still: Sequence[Span]) -> date:
    if not commitment.grace_in_working_days:
        return _moved(later(due, commitment.grace_days), later(due, 1), still)
    closes, left = due, commitment.grace_days
    while left and closes < date.max:
        following = later(closes, 1)
        closes = _moved(following, following, still)
        left -= calendar.is_working(closes)
    return closes


def _moved(day: date, begin: date, still: Sequence[Span]) -> date:
    """The day later by as many days as time stands still from ``begin`` until then; ``date.max`` if without an end."""
    for stop in still:
        if stop.first > day:
            break
        if stop.last >= begin:
            day = later(day, length(Span(max(stop.first, begin), stop.last)))
    return day
