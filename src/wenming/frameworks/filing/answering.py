"""Who answers for each wanted piece of a round: those of the piece itself, and those of its whole standard."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wenming.frameworks.models import Assignment, AssignmentRole, Filing, Want
from wenming.frameworks.rulings import Rulings, is_released, rulings_of
from wenming.places.models import UnitClass
from wenming.places.queries import member_ids

Place = tuple[int | None, int]
_ORDER = {role: at for at, role in enumerate(AssignmentRole.values)}
_ASKED = frozenset({AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE, AssignmentRole.COOPERATING})


@dataclass(frozen=True, slots=True)
class Answering:
    """The rows of the responsibility table, by standard and piece (0: the whole), with the members of classes."""

    rows: Mapping[Place, Sequence[Assignment]]
    members: Mapping[int, frozenset[int]]
    rulings: Rulings

    def holders(self, want: Want) -> list[Assignment]:
        """Whom to ask: who answers for the very piece; where nobody does, who answers for the standard."""
        own = [*self.rows.get((want.item_id, want.number), ())]
        rows = own or [*self.rows.get((want.item_id, 0), ())]
        return sorted((one for one in rows if one.role in _ASKED), key=lambda one: _ORDER[one.role])

    def units_of(self, want: Want) -> frozenset[int]:
        """All units that have to do with it, in any role, for the piece or for the whole standard."""
        return frozenset(unit for number in (want.number, 0) for unit in self._units(want.item_id, number))

    def in_order(self, want: Want) -> list[int]:
        """Whom to ask, unit by unit, the leading first."""
        return list(dict.fromkeys(unit for row in self.holders(want) for unit in self._of(row)))

    def _units(self, item: int | None, number: int) -> Iterator[int]:
        for row in self.rows.get((item, number), ()):
            yield from self._of(row)

    def _of(self, row: Assignment) -> Sequence[int]:
        """The unit itself, or the members of the class without those that were decided not to answer there."""
        if row.unit_id:
            return (row.unit_id,)
        members = sorted(self.members.get(row.unit_class_id or 0, ()))
        return [one for one in members if not is_released(self.rulings, (row.item_id, row.wanted), one)]


def answering(filing: Filing) -> Answering:
    """Of all of the round; at most seven queries."""
    rows = Assignment.objects.filter(item__wants__filing=filing).distinct().select_related("unit", "unit_class")
    found: dict[Place, list[Assignment]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.item_id, row.wanted].append(row)
    classes = {row.unit_class_id for held in found.values() for row in held if row.unit_class_id}
    members = member_ids(UnitClass.objects.filter(pk__in=classes)) if classes else {}
    return Answering(found, members, rulings_of(filing.edition) if classes else {})
