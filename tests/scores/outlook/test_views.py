"""What to do next, and how likely it is."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.frameworks.making import item
from tests.plans.making import NOON, make_person, make_unit
from tests.scores.making import make_open, saw
from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, AssignmentRole
from wenming.scores.models import Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


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
    one = seen(client, "scores:next", found, "?limit=1")
    assert "只动 1 条标准，最多能加 4 分" in one


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
