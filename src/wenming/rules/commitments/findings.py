"""What the records, figures and reviews of a period amount to: how much there is, how much is needed, is it enough."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from wenming.rules.commitments.counting import Counted, LeftOut, Tally, is_enough
from wenming.rules.commitments.facts import Circumstances, Figure, Review
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Direction,
    Growth,
    Length,
    Number,
    Rate,
    Recurring,
    Total,
)
from wenming.rules.commitments.periods import Period


@dataclass(frozen=True, slots=True)
class Finding:
    """How much there is of what is needed, and what that means, the day aside.

    ``is_done`` in the end, ``is_in_time`` by the due day; ``is_broken``: nothing can mend it. ``waits_for_office``:
    nobody fails by the passing of time. ``unreached`` are the members of the population still to be reached.
    """

    have: Number | None
    need: Amount | None
    is_done: bool
    is_in_time: bool
    is_broken: bool = False
    waits_for_office: bool = False
    unreached: tuple[int, ...] = ()
    rests_on: tuple[Figure | Review, ...] = ()


def find(
    commitment: Commitment,
    period: Period,
    records: Tally,
    around: Circumstances,
    until: date,
    today: date,
    *,
    members: frozenset[int] | None = None,
) -> Finding:
    """The finding for one period; ``until`` is the last day of reviews that speak of it, and figures end ``today``.

    ``members`` are those whom the period asks for, where that is not the whole population.
    """
    match commitment.demand:
        case Recurring(amount=amount) | Total(amount=amount):
            return _limit(amount, records) if amount.is_limit else _amount(amount, records.counted)
        case Deadline():
            return _amount(Amount(1, None, "次"), records.counted)
        case Length(amount=amount):
            return _length(amount, period, records)
        case Coverage() as coverage if coverage.population.members:
            return _members(coverage, records.counted, coverage.population.members if members is None else members)
        case Coverage() as coverage if coverage.population.size:
            return _amount(heads(coverage), records.counted)
        case Rate() as rate:
            return _rate(rate, period, [figure for figure in around.figures if figure.on <= today])
        case Growth() as growth:
            return _growth(growth, period, [figure for figure in around.figures if figure.on <= today])
        case _:
            return _reviewed(records, [review for review in around.reviews if period.first <= review.on <= until])


def total(amounts: Iterable[Number]) -> Number:
    """Their sum, whole where all of them are; the order does not matter."""
    numbers = list(amounts)
    return sum(numbers) if all(isinstance(number, int) for number in numbers) else fsum(numbers)


def _amount(need: Amount, counted: Sequence[Counted]) -> Finding:
    have = total(record.amount for record in counted)
    in_time = total(record.amount for record in counted if not record.is_late)
    least = need.min or 0
    return Finding(have, need, is_enough(have, least), is_enough(in_time, least))


def _limit(need: Amount, records: Tally) -> Finding:
    """At most: kept until it is broken."""
    have = total(record.amount for record in records.counted)
    is_kept = is_enough(need.max or 0, have)
    return Finding(have, need, is_kept, is_kept, is_broken=not is_kept)


def _length(asked: Amount, period: Period, records: Tally) -> Finding:
    """So many records, and all of them long enough."""
    long_enough, broken = len(records.counted), sum(_breaks(record, asked, period) for record in records.left_out)
    need = Amount(max(1, long_enough + broken), None, "次")
    in_time = any(not record.is_late for record in records.counted)
    return Finding(long_enough, need, not broken and long_enough > 0, not broken and in_time, is_broken=broken > 0)


def _breaks(record: LeftOut, asked: Amount, period: Period) -> bool:
    return record.asked == asked and record.had is not None and period.first <= record.on <= period.closes


def _members(demand: Coverage, counted: Sequence[Counted], members: frozenset[int]) -> Finding:
    """By name; where nobody is on the roll in the period, nothing is done and nobody fails."""
    reached = Counter(member for record in counted for member in record.reached)
    in_time = Counter(member for record in counted if not record.is_late for member in record.reached)
    left = tuple(sorted(member for member in members if reached[member] < demand.times))
    need = Amount(len(members), None, demand.population.name)
    is_in_time = all(in_time[member] >= demand.times for member in members)
    is_done = bool(members) and not left
    have = len(members) - len(left)
    return Finding(have, need, is_done, is_done and is_in_time, waits_for_office=not members, unreached=left)


def heads(demand: Coverage) -> Amount:
    """By heads nobody can tell one from another: so many are reached as often as there are members, times over."""
    return Amount(demand.times * (demand.population.size or 0), None, "人次" if demand.times > 1 else "人")


# Figures: the last one known by the due day counts, and after it the last one before the period closes.


def _rate(demand: Rate, period: Period, figures: Sequence[Figure]) -> Finding:
    falls = demand.direction == Direction.FALL
    need = Amount(None, demand.target, demand.unit) if falls else Amount(demand.target, None, demand.unit)
    known = _within(figures, demand.figure, period.first, period.closes)
    in_time = [figure for figure in known if figure.on <= period.due]
    below = [figure for figure in in_time if not _fits(figure, need)] if demand.direction == Direction.HOLD else []
    if below or (in_time and _fits(in_time[-1], need)):
        known = below[:1] or in_time[-1:]
    last = known[-1] if known else None
    is_done = last is not None and not below and _fits(last, need)
    return Finding(
        have=last.value if last else None,
        need=need,
        is_done=is_done,
        is_in_time=is_done and last in in_time,
        is_broken=bool(below),
        rests_on=tuple(known[-1:]),
    )


def _within(figures: Iterable[Figure], name: str, first: date, last: date) -> list[Figure]:
    found = (figure for figure in figures if figure.name == name and first <= figure.on <= last)
    return sorted(found, key=lambda figure: (figure.on, figure.value))


def _fits(figure: Figure, need: Amount) -> bool:
    if need.min is not None:
        return is_enough(figure.value, need.min)
    return need.max is not None and is_enough(need.max, figure.value)


def _growth(demand: Growth, period: Period, figures: Sequence[Figure]) -> Finding:
    in_time = _grown(demand, period.first, period.due, figures)
    if in_time.is_done:
        return in_time
    late = _grown(demand, period.first, period.closes, figures)
    return Finding(late.have, late.need, late.is_done, is_in_time=False, rests_on=late.rests_on)


def _grown(demand: Growth, first: date, last: date, figures: Sequence[Figure]) -> Finding:
    """What each is of what it was before, in per cent: 108 where it grew by eight."""
    ours, theirs = (_change(name, first, last, figures) for name in (demand.figure, demand.reference))
    have, need = (_per_cent(change) for change in (ours, theirs))
    is_done = have is not None and need is not None and is_enough(have, need)
    asked = Amount(need, None, "%") if need is not None else None
    return Finding(have, asked, is_done, is_done, rests_on=(*ours, *theirs))


def _change(name: str, first: date, last: date, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The last figure before the period, or the first in it, and the last one in it after that."""
    within = _within(figures, name, first, last)
    before = _within(figures, name, date.min, first)
    begin = next((figure for figure in reversed(before) if figure.on < first), None)
    chain = [begin, *within] if begin else within
    return (chain[0], chain[-1]) if len(chain) > 1 else tuple(chain)


def _per_cent(change: Sequence[Figure]) -> Number | None:
    if len(change) < 2 or change[0].value <= 0 or change[1].value < 0:
        return None
    return change[1].value / change[0].value * 100


# Reviews: the last one that speaks of the period counts; without one it waits for the office.


def _reviewed(records: Tally, reviews: Sequence[Review]) -> Finding:
    last = sorted(reviews, key=lambda review: (review.on, review.is_enough))[-1:]
    is_enough_now = bool(last and last[0].is_enough)
    return Finding(
        len(records.counted), None, is_enough_now, is_enough_now, waits_for_office=not last, rests_on=tuple(last)
    )
