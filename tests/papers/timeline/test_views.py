"""The time line as people see it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import a_quarter
from tests.papers.timeline.test_queries import a_date
from tests.plans.making import Says, make_person, make_unit, make_version
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("papers:timeline"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_what_is_missing_where_nothing_is_in_force(office: Client) -> None:
    assert "还没有执行中的方案" in page(office)


def test_the_picture_and_its_tables_say_the_same(office: Client) -> None:
    a_quarter(make_unit("甲镇"), make_unit("乙镇"))
    html = page(office)
    picture, tables = html.split('<svg class="timeline"', 1)[1].split("</desc>", 1)[1].split("</svg>", 1)
    assert "重点任务" in picture
    assert "重点任务" in tables
    assert "0/2" in picture
    assert "month=2026-03" in tables


def test_stages_and_dates_lead_to_their_measures(office: Client) -> None:
    version = make_version(
        Says("动员部署", "2月", path=["四、实施步骤"], terms=[a_date("2月", "2026-02", "2026-02")]),
        Says("完成改造", "6月底前", terms=[a_date("6月底前", None, "--06")]),
    )
    html = page(office)
    assert 'class="timeline-stage"' in html
    assert 'class="timeline-mark"' in html
    for measure in version.measures.all():
        assert reverse("plans:measure", args=[measure.pk]) in html


def test_another_year_and_one_that_makes_no_sense(office: Client) -> None:
    a_quarter(make_unit("甲镇"))
    assert "这一年没有写明日子的" in page(office, year="2031")
    assert "2026年" in page(office, year="12345")


def test_a_plan_is_chosen_by_the_address(office: Client) -> None:
    first = make_version(Says("一件事"), title="甲方案2026")
    make_version(Says("另一件事"), title="乙方案2026")
    assert reverse("plans:table", args=[first.plan_id]) in page(office, plan=str(first.plan_id))
    assert office.get(reverse("papers:timeline"), {"plan": "999"}).status_code == 404


def test_a_liaison_sees_what_is_theirs(client: Client) -> None:
    own = make_unit("甲镇")
    a_quarter(own, make_unit("乙镇"))
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    assert ">0/1<" in page(client)


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(6):
        a_quarter(*[make_unit(f"{place}镇") for place in range(5)], title=f"第{number}件")
    with django_assert_max_num_queries(16):
        page(office)
