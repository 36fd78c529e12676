"""The rows of the table."""

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_unit, make_version
from wenming.plans.models import MarkState, PlanVersion, Term
from wenming.plans.table.filters import Filters
from wenming.plans.table.rows import Group, Row, by_chapter, rows_of, with_rows
from wenming.plans.table.schedule import dated
from wenming.plans.table.selection import select
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


def rows(version: PlanVersion) -> list[Row]:
    selection = select(version, Filters())
    return rows_of(selection, selection.measures)


def test_units_stand_by_role_and_terms_by_column() -> None:
    unit = make_unit()
    version = make_version(
        Says(
            "修好路灯",
            "甲局牵头，乙局、丙局负责，丁局配合，戊办督查。每月一次，不少于3处，30天内，不少于2小时，年底前，每个社区，近期。",
            duties=[
                ("甲局", Role.LEAD, unit),
                ("乙局", Role.RESPONSIBLE, None),
                ("丙局", Role.RESPONSIBLE, None),
                ("丁局", Role.COOPERATING, None),
                ("戊办", Role.SUPERVISING, None),
            ],
            terms=[
                ("每月一次", TermKind.FREQUENCY, {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"}),
                ("不少于3处", TermKind.QUANTITY, {"min": 3, "max": None, "unit": "处"}),
                ("30天内", TermKind.DURATION, {"min": None, "max": 30, "unit": "天"}),
                ("不少于2小时", TermKind.DURATION, {"min": 2, "max": None, "unit": "小时"}),
                ("年底前", TermKind.DATE, {"from": None, "to": "--12"}),
                ("每个社区", TermKind.COVERAGE, {"each": "社区", "min": None}),
                ("近期", TermKind.HORIZON, "near"),
            ],
        )
    )
    (row,) = rows(version)
    named = [
        [duty.name for duty in duties] for duties in (row.leads, row.responsible, row.cooperating, row.supervising)
    ]
    assert named == [["甲局"], ["乙局", "丙局"], ["丁局"], ["戊办"]]
    assert row.frequencies == ["每月不少于1次"]
    assert row.targets == ["不少于3处", "不少于2小时"]
    assert row.targets_as_written == ["不少于3处", "不少于2小时"]
    assert row.deadlines == ["不超过30天", "年底前", "近期"]
    assert row.coverages == ["全部社区"]


Bound = tuple[str, TermKind, Json]
BRIGHT: Bound = ("95%", TermKind.QUANTITY, {"min": 95, "max": None, "unit": "%"})
CLEAN: Bound = ("2次", TermKind.FREQUENCY, {"min": 2, "max": None, "unit": "次", "every": 1, "period": "day"})


def test_figures_stand_with_what_they_count() -> None:
    version = make_version(Says("修好路灯", "亮灯率达到95%以上，每日清扫2次。", terms=[BRIGHT, CLEAN]))
    (row,) = rows(version)
    assert (row.targets_as_written, row.frequencies_as_written) == (["亮灯率达到95%以上"], ["每日清扫2次"])
    with override("en"):
        (row,) = rows(version)
        assert row.targets_as_written == ["at least 95%"]


def test_working_days_stay_working_days() -> None:
    soon: Bound = ("5个工作日", TermKind.DURATION, {"min": None, "max": 5, "unit": "天"})
    (row,) = rows(make_version(Says("办理投诉", "投诉5个工作日内答复。", terms=[soon])))
    assert (row.deadlines, row.deadlines_as_written) == (["不超过5天"], ["投诉5个工作日内答复"])


def test_a_corrected_value_is_told_and_not_what_the_plan_says() -> None:
    version = make_version(Says("修好路灯", "亮灯率达到95%以上。", terms=[BRIGHT]))
    Term.objects.update(state=MarkState.CORRECTED)
    assert rows(version)[0].targets_as_written == ["不少于95%"]


def test_rows_stand_under_their_chapter_also_where_it_comes_again() -> None:
    version = make_version(
        Says("甲", path=("一",)), Says("乙", path=("一",)), Says("丙", path=("二",)), Says("丁", path=("一",))
    )
    groups: list[Group] = by_chapter(rows(version))
    assert [(group.path, len(group.rows)) for group in groups] == [(("一",), 2), (("二",), 1), (("一",), 1)]


@pytest.mark.parametrize("size", [2, 40])
def test_queries_do_not_grow(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit = make_unit()
    version = make_version(*(Says(f"第{n}项", duties=[("教育局", Role.LEAD, unit)]) for n in range(size)))
    selection = select(version, Filters())
    with django_assert_num_queries(3):
        assert [str(row.leads[0].unit) for row in rows_of(selection, selection.measures)] == ["县教育局"] * size


def test_each_line_of_a_face_has_the_row_of_its_measure(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    march: Json = {"from": None, "to": "2026-03"}
    may: Json = {"from": None, "to": "2026-05"}
    days = [("日", TermKind.DATE, march), ("日", TermKind.DATE, may)]
    selection = select(make_version(Says("甲", terms=days), Says("乙", terms=days[:1])), Filters())
    lines = dated(selection)
    with django_assert_num_queries(3):
        pairs = with_rows(selection, lines)
    assert [line for line, _row in pairs] == lines
    assert [row.measure.title for _line, row in pairs] == ["甲", "乙", "甲"]
