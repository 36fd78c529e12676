"""What to do next, and how likely it is."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_person, make_unit
from tests.scores.making import POSITIONS, make_open, saw
from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, AssignmentRole
from wenming.scores.actions.reckoning import say_effort
from wenming.scores.models import Round, SaidEffort

LADDER = """\
wenming: wenming.framework/1
title: 阶梯
items:
- code: C
  title: 值守
  points: 4
  score: {ladder: {shares: [1, 0, 0]}}
  items:
  - {code: C-1, title: 工作日}
  - {code: C-2, title: 休息日}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def say(found: Round, by: User, standard: str, days: int) -> None:
    say_effort(framework=found.edition.framework, standard=standard, days=days, by=by, at=NOON)


def seen(client: Client, name: str, found: Round, query: str = "") -> str:
    return client.get(reverse(name, args=[found.pk]) + query).content.decode()


def test_the_most_valuable_first_with_who_leads_it(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1", "0.5"), saw("A-2", "0", grade="A"), saw("A-3", "2"), saw("B-2", "98"))
    lead = {"role": AssignmentRole.LEAD, "unit": make_unit("县城管局"), "made_by": me, "made_at": NOON}
    Assignment.objects.create(item=item(found.edition, "A-1"), **lead)
    page = seen(client, "scores:next", found)
    assert page.index("满意度") < page.index("背街小巷路灯完好")
    assert "县城管局" in page
    assert "公厕干净" not in page
    one = seen(client, "scores:next", found, "?limit=10")
    assert "10 天以内，最多能加 4 分，要花 10 天" in one
    assert "都没有做过，先这样估" in one
    assert "没有做过的，每条算几天" in one


def test_the_best_set_within_the_days_that_it_took_elsewhere(client: Client, me: User) -> None:
    found = make_open(me, saw("A-1", "0"), saw("A-3", "2"), saw("A-2", "0", grade="A"), saw("B-2", "98"), saw("B-1"))
    say(found, me, "A-1", 40)
    say(found, me, "A-3", 3)
    page = seen(client, "scores:next", found)
    assert "30 天以内，最多能加 1 分，要花 3 天" in page
    assert "另有 1 条，每条都超过 30 天" in page
    assert "文明办估计" in page
    assert "没有做过的，每条算几天" not in page
    assert "43 天以内，最多能加 5 分，要花 43 天" in seen(client, "scores:next", found, "?limit=43")
    assert "2 天做不完任何一条" in seen(client, "scores:next", found, "?limit=2")


def test_the_office_says_how_many_days_and_takes_it_back(client: Client, me: User) -> None:
    found = make_open(me)
    address = reverse("scores:days", args=[found.pk, POSITIONS["A-1"]])
    assert "都没有做过" in client.get(address).content.decode()
    client.post(address, {"days": "12"})
    assert SaidEffort.objects.get().days == 12
    assert 'value="12"' in client.get(address).content.decode()
    assert client.post(address, {"days": "0"}).status_code == 422
    client.post(address, {"days": ""})
    assert not SaidEffort.objects.exists()
    assert client.get(reverse("scores:days", args=[found.pk, POSITIONS["A"]])).status_code == 404
    assert client.get(reverse("scores:days", args=[found.pk, 99])).status_code == 404


def test_a_matter_of_several_standards_is_shown_as_one(client: Client, me: User) -> None:
    found = make_open(me, edition=make_edition(me, is_draft=False, text=LADDER))
    page = seen(client, "scores:next", found, "?limit=20")
    assert "20 天以内，最多能加 4 分，要花 20 天" in page
    assert "工作日 + 休息日" in " ".join(re.sub("<[^>]+>", " ", page).split())


def test_queries_do_not_grow(client: Client, me: User, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    found = make_open(me)
    seen(client, "scores:next", found)
    with django_assert_max_num_queries(22):
        seen(client, "scores:next", found)


def drawn_in(page: str) -> str:
    """The numbers of the chart."""
    return page.split('id="forecast-chart"')[1].split("</script>")[0]


def test_nothing_is_left_to_do(client: Client, me: User) -> None:
    done = [saw("A-1"), saw("A-2", "0", grade="A"), saw("A-3", "0"), saw("B-1"), saw("B-2", "98")]
    assert "没有还能加分的标准" in seen(client, "scores:next", make_open(me, *done))


def test_a_forecast_says_between_what_and_on_which_grounds(client: Client, me: User) -> None:
    found = make_open(me, *[saw("A-1", str(one % 2)) for one in range(10)])
    page = seen(client, "scores:forecast", found, "?target=0.1")
    assert "达到 0.1 分的可能：<strong>100%</strong>" in page
    assert "再抽 10000 轮" in page
    assert "4 条标准还没有数据" in page
    assert drawn_in(page) == drawn_in(seen(client, "scores:forecast", found))
    assert "达到 19.8 分的可能" in seen(client, "scores:forecast", found, "?target=x")


def test_a_forecast_of_nothing_known(client: Client, me: User) -> None:
    assert "95% 的可能" in seen(client, "scores:forecast", make_open(me))
