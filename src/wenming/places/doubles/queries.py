"""The pairs of units that may be one; nothing here writes."""

from collections.abc import Iterator, Mapping

from django.core.cache import cache
from django.db.models import Count, Max

from wenming.audit.models import Event
from wenming.places.models import Alias, Area, AreaKind, NotSame, Unit
from wenming.places.reach import Scope
from wenming.rules.doubles import Double, Known, doubles

_KEPT_FOR = 3600  # seconds
_UP_TO = (AreaKind.COUNTY, AreaKind.CITY, AreaKind.PROVINCE)  # the 教育局 of two of them are two


def suggested() -> list[Double]:
    """All pairs that may be one and that nobody told apart, the surest first; counted anew when something changed."""
    found = cache.get_or_set(f"places.doubles:{_standing()}", _counted, _KEPT_FOR)
    apart = {frozenset(pair) for pair in NotSame.objects.values_list("one_id", "other_id")}
    return [double for double in found or [] if frozenset((double.one, double.other)) not in apart]


def suggested_in(scope: Scope) -> list[Double]:
    """Those of which the right reaches both."""
    found = suggested()
    keys = {key for double in found for key in (double.one, double.other)}
    if scope.everywhere or not keys:
        return found
    reached = {pk for pk, area in Unit.objects.values_list("pk", "area_id") if scope.holds(area=area, unit=pk)}
    return [double for double in found if {double.one, double.other} <= reached]


def _standing() -> str:
    """A word that is another as soon as the directory has changed: every change of it writes an event."""
    event = (
        Event.objects.filter(verb__startswith="places.").order_by("-number").values_list("number", flat=True).first()
    )
    units = Unit.objects.aggregate(Count("pk"), Max("pk"))
    aliases = Alias.objects.aggregate(Count("pk"), Max("pk"))
    return "-".join(map(str, (event, *units.values(), *aliases.values())))


def _counted() -> list[Double]:
    areas = Area.objects.filter(kind__in=_UP_TO).values_list("name", flat=True)
    return doubles(_known(), areas)


def _known() -> Iterator[Known]:
    lineages = _lineages()
    for unit in Unit.objects.standing().prefetch_related("aliases"):
        names = dict.fromkeys((unit.name, unit.short, *(alias.name for alias in unit.aliases.all())))
        yield Known(unit.pk, tuple(names), lineages[unit.area_id], unit.credit_code)


def _lineages() -> Mapping[int, tuple[int, ...]]:
    """Each area with those above it, up to the county."""
    areas = {area.pk: area for area in Area.objects.all()}
    return {pk: tuple(_upwards(areas, pk)) for pk in areas}


def _upwards(areas: Mapping[int, Area], key: int) -> Iterator[int]:
    area: Area | None = areas[key]
    while area is not None:
        yield area.pk
        area = areas[area.parent_id] if area.parent_id and area.kind not in _UP_TO else None
