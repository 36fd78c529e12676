"""The directory as rows of its workbook, piece by piece, so that a large one takes no more memory than a small one."""

from collections.abc import Iterator

from wenming.places.excel.columns import AREAS, CLASSES, UNITS
from wenming.places.excel.lookup import Areas
from wenming.places.excel.sheets import Cells
from wenming.places.excel.standing import AreaFacts
from wenming.places.models import Area, AreaKind, Unit, UnitClass, UnitKind
from wenming.rules.listed import joined

_PIECE = 500


def directory_rows() -> dict[str, Iterator[Cells]]:
    """The rows of each sheet, read when asked for."""
    found = Area.objects.values_list("pk", "name", "kind", "code", "parent").order_by("pk")
    areas = Areas({pk: AreaFacts(name, kind, code, above) for pk, name, kind, code, above in found.iterator()})
    return {AREAS: _areas(areas), UNITS: _units(areas), CLASSES: _classes(areas)}


def _areas(areas: Areas) -> Iterator[Cells]:
    ranks = list(AreaKind)
    for area in sorted(areas.facts.values(), key=lambda one: (ranks.index(AreaKind(one.kind)), one.code)):
        kind = str(AreaKind(area.kind).label)
        yield {"code": area.code, "name": area.name, "kind": kind, "parent": areas.path(area.parent)}


def _units(areas: Areas) -> Iterator[Cells]:
    for unit in Unit.objects.order_by("pk").prefetch_related("aliases", "parents").iterator(chunk_size=_PIECE):
        yield {
            "key": str(unit.pk),
            "name": unit.name,
            "short": unit.short,
            "kind": str(UnitKind(unit.kind).label),
            "area": areas.path(unit.area_id),
            "parents": joined([parent.name for parent in unit.parents.all()]),
            "aliases": joined([alias.name for alias in unit.aliases.all()]),
            "credit_code": unit.credit_code,
            "dissolved_on": unit.dissolved_on.isoformat() if unit.dissolved_on else "",
        }


def _classes(areas: Areas) -> Iterator[Cells]:
    classes = UnitClass.objects.order_by("pk").prefetch_related("named_members", "aliases")
    for one in classes.iterator(chunk_size=_PIECE):
        yield {
            "name": one.name,
            "kinds": joined([str(UnitKind(kind).label) for kind in one.kinds]),
            "area": areas.path(one.area_id),
            "members": joined([unit.name for unit in one.named_members.all()]),
            "aliases": joined([alias.name for alias in one.aliases.all()]),
        }
