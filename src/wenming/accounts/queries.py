"""What this room is asked for: people offered in demo mode, a person's posts, the county's name."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet

from wenming.accounts.models import Post, User
from wenming.places.queries import home

SAMPLE_SHOWN = 12  # more would be a directory, not an offer


def posts_of(user: User) -> QuerySet[Post]:
    """The roles a person holds, each with its unit."""
    return Post.objects.filter(user=user).select_related("unit")


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
