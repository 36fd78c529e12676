"""What this room is asked for: people offered in demo mode, a person's posts, the county's name."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from wenming.accounts.models import Post, User
from wenming.places.queries import home

SAMPLE_SHOWN = 16  # more would be a directory, not an offer


def in_force(on: date, prefix: str = "") -> Q:
    """The posts that count on that day: within their period, not ended; a deputy's while the other's is held as well.

    ``prefix`` leads to the posts from another model: ``posts__``.
    """
    return _held(on, prefix) & (Q(**{f"{prefix}deputy_of": None}) | _held(on, f"{prefix}deputy_of__"))


def _held(on: date, prefix: str) -> Q:
    begun = Q(**{f"{prefix}since": None}) | Q(**{f"{prefix}since__lte": on})
    not_over = Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": on})
    return Q(**{f"{prefix}ended_at": None}) & begun & not_over


def posts_of(user: User, *, on: date) -> QuerySet[Post]:
    """The posts a person holds on that day, each with its unit or area."""
    return Post.objects.filter(in_force(on), user=user).select_related("unit", "area", "deputy_of__user")


def sample_people() -> Sequence[User]:
    """Whom one may enter as in demo mode, in the order they were loaded, each with ``posts`` and their units.

    Only accounts marked as a sample: demo mode switched on over real data by mistake opens nobody's account.
    """
    people = User.objects.filter(is_sample=True, is_active=True, posts__isnull=False).distinct().order_by("pk")
    return list(people.prefetch_related(Prefetch("posts", Post.objects.select_related("unit")))[:SAMPLE_SHOWN])


def sample_person(pk: int) -> User | None:
    """One of the people who may be entered as in demo mode."""
    return User.objects.filter(pk=pk, is_sample=True, is_active=True).first()


def county_name() -> str:
    """The name of the area that runs this programme; empty before the directory is there."""
    area = home()
    return area.name if area else ""
