"""Two figures that are to grow at the same pace (funds with revenue), each in per cent of where it began, as the rule
compares them. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Growth
from wenming.work.models import Commitment

Values = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared, and the day from which it is."""

    figure: str
    reference: str
    first: date

    @property
    def names(self) -> tuple[str, str]:
        """Both, the one that is judged first."""
        return self.figure, self.reference


@dataclass(frozen=True, slots=True)
class Growing:
    """Both figures by name and day in per cent; ``lacking`` are those that have nothing to begin from."""

    pair: Pair
    values: Mapping[str, Values]

    @property
    def lacking(self) -> Sequence[str]:
        """The figures without a value that could be compared."""
        return [name for name in self.pair.names if not self.values[name]]

    @property
    def rows(self) -> list[tuple[date, list[float | None]]]:
        """A row of the table for each day that any of them has, the last first."""
        days = sorted({day for known in self.values.values() for day in known}, reverse=True)
        return [(day, [self.values[name].get(day) for name in self.pair.names]) for day in days]


def pairs_of(commitments: Iterable[Commitment]) -> list[Pair]:
    """What the commitments compare, each pair once."""
    found: dict[Pair, None] = {}
    for one in commitments:
        if one.kind == "growth":
            rule = commitment_of(one.rule)
            if isinstance(rule.demand, Growth):
                found[Pair(rule.demand.figure, rule.demand.reference, rule.span.first)] = None
    return list(found)


def growing(pair: Pair, known: Mapping[str, Values]) -> Growing:
    """Both figures of the pair from where they begin."""
    return Growing(pair, {name: in_per_cent(known.get(name, {}), pair.first) for name in pair.names})


def in_per_cent(values: Values, first: date) -> dict[date, float]:
    """Each value in per cent of the last one before the first day, or, where there is none, of the first one since.

    >>> in_per_cent({date(2025, 12, 1): 200, date(2026, 3, 1): 216}, date(2026, 1, 1)).values()
    dict_values([100.0, 108.0])
    """
    begin = max((day for day in values if day < first), default=min(values, default=None))
    if begin is None or values[begin] <= 0:
        return {}
    return {day: round(values[day] / values[begin] * 100, 1) for day in sorted(values) if day >= begin}
