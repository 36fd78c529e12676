"""The directory as a tree: kinds, and within each kind the units by town."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from wenming.places.models import Area, AreaKind, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Branch:
    """The units of one kind in one town."""

    town: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Bough:
    """The units of one kind."""

    kind: str
    label: str | Promise
    count: int
    branches: tuple[Branch, ...]


def tree(units: Iterable[Unit]) -> list[Bough]:
    """The units by kind, then by town, both in their order; what has no units is left out.

    The units come with ``area__parent``. Where hardly a town has two units, they stand in one branch without a name.
    """
    found: dict[str, dict[str, list[Unit]]] = {}
    for unit in units:
        found.setdefault(unit.kind, {}).setdefault(_town(unit.area), []).append(unit)
    return [_bough(kind, found[kind]) for kind in UnitKind if kind in found]


def _town(area: Area) -> str:
    return area.parent.name if area.kind == AreaKind.COMMUNITY and area.parent else area.name


def _bough(kind: UnitKind, areas: dict[str, list[Unit]]) -> Bough:
    count = sum(map(len, areas.values()))
    branches: tuple[Branch, ...]
    if count < 2 * len(areas) or len(areas) == 1:
        branches = (Branch("", tuple(unit for units in areas.values() for unit in units)),)
    else:
        branches = tuple(Branch(town, tuple(units)) for town, units in areas.items())
    return Bough(kind.value, kind.label, count, branches)
