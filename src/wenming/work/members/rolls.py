"""What coverage by name rests on: the rolls of units, and who took part in records, as the rule takes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from wenming.places.models import Alias, Unit
from wenming.rules.commitments.model import Commitment, Coverage
from wenming.rules.commitments.roll import Attending, Enrolled, Matched, match
from wenming.work.models import Attendee, Member, Use

Roll = tuple[Enrolled, ...]
NOBODY = Matched(frozenset())


@dataclass(frozen=True, slots=True)
class Rolls:
    """The rolls by unit and population, by what each unit is called, and who took part in each record."""

    of: Mapping[tuple[int, str], Roll] = field(default_factory=dict)
    names: Mapping[int, frozenset[str]] = field(default_factory=dict)
    people: Mapping[int, tuple[Attending, ...]] = field(default_factory=dict)

    def roll(self, rule: Commitment, unit: int) -> Roll:
        """Those over whom the rule is for a unit; nobody where there is no roll, or it is no coverage."""
        population = population_of(rule)
        return self.of.get((unit, population), ()) if population else ()

    def matched(
        self, rule: Commitment, unit: int, record: int, days: tuple[date, date], took_part: Collection[int]
    ) -> Matched:
        """Whom of the unit's roll a record of those units reaches."""
        roll = self.roll(rule, unit)
        people = self.people.get(record, ()) if roll else ()
        if not people:
            return NOBODY
        others = set(took_part) - {unit}
        elsewhere = [(one.name, one.office) for other in others for one in self.roll(rule, other)]
        own = self.names.get(unit, ())
        return match(roll, people, *days, own=own, is_shared=bool(others), elsewhere=elsewhere)


def population_of(rule: Commitment) -> str:
    """Over whom a rule is, in the word of the plan; empty where it is no coverage."""
    return rule.demand.population.name if isinstance(rule.demand, Coverage) else ""


def load_rolls(rules: Iterable[Commitment], units: Collection[int], uses: QuerySet[Use]) -> Rolls:
    """The rolls of these units that the rules need; one query where there are none, four where there are.

    ``uses`` are those of the records whose people are wanted.
    """
    populations = {population_of(rule) for rule in rules} - {""}
    if not populations or not units:
        return Rolls()
    rolls: dict[tuple[int, str], list[Enrolled]] = defaultdict(list)
    rows = Member.objects.filter(unit__in=units, population__in=populations).order_by("pk")
    for one in rows:
        enrolled = Enrolled(one.pk, one.name, one.office, one.since, one.until)
        rolls[one.unit_id, one.population].append(enrolled)
    if not rolls:
        return Rolls()
    listed = {unit for unit, _population in rolls}
    of = {place: tuple(members) for place, members in rolls.items()}
    return Rolls(of, _names(listed), _people(uses))


def _names(units: Collection[int]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for pk, *names in Unit.objects.filter(pk__in=units).values_list("pk", "name", "short"):
        found[pk].update(names)
    for pk, name in Alias.objects.filter(unit__in=units).values_list("unit", "name"):
        found[pk].add(name)
    return {pk: frozenset(names) - {""} for pk, names in found.items()}


def _people(uses: QuerySet[Use]) -> dict[int, tuple[Attending, ...]]:
    rows = Attendee.objects.filter(record__in=uses.order_by().values("record"))
    found: dict[int, list[Attending]] = defaultdict(list)
    for record, name, office in rows.order_by().values_list("record", "name", "office"):
        found[record].append(Attending(name, office))
    return {record: tuple(people) for record, people in found.items()}
