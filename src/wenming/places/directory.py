"""The directory as a tree: kinds, and within each kind the units by area."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from wenming.places.models import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Branch:
    """The units of one kind in one area."""

    area: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Bough:
    """The units of one kind."""

    kind: str
    label: str | Promise
    count: int
    branches: tuple[Branch, ...]


def tree(units: Iterable[Unit]) -> list[Bough]:
    """The units by kind, then by area, both in their order; what has no units is left out."""
    found: dict[str, dict[str, list[Unit]]] = {}
    for unit in units:
        found.setdefault(unit.kind, {}).setdefault(unit.area.name, []).append(unit)
    return [_bough(kind, found[kind]) for kind in UnitKind if kind in found]


def _bough(kind: UnitKind, areas: dict[str, list[Unit]]) -> Bough:
    branches = tuple(Branch(area, tuple(units)) for area, units in areas.items())
    return Bough(kind.value, kind.label, sum(len(branch.units) for branch in branches), branches)
