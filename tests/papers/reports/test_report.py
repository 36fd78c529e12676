"""The report of a week or a month as one value."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.papers.reports.report import (
    LISTED,
    About,
    Coming,
    Done,
    Facts,
    Kind,
    Line,
    Tally,
    build,
    following,
    span_of,
    tally_of,
    usual_day,
)
from wenming.rules.commitments.judging import State
from wenming.rules.commitments.model import Span

WEEK = About(Kind.WEEK, span_of(Kind.WEEK, date(2026, 3, 5)), date(2026, 3, 9), "青禾县")
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))


@given(DAYS, st.sampled_from(list(Kind)))
def test_periods_tile_the_years(day: date, kind: Kind) -> None:
    span = span_of(kind, day)
    assert day in span
    assert following(kind, span).first == span.last + timedelta(days=1)
    assert {span_of(kind, on) for on in (span.first, span.last)} == {span}


def test_a_week_is_from_monday_to_sunday_and_a_month_is_whole() -> None:
    assert WEEK.span == Span(date(2026, 3, 2), date(2026, 3, 8))
    assert span_of(Kind.MONTH, date(2024, 2, 29)) == Span(date(2024, 2, 1), date(2024, 2, 29))


@given(st.dictionaries(st.sampled_from(list(State)), st.integers(0, 99)))
def test_every_verdict_is_counted_once_but_what_is_excused(counts: dict[State, int]) -> None:
    tally = tally_of(counts)
    assert tally.due == sum(counts.values()) - counts.get(State.EXEMPT, 0)
    assert tally.done == counts.get(State.MET, 0) + counts.get(State.LATE, 0)


def test_chapters_stand_as_given_and_add_up() -> None:
    report = build(
        WEEK, Facts(counts=[("二", "met", 2), ("一", "missed", 1), ("二", "due_soon", 3), ("一", "late", 1)])
    )
    assert [name for name, _tally in report.chapters] == ["二", "一"]
    assert report.total == Tally(met=2, late=1, missed=1, open=3)
    assert report.total == sum((tally for _name, tally in report.chapters), Tally())


def test_lists_are_cut_and_say_by_how_much() -> None:
    line = Line(date(2026, 3, 5), "甲镇", "评议", State.MISSED, (1, 2, date(2026, 1, 1)))
    report = build(WEEK, Facts(counts=[], missed=[line] * LISTED, missed_total=LISTED + 7))
    assert (len(report.missed.lines), report.missed.rest) == (LISTED, 7)
    assert build(WEEK, Facts(counts=[])).missed.rest == 0


def test_what_comes_is_in_the_order_of_its_days() -> None:
    later, sooner = Coming(date(2026, 3, 12), "乙", 1), Coming(date(2026, 3, 9), "甲", 0)
    report = build(WEEK, Facts(counts=[], coming=[later, sooner]))
    assert report.coming.lines == (sooner, later)
    assert report.next_span == Span(date(2026, 3, 9), date(2026, 3, 15))


@given(st.permutations([Done("会议", 3, 9), Done("培训", 3, 1), Done("学习", 5, 2)]))
def test_the_same_facts_in_another_order_make_the_same_report(done: list[Done]) -> None:
    report = build(WEEK, Facts(counts=[], done=done))
    assert report == build(WEEK, Facts(counts=[], done=sorted(done, key=lambda one: one.kind)))
    assert (report.records, report.done[0].kind) == (11, "学习")


@pytest.mark.parametrize(("made_on", "is_over"), [(date(2026, 3, 8), False), (date(2026, 3, 9), True)])
def test_whether_it_is_over(made_on: date, is_over: bool) -> None:
    assert About(Kind.WEEK, WEEK.span, made_on, "青禾县").is_over is is_over


@pytest.mark.parametrize(
    ("kind", "today", "day"),
    [
        (Kind.WEEK, date(2026, 3, 2), date(2026, 3, 1)),
        (Kind.WEEK, date(2026, 3, 8), date(2026, 3, 8)),
        (Kind.MONTH, date(2026, 1, 1), date(2025, 12, 31)),
        (Kind.MONTH, date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_on_its_first_day_the_last_whole_one_is_shown(kind: Kind, today: date, day: date) -> None:
    assert usual_day(kind, today) == day
