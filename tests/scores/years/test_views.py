"""The years of a cycle on the page."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person
from tests.scores.making import make, make_open, saw
from wenming.accounts.models import User
from wenming.scores.models import RoundKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def seen(client: Client, query: str = "") -> str:
    return client.get(reverse("scores:years") + query).content.decode()


def three(me: User) -> list[int]:
    """A quarter of a standard in the first year, half in the second, all in the third."""
    told = [(2024, "0.25"), (2025, "0.5"), (2026, "1")]
    made = [
        make_open(me, saw("A-1", value), title=f"{year}年测评", last=date(year, 9, 1), kind=RoundKind.OFFICIAL)
        for year, value in told
    ]
    return [one.pk for one in made]


def test_three_years_by_their_weights(client: Client, me: User) -> None:
    three(me)
    page = seen(client)
    assert "<strong>76.25</strong> / 100" in page  # 15 × 1/4 + 25 × 1/2 + 60
    table = page[page.index("<tbody>") :]
    assert table.index("2024年测评") < table.index("2025年测评") < table.index("2026年测评")
    assert "3.75" in page
    assert "12.5" in page


def test_a_year_without_a_round_is_not_counted_and_that_is_told(client: Client, me: User) -> None:
    first, _second, third = three(me)
    page = seen(client, f"?kind=official&round_0={first}&round_1=&round_2={third}&weight_0=20&weight_1=20&weight_2=50")
    assert "<strong>55</strong> / 70" in page
    assert "90 分里的 70 分" in page
    assert "加起来是 90，不是 100" in page


def test_kinds_are_kept_apart_and_what_has_not_begun_is_not_offered(client: Client, me: User) -> None:
    make_open(me, saw("A-1"), title="模拟一", kind=RoundKind.MOCK)
    make(me, title="还在准备", kind=RoundKind.OFFICIAL)
    assert "还没有这一类的测评轮次" in seen(client)
    assert "模拟一" in seen(client, "?kind=mock")


def test_what_is_asked_wrongly_is_told_and_nothing_is_added_up(client: Client, me: User) -> None:
    first, *_others = three(me)
    page = seen(client, f"?round_0={first}&round_1={first}")
    assert "同一轮选了两次" in page
    assert "score-number" not in page
    assert seen(client, "?round_0=x&weight_1=y")


def test_it_takes_as_many_queries_for_many_rounds(
    client: Client, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    three(me)
    for at in range(5):
        make_open(me, saw("A-1"), title=f"第{at}次", last=date(2015 + at, 9, 1), kind=RoundKind.OFFICIAL)
    seen(client)
    with django_assert_max_num_queries(32):
        seen(client)
