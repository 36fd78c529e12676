"""Figures as people see and enter them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.figures.making import FUNDS, LAMPS, REVENUE, enter, make_growth, make_rate
from tests.work.progress.test_views import told
from wenming.accounts.models import PostRole, User
from wenming.work.models import Cell, Figure

pytestmark = pytest.mark.django_db
GIVEN = {"on": "2026-03-01", "value": "96.5", "source": "三月月报"}


@pytest.fixture
def office(client: Client) -> User:
    """Somebody of the office, signed in."""
    person = make_person()
    client.force_login(person)
    return person


def entering(unit: int) -> str:
    return reverse("work:enter_figure", args=[unit, LAMPS])


def address(unit: int) -> str:
    return reverse("work:series", args=[unit, LAMPS])


def test_a_value_is_entered_drawn_and_corrected(client: Client, office: User) -> None:
    unit = make_unit("甲镇")
    make_rate(unit)
    assert address(unit.pk) in client.get(reverse("work:figures")).content.decode()
    assert "还没有数" in client.get(address(unit.pk)).content.decode()
    wrong = client.post(entering(unit.pk), GIVEN | {"value": "多"})
    assert wrong.status_code == 422
    assert "请填一个数" in wrong.content.decode()
    assert client.post(entering(unit.pk), GIVEN).status_code == 302
    assert Cell.objects.get().state == "met"
    again = client.post(entering(unit.pk), GIVEN)
    assert (again.status_code, "已有数据 96.5" in again.content.decode()) == (422, True)
    chart = told(client.get(address(unit.pk)).content.decode(), "series-chart")
    assert (chart["labels"], chart["target"]) == (["2026-03-01"], 95)
    correct = reverse("work:correct_figure", args=[Figure.objects.get().pk])
    assert "96.5" in client.get(correct).content.decode()
    assert client.post(correct, {"value": "96.5", "source": "三月月报", "reason": "无"}).status_code == 422
    client.post(correct, {"value": "90", "source": "三月月报", "reason": "抄错了"})
    html = client.get(address(unit.pk)).content.decode()
    for words in ("90%", "<s>96.5%</s>", "抄错了"):
        assert words in html
    assert "90%" in client.get(reverse("work:figures"), {"q": "甲"}).content.decode()


def test_a_value_is_withdrawn_with_a_reason(client: Client, office: User) -> None:
    unit = make_unit("甲镇")
    make_rate(unit)
    withdraw = reverse("work:withdraw_figure", args=[enter(office, unit, "96").pk])
    assert "请写明为什么撤回" in client.post(withdraw, follow=True).content.decode()
    html = client.post(withdraw, {"reason": "填错了单位"}, follow=True).content.decode()
    assert "填错了单位" in html
    assert Cell.objects.get().state == "open"
    assert "已经撤回了" in client.post(withdraw, {"reason": "再来"}, follow=True).content.decode()


def test_a_liaison_enters_their_own_units_figures_and_not_the_countys(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    make_rate(own, other)
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    assert client.post(entering(own.pk), GIVEN).status_code == 302
    assert client.get(address(other.pk)).status_code == 404
    assert client.get(address(0)).status_code == 200
    assert client.post(entering(0), GIVEN).status_code == 404
    assert "填一个数" not in client.get(address(0)).content.decode()
    assert Figure.objects.count() == 1


def test_the_countys_value_stands_in(client: Client, office: User) -> None:
    unit = make_unit("甲镇")
    make_rate(unit)
    enter(office, None, "95")
    html = client.get(address(unit.pk)).content.decode()
    assert "这个单位还没有自己的数，用全县的" in html
    assert "全县的数" in client.get(reverse("work:figures")).content.decode()


def test_where_nothing_is_needed(client: Client, office: User) -> None:
    assert "还没有要填的数据" in client.get(reverse("work:figures")).content.decode()
    assert client.get(address(0)).status_code == 404
    make_rate(make_unit("甲镇"))
    assert "没有符合条件的数据" in client.get(reverse("work:figures"), {"q": "没有"}).content.decode()


def test_queries_do_not_grow(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    units = [make_unit(f"{number}镇") for number in range(12)]
    make_rate(*units)
    for unit in units:
        enter(office, unit, "96")
    with django_assert_max_num_queries(20):
        client.get(reverse("work:figures"))
    with django_assert_max_num_queries(24):
        client.get(address(units[0].pk))


def test_growth_is_drawn_beside_what_it_is_compared_with(
    client: Client, office: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    unit = make_unit("甲镇")
    make_growth(unit)
    of_funds = reverse("work:series", args=[unit.pk, FUNDS])
    enter(office, unit, "200", date(2025, 12, 1), FUNDS)
    enter(office, unit, "218", date(2026, 3, 1), FUNDS)
    html = client.get(of_funds).content.decode()
    assert "还没有可以比的数，填入以后才能比增长" in html
    assert reverse("work:series", args=[unit.pk, REVENUE]) in html
    enter(office, None, "1000", date(2025, 12, 1), REVENUE)  # the whole county's holds for the unit
    enter(office, None, "1080", date(2026, 3, 1), REVENUE)
    enter(office, make_unit("乙镇"), "1", date(2026, 3, 1), REVENUE)
    with django_assert_max_num_queries(24):
        html = client.get(of_funds).content.decode()
    drawn = told(html, "growth-chart-1")
    assert drawn["labels"] == ["2025-12-01", "2026-03-01"]
    lines = [(FUNDS, "main", [100, 109]), (REVENUE, "other", [100, 108])]
    assert drawn["lines"] == [{"name": name, "tone": tone, "values": values} for name, tone, values in lines]
    assert "109%" in html
    assert told(client.get(reverse("work:series", args=[0, REVENUE])).content.decode(), "series-chart")["lines"]
