"""Whom one may give posts, stop and hand over."""

import pytest

from tests.accounts.making import NOON
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.people.authority import may_give, may_manage
from wenming.accounts.powers import Powers, powers_of
from wenming.places.models import AreaKind, Unit

pytestmark = pytest.mark.django_db


def powers(user: User) -> Powers:
    """What the person may do."""
    return powers_of(user, on=NOON.date())


@pytest.fixture
def town() -> Unit:
    """A town of the county."""
    return make_unit("文昌街道", area=make_area("文昌街道", AreaKind.TOWN, make_area()))


# who gives, which role, for the town's unit or the county's → whether they may
CASES = [
    (PostRole.OFFICE, PostRole.LIAISON, "town", True),
    (PostRole.OFFICE, PostRole.LIAISON, "county", False),
    (PostRole.OFFICE, PostRole.OFFICE, "town", False),
    (PostRole.OFFICE, PostRole.ASSESSOR, "town", False),
    (PostRole.OFFICE, PostRole.AUDIT, "", False),
    (PostRole.SECURITY, PostRole.OFFICE, "county", True),
    (PostRole.SECURITY, PostRole.AUDIT, "", True),
    (PostRole.SYSTEM, PostRole.LIAISON, "town", False),
    (PostRole.AUDIT, PostRole.LIAISON, "town", False),
    (PostRole.LIAISON, PostRole.LIAISON, "town", False),
    (PostRole.LEADER, PostRole.LIAISON, "town", False),
]


@pytest.mark.parametrize(("giver", "role", "where", "may"), CASES)
def test_who_gives_which_posts(giver: PostRole, role: PostRole, where: str, may: bool, town: Unit) -> None:
    me = make_person("某人", giver, town)
    unit = {"town": town, "county": make_unit("县教育局"), "": None}[where]
    assert may_give(powers(me), Post(role=role, unit=unit)) is may


@pytest.mark.parametrize(
    ("giver", "held", "may"),
    [
        (PostRole.OFFICE, [PostRole.LIAISON], True),
        (PostRole.OFFICE, [PostRole.LIAISON, PostRole.OFFICE], False),
        (PostRole.OFFICE, [], True),
        (PostRole.SECURITY, [PostRole.OFFICE], True),
        (PostRole.LIAISON, [], False),
    ],
    ids=str,
)
def test_whose_account_one_may_stop(giver: PostRole, held: list[PostRole], may: bool, town: Unit) -> None:
    me, other = make_person("某人", giver, town), make_person("别人", None)
    posts = [Post(user=other, role=role, unit=town) for role in held]
    assert may_manage(powers(me), me, other, posts) is may


def test_nobody_stops_their_own() -> None:
    me = make_person("某人", PostRole.SECURITY)
    assert not may_manage(powers(me), me, me, [])
