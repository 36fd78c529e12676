"""Which leader is in charge of a unit: who looks after it, else the head of the nearest headquarters."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wenming.accounts.models import User
from wenming.command.models import GroupKind, Link, Seat
from wenming.command.queries import on_day
from wenming.places.models import Unit, UnitKind

_OF_A_PLACE = {UnitKind.TOWN, UnitKind.SUBDISTRICT, UnitKind.COMMUNITY, UnitKind.VILLAGE}


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody in charge: an account, or only a name; ``as_what`` is how they come to it (挂点, 总指挥)."""

    user: User | None
    name: str
    as_what: str


def leaders_in_charge(
    units: Collection[Unit], parents: Mapping[int, int | None], day: date
) -> dict[int, tuple[Leader, ...]]:
    """Unit → its leaders in charge on that day; two queries. Whoever leads several ways stands once."""
    links = list(Link.objects.filter(on_day(day), site="").select_related("user"))
    heads = _heads(day)
    found = {}
    for unit in units:
        ours = list(_links_of(unit, links)) or _nearest(unit.area_id, heads, parents)
        found[unit.pk] = tuple({(one.user, one.name): one for one in ours}.values())
    return found


def _links_of(unit: Unit, links: Collection[Link]) -> Iterator[Leader]:
    """For a town, a community or a village also who looks after its area."""
    for link in links:
        is_of_area = link.unit_id is None and link.area_id == unit.area_id and unit.kind in _OF_A_PLACE
        if link.unit_id == unit.pk or is_of_area:
            yield Leader(link.user, link.who, link.get_kind_display())


def _heads(day: date) -> dict[int, list[Leader]]:
    """Area → the first person in its headquarters."""
    held = on_day(day)
    seats = Seat.objects.filter(held, group__kind=GroupKind.HEADQUARTERS, group__until=None).select_related(
        "user", "group"
    )
    found: dict[int, list[Leader]] = {}
    for seat in seats.order_by("group_id", "order", "pk"):
        if seat.who and seat.group.area_id not in found:
            found[seat.group.area_id] = [Leader(seat.user, seat.who, seat.title)]
    return found


def _nearest(area: int | None, heads: Mapping[int, list[Leader]], parents: Mapping[int, int | None]) -> list[Leader]:
    while area is not None:
        if area in heads:
            return heads[area]
        area = parents.get(area)
    return []
