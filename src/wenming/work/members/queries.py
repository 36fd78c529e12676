"""Rolls as pages show them: how many are on each, who is, and who has taken part. Nothing here writes."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import Coverage
from wenming.rules.commitments.roll import Doubt
from wenming.work.commitments.subjects import open_to
from wenming.work.members.rolls import Rolls, load_rolls, population_of
from wenming.work.models import Commitment, Member, Record, Use
from wenming.work.verdicts.explaining import Working


@dataclass(frozen=True, slots=True)
class ByName:
    """A coverage counted by name: how often each whom the period asks for took part, and which names are unclear."""

    population: str
    have: int
    need: int
    times: int
    attended: Mapping[int, int]  # member → in how many of the records that count
    doubts: Sequence[tuple[Record, Doubt]]

    @property
    def missing(self) -> int:
        """How many have not taken part as often as is asked."""
        return self.need - self.have


def standing_on(day: date) -> Q:
    """Who is on a roll on that day."""
    return (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gte=day))


def rolls_seen(powers: Powers, today: date) -> QuerySet[Member, Any]:
    """Unit and population with how many there are today, of the units whose work the person sees."""
    seen = powers.scope(Right.WORK_VIEW).within("unit__area", unit_field="unit")
    rows = Member.objects.filter(seen).order_by("unit__short", "unit", "population")
    counts = rows.values("unit", "unit__short", "population").annotate(count=Count("pk", filter=standing_on(today)))
    return counts.order_by("unit__short", "unit", "population")


def populations_of(unit: Unit) -> list[str]:
    """The words for people that bind the unit, then those that its roll has besides."""
    rules = Commitment.objects.binding().filter(open_to([unit.pk]), kind="coverage").values_list("rule", flat=True)
    asked = [population_of(commitment_of(rule)) for rule in rules]
    listed = Member.objects.filter(unit=unit).order_by("population").values_list("population", flat=True).distinct()
    return list(dict.fromkeys([*sorted(asked), *listed]))


def members_of(unit: Unit, population: str, *, words: str = "", day: date | None = None) -> QuerySet[Member]:
    """The roll by name; those whose name or office has the words, those there on the ``day``."""
    found = Member.objects.filter(unit=unit, population=population).order_by("name", "pk")
    if words:
        found = found.filter(Q(name__icontains=words) | Q(office__icontains=words))
    return found if day is None else found.filter(standing_on(day))


def counted_by_name(working: Working, unit: Unit) -> ByName | None:
    """How the shown period stands by name; None where it is counted by number. Six queries at most."""
    population, shown = population_of(working.rule), working.shown
    if not population:
        return None
    took_part = _took_part(working)
    uses = Use.objects.filter(record__in=list(working.records))
    rolls = load_rolls([working.rule], {unit.pk}.union(*took_part.values()), uses)
    if not rolls.roll(working.rule, unit.pk) or shown.need is None:
        return None
    attended = Counter(member for one in shown.counted for member in one.reached)
    times = working.rule.demand.times if isinstance(working.rule.demand, Coverage) else 1
    need = int(shown.need.min or 0)
    doubts = _doubts(working, unit, rolls, took_part)
    return ByName(population, int(shown.have or 0), need, times, attended, doubts)


def _took_part(working: Working) -> dict[int, set[int]]:
    """The units of each record of the period."""
    found = {key: {one.unit_id} for key, one in working.records.items()}
    for record, unit in Record.with_units.through.objects.filter(record__in=list(found)).values_list("record", "unit"):
        found[record].add(unit)
    return found


def _doubts(
    working: Working, unit: Unit, rolls: Rolls, took_part: Mapping[int, Collection[int]]
) -> list[tuple[Record, Doubt]]:
    """Names in the records of the period of which nobody can say whose they are."""
    return [
        (one, doubt)
        for key, one in working.records.items()
        for doubt in rolls.matched(working.rule, unit.pk, key, (one.first, one.last), took_part[key]).doubts
    ]
