"""The groups of a day under each other, each with those who sit in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wenming.command.models import Group, Seat
from wenming.command.queries import on_day


@dataclass(frozen=True, slots=True)
class Line:
    """A title and all who bear it, in their order."""

    title: str
    seats: tuple[Seat, ...]

    @property
    def is_units(self) -> bool:
        """Whether they are units only, which stand in one line."""
        return not any(seat.who for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Node:
    """A group with those who sit in it and the groups below."""

    group: Group
    lines: tuple[Line, ...]
    children: tuple["Node", ...]


def tree(day: date) -> list[Node]:
    """The topmost groups of that day with all below them, one whose parent is no more among them. Two queries."""
    groups = list(Group.objects.filter(on_day(day)).select_related("area", "host").order_by("pk"))
    there = {group.pk for group in groups}
    below: dict[int | None, list[Group]] = defaultdict(list)
    for group in groups:
        below[group.parent_id if group.parent_id in there else None].append(group)
    seats: dict[int, list[Seat]] = defaultdict(list)
    for seat in Seat.objects.filter(on_day(day)).select_related("user", "unit"):
        seats[seat.group_id].append(seat)
    return [_node(group, below, seats) for group in below[None]]


def _node(group: Group, below: dict[int | None, list[Group]], seats: dict[int, list[Seat]]) -> Node:
    children = tuple(_node(child, below, seats) for child in below.get(group.pk, ()))
    return Node(group, tuple(lines(seats.get(group.pk, ()))), children)


def lines(seats: Iterable[Seat]) -> Iterator[Line]:
    """Those who stand after one another under the same title, together."""
    for title, same in groupby(seats, key=lambda seat: seat.title):
        yield Line(title, tuple(same))


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes from top to bottom."""
    for node in nodes:
        yield node
        yield from flat(node.children)
