"""Which record counts for which period, and why another does not.

A record counts once. In the order of their days, each goes to the earliest period that it may still help: one that is
short, while the record lies within it, or after it and before it closes. A record that helps none counts for its own.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import accumulate

from wenming.rules.commitments.facts import MINUTES, Fact, FactState, measure
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Length,
    Number,
    Recurring,
    Total,
)
from wenming.rules.commitments.periods import Timetable
from wenming.rules.commitments.spans import DAY

NEARLY = 1 - 1e-9  # sums of fractions are not exact: ten times 0.1 is enough for 1


class Why(StrEnum):
    """Why a record does not count."""

    NOT_FOR_SUBJECT = "not_for_subject"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    NOT_ACCEPTED = "not_accepted"
    NOT_MEANT = "not_meant"
    NOT_YET = "not_yet"  # it is of a later day than the one asked about
    NO_EVIDENCE = "no_evidence"
    NOT_SAID = "not_said"  # it does not say how long it was, or how many there were
    TOO_SHORT = "too_short"
    TOO_FEW = "too_few"
    TOO_MUCH = "too_much"
    REACHES_NOBODY = "reaches_nobody"  # of the population
    ALREADY_COUNTED = "already_counted"
    TOO_EARLY = "too_early"
    OUTSIDE_WINDOW = "outside_window"
    TOO_LATE = "too_late"


_OF_STATE = {
    FactState.WITHDRAWN: Why.WITHDRAWN,
    FactState.RETURNED: Why.RETURNED,
    FactState.NOT_ACCEPTED: Why.NOT_ACCEPTED,
    FactState.NOT_MEANT: Why.NOT_MEANT,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A record that counts: for so much, as of the day ``on``; ``reached`` are members of the population."""

    key: int
    on: date
    amount: Number
    is_late: bool
    reached: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that does not count, with how much it ``had`` of what was ``asked`` where that is why."""

    key: int
    on: date
    why: Why
    had: Number | None = None
    asked: Amount | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The records of a period."""

    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]


def is_enough(have: Number, need: Number) -> bool:
    """Whether so much is as much as is needed."""
    return have >= need * NEARLY


def tally(
    commitment: Commitment,
    subject: int,
    facts: Iterable[Fact],
    table: Timetable,
    asked: Sequence[bool],
    today: date,
    *,
    members: Sequence[frozenset[int]] = (),
) -> tuple[Tally, ...]:
    """The records of each period of ``table``: every fact given is in exactly one tally, if there is any period.

    ``asked`` says of each period whether anything is asked in it: no later record is drawn into one that is excused.
    ``members`` are those whom each period asks for, where they are not always the same.
    """
    if not table.periods:
        return ()
    places = _Places(table)
    wanted = _wanted(commitment)
    fillings = [
        _Filling(wanted if is_asked else _NOTHING, members[place] if members else None)
        for place, is_asked in enumerate(asked)
    ]
    seen: set[int] = set()
    for fact in sorted(facts, key=_order):
        refusal = refused(fact, commitment, subject, today) or _twice(fact, seen)
        if refusal:
            fillings[places.home(fact)].left_out.append(refusal)
            continue
        seen.add(fact.key)
        _place(fact, _share(fact, commitment), places, fillings)
    return tuple(Tally(tuple(filling.counted), tuple(filling.left_out)) for filling in fillings)


def _order(fact: Fact) -> tuple[object, ...]:
    return (fact.first, fact.last, fact.key, fact.subject, sorted(fact.amounts), sorted(fact.reached), fact.state)


def _twice(fact: Fact, seen: set[int]) -> LeftOut | None:
    return LeftOut(fact.key, fact.last, Why.ALREADY_COUNTED) if fact.key in seen else None


# Whether a record counts at all, whatever its day.


def refused(fact: Fact, commitment: Commitment, subject: int, today: date) -> LeftOut | None:
    """Why a record cannot count for a commitment, whatever its period; None where it can."""
    if subject not in (fact.subject, TOGETHER) and not is_together(commitment):
        return LeftOut(fact.key, fact.last, Why.NOT_FOR_SUBJECT)
    if fact.state in _OF_STATE:
        return LeftOut(fact.key, fact.last, _OF_STATE[fact.state])
    if fact.last > today:
        return LeftOut(fact.key, fact.last, Why.NOT_YET)
    if commitment.needs_evidence and not fact.has_evidence:
        return LeftOut(fact.key, fact.last, Why.NO_EVIDENCE)
    return _too_little(fact, commitment)


def is_together(commitment: Commitment) -> bool:
    """Whether everybody's records count for it, whoever is asked."""
    return isinstance(commitment.demand, Total) and commitment.demand.together


def _too_little(fact: Fact, commitment: Commitment) -> LeftOut | None:
    demand = commitment.demand
    for asked in (commitment.least, demand.amount if isinstance(demand, Length) else None):
        if asked and (misfit := _misfit(fact, asked)):
            return misfit
    if isinstance(demand, Recurring | Total) and not measure(fact, demand.amount.unit):
        return LeftOut(fact.key, fact.last, Why.NOT_SAID, None, demand.amount)
    if isinstance(demand, Coverage) and not _reach(fact, demand):
        return LeftOut(fact.key, fact.last, Why.REACHES_NOBODY)
    return None


