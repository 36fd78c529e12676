"""What real plans ask for can be said, and is judged rightly: met, late, missed."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from wenming.rules.commitments.explaining import state_in_words, verdict_in_words
from wenming.rules.commitments.facts import Circumstances, Fact, Figure
from wenming.rules.commitments.judging import Verdict, judge
from wenming.rules.commitments.model import (
    TOGETHER,
    Amount,
    Commitment,
    Coverage,
    Every,
    Growth,
    Length,
    Number,
    Population,
    Recurring,
    Span,
    Total,
    Window,
)
from wenming.rules.commitments.periods import Weekdays
from wenming.rules.commitments.words import day_in_words, span_in_words
from wenming.rules.days.calendar import make_calendar
from wenming.rules.days.festivals import FESTIVALS

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
AFTER = date(2027, 2, 1)
UNIT = 7


def on(month: int, day: int, *, days: int = 1, who: int = UNIT, reached: tuple[int, ...] = (), **said: Number) -> Fact:
    """A record that says, for example, ``hours=3``."""
    words = {"hours": "小时", "films": "部", "pieces": "个", "people": "人"}
    first = date(2026, month, day)
    amounts = tuple((words[name], number) for name, number in said.items())
    key = hash((first, who, amounts)) % 10**6
    return Fact(key, who, first, first + timedelta(days - 1), amounts, frozenset(reached))


def judged(commitment: Commitment, *facts: Fact, subject: int = UNIT, today: date = AFTER) -> tuple[Verdict, ...]:
    """The verdicts of all periods, without holidays."""
    return judge(commitment, subject, facts, today=today, calendar=Weekdays())


def states(commitment: Commitment, *facts: Fact, subject: int = UNIT, today: date = AFTER) -> list[str]:
    """Their states."""
    return [verdict.state.value for verdict in judged(commitment, *facts, subject=subject, today=today)]


def test_half_a_day_of_study_each_week_by_every_unit() -> None:
    """Hours of a week add up to half a day; three days of grace."""
    weekly = Commitment(Recurring(Amount(0.5, None, "天"), 1, Every.WEEK), Span(date(2026, 3, 2), date(2026, 3, 29)))
    graced = replace(weekly, grace_days=3)
    facts = [on(3, 3, hours=3), on(3, 10, hours=1), on(3, 12, hours=2), on(3, 17, hours=2), on(3, 23, hours=3)]
    assert states(weekly, *facts) == ["met", "met", "missed", "met"]
    assert states(graced, *facts, on(3, 25, hours=3)) == ["met", "met", "late", "met"]


def test_weekly_and_half_a_day_each() -> None:
    """Two halves of a morning are no morning where each time is to be half a day."""
    each = Commitment(
        Recurring(Amount(1, None, "次"), 1, Every.WEEK),
        Span(date(2026, 3, 2), date(2026, 3, 15)),
        least=Amount(0.5, None, "天"),
    )
    assert states(each, on(3, 3, hours=2), on(3, 5, hours=1), on(3, 10, hours=4)) == ["missed", "met"]


CADRES = frozenset(range(1, 6))


def test_every_cadre_trained_once_in_classes_of_three_days_or_more() -> None:
    trained = Commitment(Coverage(1, Population("干部", members=CADRES)), YEAR, least=Amount(3, None, "天"))
    first, second = on(4, 7, days=3, reached=(1, 2, 3)), on(9, 1, days=4, reached=(3, 4))
    too_short = on(11, 2, days=2, reached=(5,))
    verdict = judged(trained, first, second, too_short, subject=TOGETHER)[0]
    assert (verdict.state, verdict.have, verdict.unreached) == ("missed", 4, (5,))
    assert [left.why for left in verdict.left_out] == ["too_short"]
    assert states(trained, first, second, on(11, 2, days=3, reached=(5,)), subject=TOGETHER) == ["met"]


def test_each_class_alone_has_three_days_or_more() -> None:
    each = Commitment(Length(Amount(3, None, "天")), YEAR)
    assert states(each, on(4, 7, days=3), on(9, 1, days=5)) == ["met"]
    assert states(each, on(4, 7, days=3), on(9, 1, days=2), today=date(2026, 9, 5)) == ["missed"]
    assert states(each, today=date(2026, 9, 5)) == ["open"]


def test_a_discussion_each_month_and_an_appraisal_each_quarter_in_every_community() -> None:
    monthly = Commitment(Recurring(Amount(1, None, "次"), 1, Every.MONTH), YEAR)
    quarterly = Commitment(Recurring(Amount(1, None, "次"), 1, Every.QUARTER), YEAR, grace_days=5)
    held = [on(month, 20) for month in range(1, 13) if month != 8]
    assert states(monthly, *held) == ["met"] * 7 + ["missed"] + ["met"] * 4
    assert states(quarterly, on(2, 3), on(7, 3), on(9, 30)) == ["met", "late", "met", "missed"]
    assert states(quarterly, on(2, 3), today=date(2026, 5, 6)) == ["met", "open", "not_due", "not_due"]
    assert states(quarterly, on(2, 3), today=date(2026, 6, 25)) == ["met", "due_soon", "not_due", "not_due"]


PAGE = Path(__file__).parents[3] / "docs/commitments.md"


def test_the_example_of_the_documentation_is_true() -> None:
    quarterly = Commitment(Recurring(Amount(1, None, "次"), 1, Every.QUARTER), YEAR)
    verdicts = judged(quarterly, on(7, 3), on(8, 12), today=date(2026, 10, 10))
    page = PAGE.read_text(encoding="utf-8")
    for verdict in verdicts:
        days = span_in_words(Span(verdict.period.first, verdict.period.last))
        row = f"| {days} | {day_in_words(verdict.period.due)} | {state_in_words(verdict.state)} |"
        assert row in page
        working = re.findall(rf"^{re.escape(row)} (.*) \|$", page, re.MULTILINE)[0]
        assert working in verdict_in_words(verdict)


def test_five_schools_and_twenty_six_branches_each_once_a_half_year() -> None:
    schools = Population("市民学校和分校", members=frozenset(range(100, 131)))
    each = Commitment(Coverage(1, schools, 1, Every.HALF_YEAR), YEAR)
    all_at_once = on(3, 5, reached=tuple(range(100, 131)))
    most = on(9, 5, reached=tuple(range(100, 130)))
    assert states(each, all_at_once, most, subject=TOGETHER) == ["met", "missed"]
    by_themselves = Commitment(Recurring(Amount(1, None, "次"), 1, Every.HALF_YEAR), YEAR)
    assert states(by_themselves, on(3, 5, who=103), on(9, 5, who=104), subject=103) == ["met", "missed"]


def test_all_units_at_the_flag_raising_on_national_day() -> None:
    national_day = next(festival for festival in FESTIVALS if festival.name == "国庆节")
    days = make_calendar().when(national_day, 2026)
    raising = Commitment(
        Coverage(1, Population("县直各单位", members=frozenset({7, 8, 9}))),
        YEAR,
        window=Window(spans=tuple(Span(day.first, day.first) for day in days), name="国庆节"),
    )
    there = on(10, 1, reached=(7, 8, 9))
    assert states(raising, there, subject=TOGETHER) == ["met"]
    assert states(raising, on(10, 1, reached=(7, 9)), subject=TOGETHER) == ["missed"]
    late = judged(raising, on(10, 2, reached=(7, 8, 9)), subject=TOGETHER)[0]
    assert (late.state, late.left_out[0].why) == ("missed", "too_late")
    assert judged(raising, subject=TOGETHER)[0].period.due == date(2026, 10, 1)


def test_from_may_to_october_a_film_a_week() -> None:
    weekly = Commitment(
        Recurring(Amount(1, None, "部"), 1, Every.WEEK), YEAR, window=Window(months=tuple(range(5, 11)))
    )
    shown = [date(2026, 5, 2) + timedelta(7 * week) for week in range(27)]
    facts = [on(day.month, day.day, films=1) for day in shown]
    verdicts = judged(weekly, *facts)
    assert {verdict.state for verdict in verdicts} == {"met"}
    assert (verdicts[0].period.first, verdicts[-1].period.last) == (date(2026, 5, 1), date(2026, 10, 31))
    assert states(weekly, *facts[1:])[0] == "met"  # the first days of May are a stub: one week with the next
    assert states(weekly, *facts[:9], *facts[10:]).count("missed") == 1
    outside = judged(weekly, on(12, 5, films=1))
    assert [left.why for verdict in outside for left in verdict.left_out] == ["too_late"]


def test_two_films_a_year_in_every_village() -> None:
    villages = frozenset(range(200, 212))
    span = Span(date(2026, 1, 1), date(2027, 12, 31))
    twice = Commitment(Coverage(2, Population("行政村", members=villages), 1, Every.YEAR), span)
    everywhere = [on(month, 3, reached=tuple(villages)) for month in (6, 8)]
    verdict = judged(twice, *everywhere, subject=TOGETHER, today=date(2027, 1, 5))
    assert [one.state for one in verdict] == ["met", "open"]
    once = judged(twice, everywhere[0], on(8, 3, reached=tuple(villages - {204})), subject=TOGETHER)[0]
    assert (once.state, once.have, once.unreached) == ("missed", 11, (204,))
    assert once.need == Amount(12, None, "行政村")


@pytest.mark.parametrize(("pieces", "state"), [(7, "missed"), (8, "met"), (10, "met"), (12, "met")])
def test_eight_to_ten_pieces_this_year(pieces: int, state: str) -> None:
    together = Commitment(Total(Amount(8, 10, "个"), together=True), YEAR)
    facts = [on(3, 2, who=7, pieces=3), on(6, 2, who=8, pieces=pieces - 3)]
    assert states(together, *facts, subject=TOGETHER) == [state]
    assert states(together, *facts, subject=TOGETHER, today=date(2026, 6, 1)) == ["open"]


def test_twenty_odd_associations() -> None:
    founded = Commitment(Total(Amount(20, None, "个"), together=True), YEAR)
    assert states(founded, on(3, 2, pieces=12), on(9, 2, pieces=9), subject=TOGETHER) == ["met"]
    verdict = judged(founded, on(3, 2, pieces=12), subject=TOGETHER)[0]
    assert (verdict.state, verdict.have) == ("missed", 12)


def test_no_more_than_two_meetings_a_month() -> None:
    few = Commitment(Recurring(Amount(None, 2, "场"), 1, Every.MONTH), YEAR)
    assert states(few, on(1, 5), on(1, 6), on(2, 2), on(2, 3), on(2, 4), today=date(2026, 2, 10))[:3] == [
        "met",
        "missed",
        "not_due",
    ]


def test_funds_grow_with_revenue() -> None:
    growth = Commitment(Growth("经费", "收入"), YEAR)
    before, after = date(2025, 12, 31), date(2026, 12, 30)
    revenue = (Figure("收入", before, 1000), Figure("收入", after, 1100))
    for funds, state in ((44, "met"), (43, "missed")):
        figures = (*revenue, Figure("经费", before, 40), Figure("经费", after, funds))
        verdict = judge(growth, UNIT, [], today=AFTER, calendar=Weekdays(), around=Circumstances(figures=figures))[0]
        assert verdict.state == state
        assert verdict.need is not None
        assert verdict.need.min == pytest.approx(110)
