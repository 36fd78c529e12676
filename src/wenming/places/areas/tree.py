"""The areas as a tree, each with how many units belong to it and to those below it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from wenming.places.models import Area


@dataclass(frozen=True, slots=True)
class Node:
    """An area with those below it; ``units`` are its own, ``whole`` those below it as well."""

    area: Area
    units: int
    whole: int
    children: tuple["Node", ...]

    @property
    def is_empty(self) -> bool:
        """Whether neither areas nor units belong to it."""
        return not self.children and not self.units


def area_tree() -> list[Node]:
    """The topmost areas with all below them; one query."""
    standing = Count("units", filter=Q(units__dissolved_on=None))
    below: dict[int | None, list[Area]] = defaultdict(list)
    for area in Area.objects.annotate(unit_count=standing).order_by("code", "pk"):
        below[area.parent_id].append(area)
    return [_node(area, below) for area in below[None]]


def _node(area: Area, below: dict[int | None, list[Area]]) -> Node:
    children = tuple(_node(child, below) for child in below[area.pk])
    own: int = area.unit_count  # type: ignore[attr-defined]  # annotated above
    return Node(area, own, own + sum(child.whole for child in children), children)


def lines(nodes: list[Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """The nodes from top to bottom, each with how deep it lies."""
    for node in nodes:
        yield depth, node
        yield from lines(list(node.children), depth + 1)
