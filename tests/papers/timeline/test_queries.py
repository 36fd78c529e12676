"""What a plan says about days, and how much falls due."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import a_quarter, make_cell
from tests.plans.making import Says, make_unit, make_version, seeing
from wenming.accounts.rights import Right
from wenming.papers.seen import Chosen, cells_seen
from wenming.papers.timeline import queries
from wenming.papers.timeline.drawing import Stage
from wenming.plans.models import Measure
from wenming.plans.terms import Json
from wenming.reading.model import TermKind
from wenming.rules.commitments.judging import State

pytestmark = pytest.mark.django_db
EVERYTHING = seeing(Right.WORK_VIEW, Right.PLAN_VIEW)


def a_date(words: str, first: str | None, last: str | None) -> tuple[str, TermKind, Json]:
    return (words, TermKind.DATE, {"from": first, "to": last})


def test_stages_and_dates() -> None:
    version = make_version(
        Says("动员部署", "2月动员", path=["四、实施步骤"], terms=[a_date("2月", "2026-02", "2026-02")]),
        Says("完成改造", "6月底前", path=["三、重点任务", "（一）"], terms=[a_date("6月底前", None, "--06")]),
        Says("明年的", "2027年3月", terms=[a_date("2027年3月", None, "2027-03")]),
    )
    found = queries.dates_of(version, 2026)
    one = version.measures.get(title="动员部署")
    assert found.stages == [Stage("动员部署", date(2026, 2, 1), date(2026, 2, 28), one.pk)]
    (milestone,) = found.milestones
    assert (milestone.on, milestone.title, milestone.chapter) == (date(2026, 6, 30), "完成改造", "三、重点任务")
    assert [one.title for one in queries.dates_of(version, 2027).milestones] == ["明年的"]


def test_a_stage_with_a_day_only_is_a_date() -> None:
    version = make_version(Says("总结", "12月20日前", path=["实施步骤"], terms=[a_date("12月20日前", None, "--12-20")]))
    found = queries.dates_of(version, 2026)
    assert not found.stages
    assert [one.on for one in found.milestones] == [date(2026, 12, 20)]


def test_removed_measures_say_nothing() -> None:
    version = make_version(Says("完成改造", "6月底前", terms=[a_date("6月底前", None, "--06")]))
    Measure.objects.update(state="removed")
    assert not queries.dates_of(version, 2026).milestones


def test_very_many_dates_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_DATES", 1)
    version = make_version(
        Says("其一", "6月底前", terms=[a_date("6月底前", None, "--06")]),
        Says("其二", "5月底前", terms=[a_date("5月底前", None, "--05")]),
    )
    found = queries.dates_of(version, 2026)
    assert ([one.title for one in found.milestones], found.rest) == (["其二"], 1)


def test_months_by_chapter_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    commitment = a_quarter(make_unit("甲镇"), make_unit("乙镇"))
    make_cell(commitment, make_unit("丙镇"), due=date(2026, 12, 31), state="met")
    make_cell(commitment, make_unit("丁镇"), due=date(2027, 1, 1))
    cells = cells_seen(EVERYTHING, Chosen())
    with django_assert_num_queries(1):
        found = queries.months_of(cells, 2026)
    months = found["重点任务"]
    assert list(found) == ["重点任务"]
    assert (months[2].counts, months[11].counts) == ({State.OPEN: 2}, {State.MET: 1})
    assert all(not months[place].counts for place in (0, 1, 3, 10))
