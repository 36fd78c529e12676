"""What a task asks for, period by period, cut into portions of which each makes one record. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from wenming.rules.commitments.facts import MINUTES, OCCURRENCES, PEOPLE
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Length,
    Recurring,
    Standing,
    Total,
)
from wenming.rules.commitments.periods import Calendar, Period, periods

FEW = 4  # times that are recorded one by one; more stand in one record
_PORTIONS = 6  # of what all do together over months
_LONGEST = 480  # minutes that are written as such; longer work is written in days or hours


@dataclass(frozen=True, slots=True)
class Size:
    """How much a record says that it was."""

    minutes: int | None = None
    people: int | None = None
    outputs: tuple[tuple[int, str], ...] = ()

    def scaled(self, factor: float) -> "Size":
        """The same, smaller or larger; what is counted stays at least 1."""
        return Size(
            None if self.minutes is None else max(5, round(self.minutes * factor / 5) * 5),
            None if self.people is None else max(1, int(self.people * factor)),
            tuple((max(1, int(count * factor)), word) for count, word in self.outputs),
        )


@dataclass(frozen=True, slots=True)
class Need:
    """One record that is asked for in a period."""

    period: Period
    size: Size


def needs(rule: Commitment, calendar: Calendar, chance: Random) -> Iterator[Need]:
    """The records that would keep the commitment for one subject, in the order of the periods."""
    for period in periods(rule, calendar):
        for size in _sizes(rule, chance):
            yield Need(period, size)


def day_label(day: date, period: Period) -> str:
    """How a title names the time: 三月 of a month, 第三季度 of a quarter, nothing of a year or a day."""
    days = (period.last - period.first).days + 1
    if 27 <= days <= 45:
        return f"{day.month}月"
    if 80 <= days <= 100:
        return f"{'一二三四'[(day.month - 1) // 3]}季度"
    return ("上半年" if day.month <= 6 else "下半年") if 150 <= days <= 200 else ""


def _sizes(rule: Commitment, chance: Random) -> list[Size]:
    base = _of(Size(), rule.least) if rule.least else Size()
    match rule.demand:
        case Recurring(amount=amount):
            return [_of(base, part) for part in _parts(amount, 1, chance)]
        case Total(amount=amount, together=together):
            return [_of(base, part) for part in _parts(amount, _PORTIONS if together else 2, chance)]
        case Length(amount=amount):
            return [_of(base, amount)] * 2
        case Coverage(times=times, population=population):
            share = -(-times * (population.size or 60) // 3)
            return [replace(base, people=share)] * 3
        case Deadline() | Standing():
            return [base]
    return []  # figures are measured, not recorded


def _parts(amount: Amount, portions: int, chance: Random) -> list[Amount]:
    """The amount in several records; of a limit as much as is allowed, seldom more."""
    if amount.min is None:
        most = int(amount.max or 0) + (chance.random() < 0.1)
        return (
            [Amount(1, None, amount.unit)] * most if amount.unit in OCCURRENCES else [Amount(most, None, amount.unit)]
        )
    if amount.unit in OCCURRENCES and amount.min <= FEW:
        return [Amount(1, None, amount.unit)] * int(amount.min)
    if amount.unit in MINUTES or amount.min < 2 * portions:
        return [amount]
    return [Amount(-(-int(amount.min) // portions), None, amount.unit)] * portions


def _of(size: Size, amount: Amount) -> Size:
    """The size with so much of it; of a limit half of what is allowed."""
    much = amount.min if amount.min is not None else (amount.max or 0) / 2
    if amount.unit in MINUTES:
        minutes = round(much * MINUTES[amount.unit])
        if minutes <= _LONGEST:
            return replace(size, minutes=minutes)
    if amount.unit in PEOPLE:
        return replace(size, people=int(much))
    if amount.unit in OCCURRENCES and much <= 1:
        return size
    return replace(size, outputs=(*size.outputs, (int(-(-much // 1)), amount.unit)))
