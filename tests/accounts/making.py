"""People for tests: what a test does not say is filled in plausibly."""

from datetime import UTC, datetime

from wenming.accounts.models import NOBODY_TWICE, Post, PostRole, User
from wenming.places.models import Area, AreaKind, Unit, UnitKind

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
PASSWORD = "qinghe-2026-spring"


def make_unit(short: str = "县文明办") -> Unit:
    """The unit of that short name, made where it is not there."""
    area = Area.objects.get_or_create(name="青禾县", defaults={"kind": AreaKind.COUNTY})[0]
    given = {"name": f"青禾县（{short}）", "kind": UnitKind.GOVERNMENT, "area": area}
    return Unit.objects.get_or_create(short=short, defaults=given)[0]


def make_person(
    username: str = "xuqing",
    *,
    role: PostRole | None = PostRole.OFFICE,
    unit: Unit | None = None,
    password: str | None = PASSWORD,
    is_sample: bool = False,
) -> User:
    """A person with one post (none where ``role`` is None)."""
    person = User(username=username, full_name=f"{username}先生", date_joined=NOON, is_sample=is_sample)
    person.set_password(password)
    person.save()
    if role:
        Post.objects.create(user=person, role=role, unit=None if role in NOBODY_TWICE else unit or make_unit())
    return person
