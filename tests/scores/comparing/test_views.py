"""Ranking and comparison on the page."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from tests.scores.making import make_open, saw, towns
from wenming.accounts.models import User
from wenming.scores.models import Missing, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def seen(client: Client, name: str, found: Round, query: str = "") -> str:
    return client.get(reverse(name, args=[found.pk]) + query).content.decode()


def test_territories_and_departments(client: Client, me: User) -> None:
    one, other = towns("文昌街道", "临河街道")
    bureau = make_unit("县城管局")
    found = make_open(
        me,
        saw("A-1", "1", territory=one, departments=(bureau,)),
        saw("A-1", "0", territory=other),
        saw("A-3", "7", departments=(bureau,)),
    )
    page = seen(client, "scores:ranking", found)
    assert page.index("青禾文昌街道") < page.index("青禾临河街道")
    assert "县城管局" not in page
    by_line = seen(client, "scores:ranking", found, "?whose=department&way=lower_bound")
    assert "青禾县城管局" in by_line
    assert "Wilson" in by_line
    assert "100%" in by_line  # seven deductions are no share of anything
    assert "还没有可以排的单位" in seen(client, "scores:ranking", found, "?kind=school")
    assert seen(client, "scores:ranking", found, "?way=best&least=-1")


def test_what_was_not_sampled_is_the_mean_of_the_others_where_the_round_says_so(client: Client, me: User) -> None:
    one, other = towns("文昌街道", "临河街道")
    values = [saw("A-1", "1", territory=one), saw("B-1", "0", territory=one), saw("B-1", "0", territory=other)]
    assert "青禾临河街道" in seen(client, "scores:ranking", make_open(me, *values))
    filled = seen(client, "scores:ranking", make_open(me, *values, missing=Missing.MEAN))
    assert "没有抽到的标准按其他属地的平均补" in filled
    assert filled.count("50%") >= 2


def test_what_moved(client: Client, me: User) -> None:
    (town,) = towns("文昌街道")
    found = make_open(me, saw("A-1", "1", territory=town, site="文昌路"), saw("B-2", "98"))
    assert "还没有别的轮次可以比" in seen(client, "scores:compare", found)
    before = make_open(
        me, saw("A-1", "0.5", territory=town, site="文昌路"), saw("B-2", "98"), title="上次", last=date(2025, 12, 1)
    )
    page = seen(client, "scores:compare", found)
    assert "总分 4 / 6 → 6 / 6" in page
    assert "+2" in page
    assert "+50%" in seen(client, "scores:compare", found, "?by=territory")
    assert "文昌路" in seen(client, "scores:compare", found, f"?by=site&with={before.pk}")
    assert "两轮之间没有可以比的" in seen(client, "scores:compare", found, "?by=department")
    assert "上次" in seen(client, "scores:compare", found, "?by=x&with=99999999999999999999")
