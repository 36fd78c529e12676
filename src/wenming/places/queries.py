"""Questions about areas, units and classes; nothing here writes."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Q, QuerySet

from wenming.places.models import Area, AreaKind, ChangeKind, Unit, UnitChange, UnitClass
from wenming.rules.matching import Directory, Entry, EntryKind
from wenming.rules.reaching import reached, turned


def directory() -> Directory:
    """All units that stand and all classes with their names, ready for matching; five queries in all."""
    units = Unit.objects.standing().prefetch_related("aliases")
    classes = UnitClass.objects.prefetch_related("aliases")
    return Directory(
        [
            *(_entry(EntryKind.UNIT, unit, unit.short) for unit in units),
            *(_entry(EntryKind.CLASS, unit_class, unit_class.name) for unit_class in classes),
        ],
        Area.objects.filter(kind__in=[AreaKind.PROVINCE, AreaKind.CITY, AreaKind.COUNTY]).values_list(
            "name", flat=True
        ),
    )


def _entry(kind: EntryKind, thing: Unit | UnitClass, short: str) -> Entry:
    return Entry(kind, thing.pk, thing.name, short, tuple(alias.name for alias in thing.aliases.all()))


def home() -> Area | None:
    """The area that runs this programme: the topmost county, else the topmost area."""
    areas = Area.objects.order_by("pk")
    return areas.filter(kind=AreaKind.COUNTY).first() or areas.filter(parent=None).first()


def units_found(
    text: str = "", kind: str = "", *, area: int | None = None, is_dissolved: bool = False
) -> QuerySet[Unit]:
    """Units whose name, short name or other name contains ``text``, of ``kind``, in ``area`` or below it, where given.

    Those that stand, or the dissolved ones.
    """
    units = Unit.objects.select_related("area").prefetch_related("aliases", "parents")
    units = units.exclude(dissolved_on=None) if is_dissolved else units.standing()
    if kind:
        units = units.filter(kind=kind)
    if area:
        units = units.filter(area_id__in=areas_within(area))
    if text:
        named = Q(name__icontains=text) | Q(short__icontains=text) | Q(aliases__name__icontains=text)
        units = units.filter(named).distinct()
    return units


def classes_found(text: str = "") -> QuerySet[UnitClass]:
    """Classes whose name or other name contains ``text``."""
    classes = UnitClass.objects.select_related("area").prefetch_related("aliases")
    if text:
        classes = classes.filter(Q(name__icontains=text) | Q(aliases__name__icontains=text)).distinct()
    return classes


def members(unit_class: UnitClass) -> QuerySet[Unit]:
    """The units that the class stands for today: those named, and those its rule covers."""
    named = unit_class.named_members.values("pk")
    return members_by(kinds=unit_class.kinds, area=unit_class.area_id, named=Q(pk__in=named))


def members_by(*, kinds: Collection[str], area: int | None, named: Q) -> QuerySet[Unit]:
    """The units of these kinds in ``area`` (None: anywhere), and those ``named``; no dissolved one."""
    by_rule = Q(kind__in=kinds) if kinds else Q(pk__in=[])
    if kinds and area:
        by_rule &= Q(area_id__in=areas_within(area))
    return Unit.objects.standing().filter(by_rule | named)


def member_ids(unit_classes: QuerySet[UnitClass]) -> dict[int, frozenset[int]]:
    """The members of many classes at once: class id → unit ids; three queries however many there are."""
    parents = dict(Area.objects.values_list("pk", "parent_id"))
    units = list(Unit.objects.standing().values_list("pk", "kind", "area_id"))
    standing = {pk for pk, _kind, _area in units}
    found: dict[int, frozenset[int]] = {}
    for unit_class in unit_classes.prefetch_related("named_members"):
        by_rule = {
            pk for pk, kind, area in units if kind in unit_class.kinds and _lies_in(area, unit_class.area_id, parents)
        }
        named = {unit.pk for unit in unit_class.named_members.all()} & standing
        found[unit_class.pk] = frozenset(by_rule | named)
    return found


def _lies_in(area: int | None, wanted: int | None, parents: Mapping[int, int | None]) -> bool:
    while wanted is not None and area is not None and area != wanted:
        area = parents.get(area)
    return wanted is None or area == wanted


def areas_within(top: int) -> frozenset[int]:
    """The area and all areas below it; one query."""
    return reached([top], turned(Area.objects.values_list("pk", "parent_id")))


def classes_of(unit: Unit) -> list[UnitClass]:
    """The classes that the unit belongs to, named or by rule."""
    classes = UnitClass.objects.all()
    members_of = member_ids(classes)
    return [unit_class for unit_class in classes if unit.pk in members_of[unit_class.pk]]


def current_unit(key: int) -> Unit | None:
    """The unit of that key; where it was merged into another, since both were one, that one."""
    unit = Unit.objects.filter(pk=key).first()
    if unit is not None:
        return unit
    merges = UnitChange.objects.filter(kind=ChangeKind.SAME, undone_at=None, before__pk=key)
    merge = merges.select_related("unit").order_by("pk").last()
    return merge.unit if merge else None


def kind_counts() -> dict[str, int]:
    """How many units there are of each kind."""
    return dict(Unit.objects.standing().order_by("kind").values_list("kind").annotate(Count("pk")))
