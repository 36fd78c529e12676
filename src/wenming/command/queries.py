"""What the command structure is on a day; nothing here writes."""

from datetime import date

from django.db.models import Q, QuerySet

from wenming.command.models import Group, Link, LinkKind, Seat
from wenming.places.models import Area, Unit
from wenming.places.queries import areas_within


def on_day(day: date) -> Q:
    """What holds on that day: the first and the last day count."""
    return Q(since__lte=day) & not_over(day)


def not_over(day: date) -> Q:
    """What holds on that day, or will later."""
    return Q(until=None) | Q(until__gte=day)


def seats_now(group: Group, day: date) -> QuerySet[Seat]:
    """The seats of the group that are held on that day, or will be, in their order, each with who was there before."""
    return Seat.objects.filter(not_over(day), group=group).select_related("user", "unit", "predecessor__user")


def seats_formerly(group: Group, day: date) -> QuerySet[Seat]:
    """The seats of the group that were held before that day, the last first."""
    former = Seat.objects.filter(group=group, until__lt=day).select_related("user", "unit")
    return former.order_by("-until", "order", "pk")


def groups_below(group: Group, day: date) -> QuerySet[Group]:
    """The groups directly below that are there on that day, or will be."""
    return Group.objects.filter(not_over(day), parent=group)


def seats_of_unit(unit: Unit, day: date) -> QuerySet[Seat]:
    """In which groups the unit sits on that day, and as what."""
    seats = Seat.objects.filter(on_day(day), unit=unit).select_related("group", "user")
    return seats.order_by("group_id", "order", "pk")


def links_of_unit(unit: Unit, day: date) -> QuerySet[Link]:
    """Who looks after the unit on that day; for a town, a community or a village also who looks after its area."""
    found = Q(unit=unit)
    if unit.kind in {"town", "subdistrict", "community", "village"}:
        found |= Q(area=unit.area_id, unit=None, site="")
    return Link.objects.filter(found & on_day(day)).select_related("user", "area", "unit").order_by("kind", "pk")


def links_found(text: str = "", *, area: int | None = None, kind: str = "", on: date) -> QuerySet[Link]:
    """The links of that day with ``text`` in the leader's name or post, or in the place's name, by place.

    ``area``: what lies in it, and who looks after an area above it; a village's own come after those of its town.
    """
    links = Link.objects.filter(on_day(on)).select_related("user", "area", "unit", "predecessor__user")
    if kind in LinkKind.values:
        links = links.filter(kind=kind)
    if area is not None:
        links = links.filter(Q(area__in=areas_within(area)) | Q(area__in=areas_above(area), unit=None, site=""))
    if text:
        who = Q(name__icontains=text) | Q(user__full_name__icontains=text) | Q(post__icontains=text)
        where = Q(area__name__icontains=text) | Q(area__parent__name__icontains=text) | Q(site__icontains=text)
        links = links.filter(who | where | Q(unit__short__icontains=text) | Q(unit__name__icontains=text))
    return links.order_by("area__code", "area", "kind", "pk")


def areas_above(area: int) -> set[int]:
    """The areas over that one; one query."""
    parents = dict(Area.objects.values_list("pk", "parent_id"))
    found: set[int] = set()
    above = parents.get(area)
    while above is not None:
        found.add(above)
        above = parents.get(above)
    return found
