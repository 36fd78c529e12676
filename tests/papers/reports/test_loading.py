"""What a report is made from."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.papers.making import DUE, a_quarter, make_cell
from tests.plans.making import NOON, make_person, make_unit, seeing
from tests.work.making import make_record
from wenming.accounts.models import PostRole
from wenming.accounts.powers import powers_of
from wenming.accounts.rights import Right
from wenming.papers.reports.loading import load
from wenming.papers.reports.report import About, Coming, Done, Kind, Line, Returned, build, span_of
from wenming.papers.seen import Chosen
from wenming.rules.commitments.judging import State
from wenming.work.models import Objection, ObjectionKind, Outcome, RecordState, Use

pytestmark = pytest.mark.django_db
EVERYTHING = seeing(Right.WORK_VIEW, Right.PLAN_VIEW)
MARCH = About(Kind.MONTH, span_of(Kind.MONTH, DUE), date(2026, 4, 2), "青禾县")
FEBRUARY = About(Kind.MONTH, span_of(Kind.MONTH, date(2026, 2, 1)), date(2026, 4, 2), "青禾县")


def test_what_fell_due_and_what_was_missed() -> None:
    one, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = a_quarter(one, state="met")
    make_cell(commitment, other, state="missed")
    make_cell(commitment, make_unit("丙镇"), state="exempt")
    make_cell(commitment, None, state="missed")
    facts = load(MARCH, EVERYTHING, Chosen())
    assert sorted(facts.counts) == [("重点任务", "met", 1), ("重点任务", "missed", 2)]
    named = Line(DUE, "乙镇", "民主评议", State.MISSED, (commitment.pk, other.pk, date(2026, 1, 1)))
    assert named in facts.missed
    assert (facts.missed_total, [line.unit for line in facts.missed if not line.unit]) == (2, [""])
    assert load(FEBRUARY, EVERYTHING, Chosen()).counts == []


def test_a_unit_answers_for_itself_only() -> None:
    unit = make_unit("甲镇")
    commitment = a_quarter(unit)
    make_cell(commitment, None, state="missed")
    assert load(MARCH, EVERYTHING, Chosen(unit=unit)).counts == [("重点任务", "open", 1)]
    liaison = powers_of(make_person("顾兰", PostRole.LIAISON, unit), on=MARCH.made_on)
    assert load(MARCH, liaison, Chosen()).counts == [("重点任务", "open", 1)]


def test_what_comes_next() -> None:
    a_quarter(make_unit("甲镇"), make_unit("乙镇"))
    assert load(FEBRUARY, EVERYTHING, Chosen()).coming == [Coming(DUE, "每季度开展民主评议", 2)]
    assert load(MARCH, EVERYTHING, Chosen()).coming == []


def test_records_are_counted_by_kind_and_those_that_do_not_count_are_not() -> None:
    unit = make_unit("甲镇")
    make_record(unit, people=20)
    make_record(unit)
    make_record(unit, first=date(2026, 2, 28))
    make_record(unit, state=RecordState.WITHDRAWN, withdrawn_by=make_person("某甲", None), withdrawn_at=NOON)
    assert load(MARCH, EVERYTHING, Chosen()).done == [Done("评议", 2, 20)]
    assert load(MARCH, EVERYTHING, Chosen(unit=make_unit("乙镇"))).done == []


def test_records_of_a_plan_are_those_that_count_for_it() -> None:
    unit = make_unit("甲镇")
    commitment, other = a_quarter(unit), a_quarter(unit, title="另一件事")
    Use.objects.create(record=make_record(unit), commitment=commitment, why="kind")
    assert load(MARCH, EVERYTHING, Chosen(plan=commitment.measure.version)).done == [Done("评议", 1, 0)]
    assert load(MARCH, EVERYTHING, Chosen(plan=other.measure.version)).done == []


def test_what_was_given_back() -> None:
    by = make_person("某甲", None)
    record = make_record(
        make_unit("甲镇"), state=RecordState.RETURNED, reason="照片看不清", judged_by=by, judged_at=NOON
    )
    facts = load(MARCH, EVERYTHING, Chosen())
    assert facts.returned == [Returned("甲镇", "民主评议", "照片看不清", record.pk)]
    assert load(FEBRUARY, EVERYTHING, Chosen()).returned_total == 0


def test_what_units_cannot_do() -> None:
    unit, by = make_unit("甲镇"), make_person("某甲", None)
    commitment = a_quarter(unit)
    made = {"commitment": commitment, "unit": unit, "made_by": by}
    early, late = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
    decided = {"decided_by": by, "decided_at": NOON, "outcome": Outcome.ACCEPTED, "answer": ""}
    cannot = ObjectionKind.CANNOT
    Objection.objects.create(kind=cannot, reason="旧的，已答复", made_at=early, **made, **decided)
    Objection.objects.create(kind=cannot, reason="这个月的，已答复", made_at=NOON, **made, **decided)
    Objection.objects.create(kind=ObjectionKind.NOT_OURS, reason="不是我们的", made_at=NOON, **made, **decided)
    Objection.objects.create(kind=cannot, reason="撤回的", made_at=NOON, **made, **{**decided, "outcome": "withdrawn"})
    Objection.objects.create(kind=cannot, reason="没有钱", made_at=early, **made)
    facts = load(MARCH, EVERYTHING, Chosen())
    assert [(one.reason, one.answer) for one in facts.cannot] == [("没有钱", ""), ("这个月的，已答复", "同意")]
    Objection.objects.filter(reason="没有钱").update(made_at=late)
    assert [one.reason for one in load(MARCH, EVERYTHING, Chosen()).cannot] == ["这个月的，已答复"]


def test_the_edges_of_the_period_are_those_of_local_time() -> None:
    by = make_person("某甲", None)
    for title, at in (
        ("一日零点", datetime(2026, 2, 28, 16, tzinfo=UTC)),
        ("四月", datetime(2026, 3, 31, 16, tzinfo=UTC)),
    ):
        make_record(make_unit("甲镇"), title=title, state=RecordState.RETURNED, judged_by=by, judged_at=at)
    assert [one.title for one in load(MARCH, EVERYTHING, Chosen()).returned] == ["一日零点"]


def test_queries_do_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(6):
        commitment = a_quarter(make_unit(f"{number}镇"), state="missed", title=f"第{number}件")
        make_cell(commitment, make_unit("甲镇"), due=date(2026, 4, 5))
        make_record(make_unit(f"{number}镇"))
    with django_assert_max_num_queries(12):
        report = build(MARCH, load(MARCH, EVERYTHING, Chosen()))
    assert (report.total.missed, len(report.coming.lines)) == (6, 6)
