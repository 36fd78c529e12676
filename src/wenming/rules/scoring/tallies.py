"""The same observations by who answers for them: by territory (属地) and by line department (行业).

Both are the sum of the values over the number of rows: a row may count for several departments, or for none, and rows
of a standard that is not scored count as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wenming.rules.scoring.model import ZERO, Observation


@dataclass(frozen=True, slots=True)
class Tally:
    """What one territory or department got of how many rows; those with the same rate share a rank."""

    name: str
    got: Fraction
    of: int
    rank: int

    @property
    def rate(self) -> Fraction:
        """The mean value of its rows."""
        return self.got / self.of


def filled(observations: Sequence[Observation]) -> list[Observation]:
    """The observations, and for each territory where a standard was sampled elsewhere but not there, the others' mean.

    So a place that has no such site neither gains nor loses by it (缺样按其他属地的平均补).
    """
    seen: dict[str, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for one in observations:
        if one.territory:
            seen[one.standard][one.territory].append(one.value)
    everywhere = dict.fromkeys(one.territory for one in observations if one.territory)
    added = [
        Observation(standard, sum(means, ZERO) / len(means), territory=territory)
        for standard, its in seen.items()
        if (means := [sum(values, ZERO) / len(values) for values in its.values()])
        for territory in everywhere
        if territory not in its
    ]
    return [*observations, *added]


def by_territory(observations: Iterable[Observation]) -> list[Tally]:
    """Every territory that was looked at, the best first; those alike by name."""
    return _tallies((one.territory, one.value) for one in observations if one.territory)


def by_department(observations: Iterable[Observation]) -> list[Tally]:
    """Every department that answers for a row, the best first; those alike by name."""
    return _tallies((name, one.value) for one in observations for name in dict.fromkeys(one.departments) if name)


def _tallies(rows: Iterable[tuple[str, Fraction]]) -> list[Tally]:
    values: dict[str, list[Fraction]] = defaultdict(list)
    for name, value in rows:
        values[name].append(value)
    return _ranked([(name, sum(its, ZERO), len(its)) for name, its in values.items()])


def _ranked(sums: Sequence[tuple[str, Fraction, int]]) -> list[Tally]:
    order = sorted(sums, key=lambda one: (-one[1] / one[2], one[0]))
    rates = [got / of for _name, got, of in order]
    return [Tally(name, got, of, rates.index(rate) + 1) for (name, got, of), rate in zip(order, rates, strict=True)]