def _misfit(fact: Fact, asked: Amount) -> LeftOut | None:
    had = measure(fact, asked.unit)
    if had is None:
        return LeftOut(fact.key, fact.last, Why.NOT_SAID, None, asked)
    if asked.min is not None and not is_enough(had, asked.min):
        return LeftOut(fact.key, fact.last, Why.TOO_SHORT if asked.unit in MINUTES else Why.TOO_FEW, had, asked)
    if asked.is_limit and asked.max is not None and not is_enough(asked.max, had):
        return LeftOut(fact.key, fact.last, Why.TOO_MUCH, had, asked)
    return None


# How much a record is, and how much a period needs.


@dataclass(frozen=True, slots=True)
class _Share:
    amount: Number
    members: frozenset[int]


def _share(fact: Fact, commitment: Commitment) -> _Share:
    demand = commitment.demand
    if isinstance(demand, Recurring | Total):
        return _Share(measure(fact, demand.amount.unit) or 0, frozenset())
    if isinstance(demand, Coverage):
        return _Share(_reach(fact, demand), fact.reached & demand.population.members)
    return _Share(1, frozenset())


def _reach(fact: Fact, demand: Coverage) -> Number:
    """How many of the population a record reaches: those named, or the people said where nobody's name is known."""
    members = demand.population.members
    return len(fact.reached & members) if members else measure(fact, "人") or 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """So much, or each member of a known population so many ``times``."""

    amount: Number
    times: int = 0


_NOTHING = _Wanted(0)


def _wanted(commitment: Commitment) -> _Wanted:
    match commitment.demand:
        case Recurring(amount=amount) | Total(amount=amount):
            return _Wanted(amount.min or 0)
        case Coverage(times=times, population=population):
            return _Wanted(0, times) if population.members else _Wanted(times * (population.size or 0))
        case Deadline() | Length():
            return _Wanted(1)
        case _:
            return _NOTHING


class _Filling:
    """A period while records are dealt out."""

    def __init__(self, wanted: _Wanted, members: frozenset[int] | None = None) -> None:
        self.counted: list[Counted] = []
        self.left_out: list[LeftOut] = []
        self._wanted = wanted
        self._members = members
        self._have: Number = 0
        self._reached: Counter[int] = Counter()

    def is_helped_by(self, share: _Share) -> bool:
        """Whether the record brings something that the period still lacks."""
        if self._wanted.times:
            return any(self._reached[member] < self._wanted.times for member in self._own(share).members)
        return not is_enough(self._have, self._wanted.amount)

    def take(self, fact: Fact, share: _Share, on: date, *, is_late: bool) -> None:
        """Count the record here."""
        share = self._own(share)
        self.counted.append(Counted(fact.key, on, share.amount, is_late, share.members))
        self._have += share.amount
        self._reached.update(share.members)

    def _own(self, share: _Share) -> _Share:
        """What of it reaches somebody whom this period asks for."""
        if self._members is None:
            return share
        members = share.members & self._members
        return _Share(len(members), members)


# Where a record may count.


@dataclass(frozen=True, slots=True)
class _Chance:
    """A record may count for a period as of a day of it, or of the days after it until it closes."""

    place: int
    on: date
    is_own: bool  # the day is one of the period's own
    is_late: bool


class _Places:
    """Finds the periods for which a record may count."""

    def __init__(self, table: Timetable) -> None:
        self._periods = table.periods
        self._days = table.days
        self._firsts = [period.first for period in table.periods]
        self._day_lasts = [span.last for span in table.days]
        self._open_until = list(accumulate((period.closes for period in table.periods), max))

    def chances(self, fact: Fact) -> list[_Chance]:
        """The periods that the record touches, or that close after it, the earliest first."""
        begin = bisect_left(self._open_until, fact.first)
        end = bisect_right(self._firsts, fact.last)
        found = (self._chance(place, fact) for place in range(begin, end))
        return [chance for chance in found if chance]

    def home(self, fact: Fact) -> int:
        """The period beside which a record that does not count is shown: its own, else the one before it."""
        for chance in self.chances(fact):
            if chance.is_own:
                return chance.place
        return max(bisect_right(self._firsts, fact.last) - 1, 0)

    def why_none(self, fact: Fact) -> Why:
        """Why a record that is refused for nothing else counts for no period."""
        if fact.last < self._days[0].first:
            return Why.TOO_EARLY
        return Why.TOO_LATE if fact.first > self._days[-1].last else Why.OUTSIDE_WINDOW

    def _chance(self, place: int, fact: Fact) -> _Chance | None:
        period = self._periods[place]
        own = self._first_counting(max(fact.first, period.first))
        if own and own <= min(fact.last, period.last):
            return _Chance(place, own, is_own=True, is_late=False)
        after = max(fact.first, period.last + DAY) if period.last < period.closes else date.max
        if after <= min(fact.last, period.closes):
            return _Chance(place, after, is_own=False, is_late=after > period.due)
        return None

    def _first_counting(self, day: date) -> date | None:
        place = bisect_left(self._day_lasts, day)
        return max(day, self._days[place].first) if place < len(self._days) else None


def _place(fact: Fact, share: _Share, places: _Places, fillings: Sequence[_Filling]) -> None:
    chances = places.chances(fact)
    chosen = next((chance for chance in chances if fillings[chance.place].is_helped_by(share)), None)
    chosen = chosen or next((chance for chance in chances if chance.is_own), None)
    chosen = chosen or next((chance for chance in reversed(chances) if not chance.is_late), None)
    if chosen:
        fillings[chosen.place].take(fact, share, chosen.on, is_late=chosen.is_late)
    else:
        fillings[places.home(fact)].left_out.append(LeftOut(fact.key, fact.last, places.why_none(fact)))
