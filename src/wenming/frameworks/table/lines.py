"""The responsibility table by unit: what each unit answers for, itself and as a member of a class."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from wenming.frameworks.models import Assignment, AssignmentRole, Dispute, Edition, Entry, Item
from wenming.frameworks.rulings import is_released, rulings_of
from wenming.places.models import Unit, UnitClass
from wenming.places.queries import classes_of, member_ids


@dataclass(frozen=True, slots=True)
class Load:
    """How much one unit answers for, role by role; ``pieces`` of evidence among it; what it ``disputed`` and waits."""

    unit: Unit
    counts: Mapping[str, int]
    pieces: int
    disputed: int

    @property
    def total(self) -> int:
        """All roles together."""
        return sum(self.counts.values())

    @property
    def count_words(self) -> list[tuple[object, int]]:
        """The roles it has in words, the leading first, each with how many."""
        return [(role.label, self.counts[role]) for role in AssignmentRole if self.counts.get(role)]


def loads_of(edition: Edition) -> list[Load]:
    """Each unit that answers for anything, the most loaded first; eight queries at most however many there are."""
    rows = Assignment.objects.filter(item__edition=edition)
    members = member_ids(UnitClass.objects.filter(pk__in=rows.values("unit_class")))
    rulings = rulings_of(edition)
    held: dict[int, dict[tuple[int, int], str]] = {}
    for item, wanted, role, unit, unit_class in rows.order_by("pk").values_list(
        "item", "wanted", "role", "unit", "unit_class"
    ):
        for one in (unit,) if unit else members.get(unit_class, ()):
            place = (item, wanted)
            if unit or not (
                is_released(rulings, place, one) or place in held.get(one, {})
            ):  # named itself counts first
                held.setdefault(one, {})[place] = role
    units = Unit.objects.filter(pk__in=held).order_by("pk")
    waiting = Counter(
        Dispute.objects.filter(item__edition=edition, decided_at=None).order_by().values_list("unit", flat=True)
    )
    loads = [_load(unit, held[unit.pk], waiting[unit.pk]) for unit in units]
    return sorted(loads, key=lambda one: -one.total)


def _load(unit: Unit, own: Mapping[tuple[int, int], str], disputed: int) -> Load:
    return Load(unit, Counter(own.values()), sum(wanted > 0 for _item, wanted in own), disputed)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a unit answers for; ``via`` is the class through which, None where it is named itself.

    ``is_disputed``: the unit has said that it is not theirs, and waits.
    """

    item: Item
    number: int  # of the piece of evidence; 0: the standard
    wanted: str  # what that piece is; empty: the standard
    role: AssignmentRole
    via: UnitClass | None
    is_disputed: bool = False


def lines_of(edition: Edition, unit: Unit) -> list[Line]:
    """All that the unit answers for, in the framework's order; eight queries at most."""
    rulings = rulings_of(edition)
    waiting = Dispute.objects.filter(item__edition=edition, unit=unit, decided_at=None)
    disputed = set(waiting.order_by().values_list("item", "wanted"))
    named = Assignment.objects.filter(item__edition=edition, unit=unit)
    by_class = Assignment.objects.filter(item__edition=edition, unit_class__in=classes_of(unit))
    found: dict[tuple[int, int], Line] = {}
    entries = Prefetch("item__entries", Entry.objects.order_by("wanted", "pk"), to_attr="filled_in")
    for row in (named | by_class).select_related("item", "unit_class").prefetch_related(entries):
        place = (row.item_id, row.wanted)
        if row.unit_id or not (place in found or is_released(rulings, place, unit.pk)):
            found[place] = _line(row, is_disputed=place in disputed)
    return sorted(found.values(), key=lambda one: one.item.position)


def _line(row: Assignment, *, is_disputed: bool) -> Line:
    pieces = row.item.body.get("evidence", [])
    piece = pieces[row.wanted - 1].get("what", "") if 0 < row.wanted <= len(pieces) else ""
    return Line(row.item, row.wanted, piece, AssignmentRole(row.role), row.unit_class, is_disputed)
