"""The directory as it stands, in plain values: what a workbook is compared with, and its fingerprint."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from wenming.places import queries
from wenming.places.models import Alias, Area, ChangeKind, Unit, UnitChange, UnitClass


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """An area; ``parent`` is a key, negative for an area that stands in the workbook only: minus its row."""

    name: str
    kind: str
    code: str = ""
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit; keys as with areas."""

    name: str
    short: str
    kind: str
    area: int
    credit_code: str = ""
    dissolved_on: str = ""
    parents: frozenset[int] = frozenset()
    aliases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """A class of units; keys as with areas."""

    name: str
    kinds: frozenset[str] = frozenset()
    area: int | None = None
    members: frozenset[int] = frozenset()
    aliases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """All areas, units and classes by their keys; the names that units bore before; the area that runs it all."""

    areas: Mapping[int, AreaFacts]
    units: Mapping[int, UnitFacts]
    classes: Mapping[int, ClassFacts]
    former: Mapping[int, frozenset[str]]
    home: int | None

    def fingerprint(self) -> str:
        """The same as long as nothing that a workbook tells of has changed."""
        digest = hashlib.sha256()
        for things in (self.areas, self.units, self.classes, self.former):
            for key in sorted(things):
                thing = things[key]
                said = thing if isinstance(thing, frozenset) else asdict(thing)
                digest.update(json.dumps([key, said], default=sorted, sort_keys=True).encode())
            digest.update(b"\n")
        return digest.hexdigest()


def standing() -> Standing:
    """The directory as it stands now; the same number of queries however large it is."""
    aliases: dict[str, dict[int, set[str]]] = {"unit": defaultdict(set), "unit_class": defaultdict(set)}
    for name, unit, unit_class in Alias.objects.order_by().values_list("name", "unit", "unit_class").iterator():
        owner = ("unit", unit) if unit else ("unit_class", unit_class)
        aliases[owner[0]][owner[1]].add(name)
    top = queries.home()
    return Standing(
        {pk: AreaFacts(*fields) for pk, *fields in Area.objects.order_by().values_list("pk", *_AREA).iterator()},
        _units(aliases["unit"]),
        _classes(aliases["unit_class"]),
        _former(),
        top.pk if top else None,
    )


_AREA = ("name", "kind", "code", "parent")
_UNIT = ("name", "short", "kind", "area", "credit_code", "dissolved_on")


def _units(aliases: Mapping[int, set[str]]) -> dict[int, UnitFacts]:
    parents = _pairs(Unit.parents.through.objects.order_by().values_list("from_unit", "to_unit").iterator())
    found = {}
    for pk, name, short, kind, area, code, day in Unit.objects.order_by().values_list("pk", *_UNIT).iterator():
        dissolved = day.isoformat() if day else ""
        above, names = frozenset(parents.get(pk, ())), frozenset(aliases.get(pk, ()))
        found[pk] = UnitFacts(name, short, kind, area, code, dissolved, above, names)
    return found


def _classes(aliases: Mapping[int, set[str]]) -> dict[int, ClassFacts]:
    members = _pairs(UnitClass.named_members.through.objects.order_by().values_list("unitclass", "unit").iterator())
    return {
        pk: ClassFacts(name, frozenset(kinds), area, frozenset(members.get(pk, ())), frozenset(aliases.get(pk, ())))
        for pk, name, kinds, area in UnitClass.objects.order_by().values_list("pk", "name", "kinds", "area")
    }


def _pairs(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _former() -> dict[int, frozenset[str]]:
    """The names that units bore before they were renamed."""
    found: dict[int, set[str]] = defaultdict(set)
    renamed = UnitChange.objects.filter(kind=ChangeKind.RENAMED, undone_at=None).order_by()
    for unit, before in renamed.values_list("unit", "before").iterator():
        found[unit] |= {before[name] for name in ("name", "short") if before.get(name)}
    return {unit: frozenset(names) for unit, names in found.items()}
