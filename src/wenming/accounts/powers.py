"""What a person may do on a day, and how far: made from the posts they hold, once for each request."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.queries import in_force
from wenming.accounts.rights import GIVES, RIGHTS, Reach, Right
from wenming.audit.origin import act_as
from wenming.places.models import Area, Unit
from wenming.places.reach import Scope
from wenming.rules.reaching import reached, turned


@dataclass(frozen=True, slots=True)
class Grant:
    """A right that one post gives, and how far it reaches."""

    right: Right
    role: PostRole
    held_for: str  # "unit:12", "area:3"; empty for the whole installation
    area: int | None  # of the post, or of its unit
    scope: Scope


@dataclass(frozen=True, slots=True)
class Powers:
    """All that a person may do (``request.rights``); a right is ``in`` it where any post gives it."""

    grants: tuple[Grant, ...] = ()

    def __contains__(self, right: object) -> bool:
        return any(grant.right == right for grant in self.grants)

    def __iter__(self) -> Iterator[Right]:
        return iter(dict.fromkeys(grant.right for grant in self.grants))

    def scope(self, right: str) -> Scope:
        """How far the right reaches with all posts together; nowhere where none gives it."""
        found = Scope()
        for grant in self._of(right):
            found |= grant.scope
        return found

    def reaches(self, right: str, *, area: int | None, unit: int | None = None) -> bool:
        """Whether the right may be used on a thing of that area, or of that unit."""
        return self.scope(right).holds(area=area, unit=unit)

    def exercise(self, right: str, *, area: int | None = None, unit: int | None = None) -> bool:
        """Whether the right is held, and reaches there where a place is given.

        The log tells from now on in which role the person acts: that of the first post which gives the right there.
        """
        is_placed = area is not None or unit is not None
        for grant in self._of(right):
            if not is_placed or grant.scope.holds(area=area, unit=unit):
                act_as(role=grant.role.value, held_for=grant.held_for)
                return True
        return False

    def givable(self) -> dict[PostRole, Scope]:
        """Which posts the person may give and end, and how far."""
        found: dict[PostRole, Scope] = {}
        for grant in self._of(Right.PERSON_EDIT):
            for role in GIVES.get(grant.role, ()):
                found[role] = found.get(role, Scope()) | grant.scope
        return {role: found[role] for role in PostRole if role in found}

    def own_area(self, right: str) -> int | None:
        """The area for which the right is held first."""
        return next((grant.area for grant in self._of(right)), None)

    def _of(self, right: str) -> Iterator[Grant]:
        return (grant for grant in self.grants if grant.right == right)


def powers_of(user: User, *, on: date) -> Powers:
    """What the person may do on that day; at most three queries, however many posts, areas and units there are."""
    posts = list(Post.objects.filter(in_force(on), user=user).select_related("unit"))
    if not posts:
        return Powers()
    parents = dict(Area.objects.values_list("pk", "parent_id")) if any(_area_of(post) for post in posts) else {}
    below = turned(Unit.parents.through.objects.values_list("from_unit", "to_unit")) if _needs_units(posts) else {}
    return Powers(tuple(grant for post in posts for grant in _grants(post, parents, below)))


def _area_of(post: Post) -> int | None:
    return post.unit.area_id if post.unit else post.area_id


def _needs_units(posts: Iterable[Post]) -> bool:
    return any(post.unit_id and Reach.UNIT in RIGHTS[PostRole(post.role)].values() for post in posts)


def _grants(post: Post, parents: Mapping[int, int | None], below: Mapping[int, list[int]]) -> Iterator[Grant]:
    role, area = PostRole(post.role), _area_of(post)
    held_for = f"unit:{post.unit_id}" if post.unit_id else f"area:{post.area_id}" if post.area_id else ""
    for right, reach in RIGHTS[role].items():
        yield Grant(right, role, held_for, area, _scope(reach, post, area, parents, below))


def _scope(
    reach: Reach, post: Post, area: int | None, parents: Mapping[int, int | None], below: Mapping[int, list[int]]
) -> Scope:
    if reach is Reach.EVERYWHERE:
        return Scope(everywhere=True)
    if area is None or reach is Reach.NAMED:
        return Scope()
    above = _above(area, parents)
    if reach is Reach.UNIT and post.unit_id:
        return Scope(units=reached([post.unit_id], below), above=above | {area})
    return Scope(areas=reached([area], turned(parents.items())), above=above)


def _above(area: int, parents: Mapping[int, int | None]) -> frozenset[int]:
    steps = {one: [parent] for one, parent in parents.items() if parent is not None}
    return reached([area], steps) - {area}
