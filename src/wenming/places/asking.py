"""What somebody asks the directory for: the words, filters and order of its address."""

from dataclasses import dataclass

from django.http import HttpRequest

from wenming.places.models import Area, UnitKind
from wenming.web.numbers import whole
from wenming.web.searching import searched

_ORDERS = {
    "name": ("name", "pk"),
    "short": ("short", "pk"),
    "kind": ("kind", "pk"),
    "area": ("area__code", "area", "pk"),
    "dissolved": ("dissolved_on", "pk"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one address; what makes no sense in it is left out."""

    text: str = ""
    kind: str = ""
    area: int | None = None
    is_dissolved: bool = False
    sort: str = ""
    as_list: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """What the request asks for."""
        given = request.GET
        kind, sort = given.get("kind", ""), given.get("sort", "")
        return cls(
            text=searched(given),
            kind=kind if kind in UnitKind.values else "",
            area=whole(given.get("area", "")),
            is_dissolved=given.get("state") == "dissolved",
            sort=sort if sort.removeprefix("-") in _ORDERS else "",
            as_list=given.get("as") == "list",
        )

    @property
    def is_list(self) -> bool:
        """Whether a table answers it, rather than the tree of all."""
        return bool(self.text or self.kind or self.area or self.is_dissolved or self.sort or self.as_list)

    @property
    def order(self) -> tuple[str, ...]:
        """The fields to order by."""
        fields = _ORDERS.get(self.sort.removeprefix("-"), ("pk",))
        return tuple(f"-{field}" for field in fields) if self.sort.startswith("-") else fields


def area_choices() -> list[tuple[int, str]]:
    """The areas down to the towns, each with those above it in its words; one query."""
    areas = {area.pk: area for area in Area.objects.exclude(kind="community").order_by("code", "pk")}
    return [(pk, _path(area, areas)) for pk, area in areas.items()]


def _path(area: Area, areas: dict[int, Area]) -> str:
    above = areas.get(area.parent_id or 0)
    return f"{_path(above, areas)} › {area.name}" if above else area.name
