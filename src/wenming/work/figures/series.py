"""The series that commitments need: which figure of which unit, in what it is measured, by which days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Direction, Rate, figures_of
from wenming.work.commitments.subjects import ALL, subjects_of
from wenming.work.models import Commitment

KINDS = ("rate", "growth")
Place = tuple[str, int]  # the figure's name, the unit (ALL: of the whole county)


@dataclass(slots=True)
class Series:
    """One figure of one unit with the commitments that are judged by it."""

    name: str
    unit: int
    commitments: list[Commitment] = field(default_factory=list)
    measured_in: str = ""  # %, 户, 万元
    target: float | None = None
    direction: Direction | None = None
    first: date = date.max
    last: date = date.min

    @property
    def place(self) -> Place:
        """By what it is known."""
        return self.name, self.unit

    def need(self, commitment: Commitment) -> None:
        """The commitment is judged by it as well."""
        rule = commitment_of(commitment.rule)
        self.commitments.append(commitment)
        self.first, self.last = min(self.first, rule.span.first), max(self.last, rule.span.last)
        if isinstance(rule.demand, Rate) and self.target is None:
            demand = rule.demand
            self.measured_in, self.target, self.direction = demand.unit, float(demand.target), demand.direction


def needed(seen: Q | None = None) -> dict[Place, Series]:
    """Every series that a binding commitment (of those ``seen``) is judged by, by name; the whole county's first.

    Seven queries. A figure of the whole county holds for each unit that has none of its own, so there is always one.
    """
    bound = Commitment.objects.binding().filter(seen or Q(), kind__in=KINDS).order_by("measure", "position", "pk")
    rows = list(bound.select_related("measure__version__plan").defer("measure__version__text", "measure__text"))
    subjects = subjects_of(rows)
    found: dict[Place, Series] = {}
    for row in rows:
        for name in figures_of(commitment_of(row.rule).demand):
            for unit in sorted({ALL, *subjects[row.pk]}):
                found.setdefault((name, unit), Series(name, unit)).need(row)
    return dict(sorted(found.items()))


def touched_by(names: Iterable[str]) -> list[int]:
    """The commitments whose verdicts may change with figures of these names."""
    wanted = set(names)
    bound = Commitment.objects.binding().filter(kind__in=KINDS).order_by("pk").values_list("pk", "rule")
    return [pk for pk, rule in bound if wanted.intersection(figures_of(commitment_of(rule).demand))]


def matching(series: Mapping[Place, Series], text: str, units: Mapping[int, Sequence[str]]) -> list[Series]:
    """Those whose name, or whose unit's names, hold the text."""
    return [
        one for one in series.values() if not text or any(text in each for each in (one.name, *units.get(one.unit, ())))
    ]
