"""The report as people see it."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import a_quarter, make_cell
from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import PostRole
from wenming.papers.reports import views

pytestmark = pytest.mark.django_db
MARCH = {"kind": "month", "on": "2026-03-05"}


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("papers:reports"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_month_of_the_county(office: Client) -> None:
    commitment = a_quarter(make_unit("甲镇"), state="met")
    make_cell(commitment, make_unit("乙镇"), state="missed")
    html = page(office, **MARCH)
    assert "创建工作月报" in html
    assert "到期2项，按时完成1项，逾期完成0项，未完成1项。做到1/2。" in html
    assert reverse("work:why_on", args=[commitment.pk, make_unit("乙镇").pk, "2026-01-01"]) in html


def test_this_week_where_the_address_says_nothing_that_makes_sense(office: Client) -> None:
    for query in ({}, {"kind": "decade", "on": "31 March"}, {"on": "0001-01-01"}):
        assert "创建工作周报" in page(office, **query)


def test_a_unit_and_the_way_on_keep_what_is_chosen(office: Client) -> None:
    unit = make_unit("甲镇")
    a_quarter(unit, make_unit("乙镇"))
    html = page(office, unit=str(unit.pk), **MARCH)
    assert "到期1项" in html
    assert f'href="?unit={unit.pk}&amp;kind=month&amp;on=2026-04-01"' in html
    assert f'href="?unit={unit.pk}&amp;kind=month&amp;on=2026-02-01"' in html
    assert f"{reverse('papers:report_word')}?unit={unit.pk}&amp;kind=month&amp;on=2026-03-01" in html


def test_the_word_file_says_the_same(office: Client) -> None:
    a_quarter(make_unit("甲镇"), state="missed")
    answer = office.get(reverse("papers:report_word"), MARCH)
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert "attachment" in answer.headers["Content-Disposition"]
    made = docx.Document(BytesIO(body))
    assert "到期1项，按时完成0项，逾期完成0项，未完成1项。做到0/1。" in [one.text for one in made.paragraphs]
    again = office.get(reverse("papers:report_word"), MARCH)
    assert b"".join(again.streaming_content) == body  # type: ignore[attr-defined]


def test_a_liaison_reports_own_units(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    a_quarter(own, state="missed")
    a_quarter(other, state="missed", title="别人的事")
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    html = page(client, **MARCH)
    assert "到期1项" in html
    assert "乙镇" not in html
    assert client.get(reverse("papers:reports"), {"unit": other.pk}).status_code == 404


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(8):
        a_quarter(make_unit(f"{number}镇"), state="missed", title=f"第{number}件")
        make_record(make_unit(f"{number}镇"))
    with django_assert_max_num_queries(24):
        page(office, **MARCH)


def test_a_monday_opens_on_the_week_that_is_over(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def monday(**query: str) -> date:
        first: date = office.get(reverse("papers:reports"), query).context["about"].span.first
        return first

    monkeypatch.setattr(views, "localdate", lambda: date(2026, 3, 9))
    assert monday() == date(2026, 3, 2)
    assert monday(on="2026-03-09") == date(2026, 3, 9)
    monkeypatch.setattr(views, "localdate", lambda: date(2026, 3, 10))
    assert monday() == date(2026, 3, 9)
