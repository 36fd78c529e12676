"""The log is searched, and turned over page by page."""

from datetime import date, timedelta

import pytest

from tests.audit.making import NOON, person, tell
from wenming.accounts.models import User
from wenming.audit import queries
from wenming.audit.forms import Sought
from wenming.audit.models import Head
from wenming.audit.origin import Origin, OriginKind, act_as, coming_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> tuple[User, User]:
    """Two people with two events each, two hours apart; the last comes from another address."""
    one, other = person(), person("xu")
    tell("一县", "二县", by=one)
    tell("三县", by=other, at=NOON + timedelta(hours=2), verb="places.add_unit")
    with coming_from(Origin(OriginKind.WEB, address="10.1.2.3")):
        tell("四县", by=other, at=NOON + timedelta(hours=4))
    return one, other


def numbers(sought: Sought) -> list[int]:
    """Which events are found."""
    return [event.number for event in queries.found(sought)]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), [4, 3, 2, 1]),
        (Sought(person="shen"), [2, 1]),
        (Sought(person="XU"), [4, 3]),
        (Sought(person="nobody"), []),
        (Sought(verb="places.add_unit"), [3]),
        (Sought(address="10.1.2.3"), [4]),
        (Sought(address="10.1.2"), []),
        (Sought(since=NOON + timedelta(hours=1), until=NOON + timedelta(hours=3)), [3]),
        (Sought(succeeded=False), []),
        (Sought(succeeded=True), [4, 3, 2, 1]),
        (Sought(thing="教育局"), []),
    ],
)
def test_what_is_sought_is_found(people: tuple[User, User], sought: Sought, found: list[int]) -> None:
    assert numbers(sought) == found


def test_the_events_of_one_thing(people: tuple[User, User]) -> None:
    assert numbers(Sought(kind="accounts.user", key=str(people[0].pk))) == [2, 1]


def test_the_role_of_the_last_time(people: tuple[User, User]) -> None:
    assert queries.last_role_of("places.add_unit", people[0]) == ""
    for role in ("office", "security"):
        with coming_from(Origin(OriginKind.WEB)):
            act_as(role=role, held_for="")
            tell("县", by=people[0], verb="places.add_unit")
    assert queries.last_role_of("places.add_unit", people[0]) == "security"


def test_pages_follow_each_other_there_and_back() -> None:
    tell(*(f"{number}县" for number in range(1, 8)))

    def turned(*, before: int | None = None, after: int | None = None) -> tuple[list[int], int, int]:
        page = queries.page(queries.found(Sought()), before=before, after=after, size=3)
        return [event.number for event in page.events], page.older, page.newer

    assert turned() == ([7, 6, 5], 5, 0)
    assert turned(before=5) == ([4, 3, 2], 2, 4)
    assert turned(before=2) == ([1], 0, 1)
    assert turned(after=1) == ([4, 3, 2], 2, 4)
    assert turned(after=4) == ([7, 6, 5], 5, 0)
    assert turned(before=1) == ([], 0, 0)


def test_heads_of_a_month() -> None:
    for day in (date(2026, 10, 31), date(2026, 11, 30), date(2026, 11, 1)):
        Head.objects.create(day=day, number=1, digest="sha256:00")
    assert [head.day.day for head in queries.heads_of(date(2026, 11, 1))] == [1, 30]
