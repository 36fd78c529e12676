"""The month and the day as people see them."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import DUE, a_quarter, make_cell
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def page(client: Client, name: str = "papers:calendar", **query: str) -> str:
    answer = client.get(reverse(name), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_falls_due_stands_on_its_day_and_leads_to_its_working(office: Client) -> None:
    units = make_unit("甲镇"), make_unit("乙镇")
    commitment = a_quarter(*units)
    html = page(office, month="2026-03")
    assert "2026年3月" in html
    assert "每季度开展民主评议" in html
    assert "2 个单位" in html
    there = f"{reverse('papers:day')}?on=2026-03-31"
    assert f'href="{there}&amp;measure={commitment.measure_id}"' in html
    html = page(office, "papers:day", on="2026-03-31", measure=str(commitment.measure_id))
    assert reverse("work:why_on", args=[commitment.pk, units[0].pk, "2026-01-01"]) in html
    assert "乙镇" in html


def test_a_month_without_anything_says_what_will_stand_there(office: Client) -> None:
    assert "这个月没有到期的" in page(office, month="2026-05")
    assert "这一天没有到期的" in page(office, "papers:day", on="2026-05-05")


def test_days_off_are_marked_by_a_word(office: Client) -> None:
    html = page(office, month="2026-10")
    assert "国庆节放假" in html
    assert "国庆节调休上班" in html
    assert "放假安排尚未公布" in page(office, month="2029-01")


def test_the_way_there_and_back_keeps_what_is_chosen(office: Client) -> None:
    unit = make_unit("甲镇")
    a_quarter(unit, make_unit("乙镇"))
    html = page(office, month="2026-03", unit=str(unit.pk))
    assert f'href="?unit={unit.pk}&amp;month=2026-02"' in html
    assert f'href="?unit={unit.pk}&amp;month=2026-04"' in html
    assert 'rel="prev"' not in page(office, month="2015-01")
    assert 'rel="next"' not in page(office, month="2045-12")


def test_more_than_a_square_holds_is_told_by_its_number(office: Client) -> None:
    for number in range(5):
        a_quarter(make_unit("甲镇"), title=f"第{number}件")
    assert "另有 3 项措施" in page(office, month="2026-03")


def test_a_liaison_sees_their_own_unit(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    a_quarter(own, title="自己的事")
    a_quarter(other, title="别人的事")
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    html = page(client, month="2026-03")
    assert "自己的事" in html
    assert "别人的事" not in html
    assert client.get(reverse("papers:calendar"), {"unit": other.pk}).status_code == 404


@pytest.mark.parametrize("on", ["2026-02-30", "x", "1999-01-01", "9999-99-99"])
def test_a_day_that_is_none_is_not_there(office: Client, on: str) -> None:
    assert office.get(reverse("papers:day"), {"on": on}).status_code == 404


def test_this_month_without_an_address(office: Client) -> None:
    today = localdate()
    assert f"{today.year}年{today.month}月" in page(office)
    assert 'aria-current="date"' in page(office)


def test_long_days_are_paged(office: Client) -> None:
    commitment = a_quarter()
    for number in range(101):
        make_cell(commitment, make_unit(f"{number}镇"))
    assert "共 101 项" in page(office, "papers:day", on=DUE.isoformat())


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(8):
        a_quarter(*[make_unit(f"{place}镇") for place in range(5)], title=f"第{number}件")
    with django_assert_max_num_queries(16):
        page(office, month="2026-03")
    with django_assert_max_num_queries(14):
        page(office, "papers:day", on=DUE.isoformat())
