"""The table by term."""

from datetime import date

import pytest

from tests.plans.making import Says, make_version
from wenming.plans.models import PlanVersion
from wenming.plans.table.filters import Filters
from wenming.plans.table.schedule import dated, in_month, months, plan_year, recurring
from wenming.plans.table.selection import Selection, select
from wenming.plans.terms import Json
from wenming.reading.model import TermKind

pytestmark = pytest.mark.django_db


def by(start: str | None, end: str | None) -> tuple[str, TermKind, Json]:
    return ("前", TermKind.DATE, {"from": start, "to": end})


def every(count: int, period: str, low: int | None = None) -> tuple[str, TermKind, Json]:
    value: Json = {"min": low, "max": None, "unit": "次" if low else None, "every": count, "period": period}
    return ("每", TermKind.FREQUENCY, value)


def selected(*says: Says, title: str = "青禾县2026年方案") -> Selection:
    return select(make_version(*says, title=title), Filters())


def test_dates_come_in_order_whatever_their_precision() -> None:
    selection = selected(
        Says("甲", terms=[by(None, "--12"), by(None, "2026-06-15")]),
        Says("乙", terms=[by("--03", "--05")]),
        Says("丙", terms=[by("2026-07", None)]),
    )
    found = dated(selection)
    assert [one.days.due for one in found] == [
        date(2026, 5, 31),
        date(2026, 6, 15),
        date(2026, 7, 1),
        date(2026, 12, 31),
    ]
    assert [one.month for one in found] == ["2026-05", "2026-06", "2026-07", "2026-12"]
    assert [(month.key, month.count) for month in months(found)] == [
        ("2026-05", 1),
        ("2026-06", 1),
        ("2026-07", 1),
        ("2026-12", 1),
    ]


@pytest.mark.parametrize(("month", "titles"), [("2026-06", ["甲"]), ("2026-07", []), ("", ["甲", "乙"])])
def test_a_month_leaves_what_falls_due_in_it(month: str, titles: list[str]) -> None:
    version = selected(Says("甲", terms=[by(None, "--06")]), Says("乙", terms=[by("2026-06", "2026-08")])).version
    named = dict(version.measures.values_list("pk", "title"))
    assert [named[one.measure] for one in in_month(dated(select(version, Filters())), month)] == titles


def test_a_day_that_is_said_twice_is_one() -> None:
    assert [one.words for one in dated(selected(Says("甲", terms=[by(None, "2026-02"), by(None, "--02")])))] == [
        "2026年2月底前"
    ]


def test_what_recurs_is_grouped_by_rhythm_the_shortest_first() -> None:
    selection = selected(
        Says("甲", terms=[every(1, "year"), every(2, "week", 1)]),
        Says("乙", terms=[every(1, "day", 2)]),
        Says("丙", terms=[every(1, "week")]),
    )
    assert [(one.rhythm, one.words) for one in recurring(selection)] == [
        ("每天", "每天不少于2次"),
        ("每周", "每周"),
        ("每2周", "每2周不少于1次"),
        ("每年", "每年"),
    ]


def test_only_the_measures_that_are_left_are_shown() -> None:
    version: PlanVersion = selected(Says("甲", terms=[by(None, "--12")]), Says("乙", terms=[by(None, "--11")])).version
    assert [one.days.due for one in dated(select(version, Filters(text="乙")))] == [date(2026, 11, 30)]


@pytest.mark.parametrize(("title", "year"), [("2024年方案", 2024), ("行动计划", 2026)])
def test_a_date_without_a_year_falls_in_the_plans(title: str, year: int) -> None:
    assert plan_year(make_version(Says("甲"), title=title)) == year
