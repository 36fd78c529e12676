"""A verdict in words."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import CALENDAR, circumstances, commitments, days, some_facts
from wenming.rules.commitments.counting import LeftOut, Why
from wenming.rules.commitments.explaining import (
    STATE_WORDS,
    WHY_WORDS,
    left_out_in_words,
    state_in_words,
    verdict_in_words,
)
from wenming.rules.commitments.facts import (
    NOTHING_ELSE,
    Circumstances,
    Dispute,
    Exemption,
    Fact,
    Figure,
    Pause,
    Review,
)
from wenming.rules.commitments.judging import State, judge
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Direction,
    Every,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
)

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
QUARTERLY = Commitment(Recurring(Amount(2, None, "次"), 1, Every.QUARTER), YEAR, least=Amount(0.5, None, "天"))


def on(month: int, day: int, key: int = 1, *, hours: float = 3) -> Fact:
    """A record of some hours."""
    return Fact(key, 7, date(2026, month, day), date(2026, month, day), (("小时", hours),), frozenset({key}))


def told(
    commitment: Commitment,
    facts: list[Fact],
    today: date,
    *,
    place: int = 0,
    around: Circumstances = NOTHING_ELSE,
    language: str = "zh",
) -> str:
    """The words for one period."""
    verdicts = judge(commitment, 7, facts, today=today, calendar=CALENDAR, around=around)
    return verdict_in_words(verdicts[place], language)


def test_every_state_and_reason_has_its_words() -> None:
    assert set(STATE_WORDS) == set(State)
    assert set(WHY_WORDS) == set(Why)
    assert (state_in_words(State.LATE), state_in_words(State.LATE, "en")) == ("逾期完成", "done late")


def test_why_a_record_does_not_count() -> None:
    short = LeftOut(1, date(2026, 3, 2), Why.TOO_SHORT, had=1 / 3, asked=Amount(0.5, None, "天"))
    assert left_out_in_words(short) == "时长不足（2小时，要求至少半天）"
    assert left_out_in_words(short, "en") == "too short (2 hours; asked: at least half a day)"
    assert left_out_in_words(LeftOut(1, date(2026, 3, 2), Why.WITHDRAWN)) == "单位已撤回"


def test_what_counted_what_did_not_and_what_is_missing() -> None:
    facts = [on(7, 3), on(8, 12, 2, hours=2), on(8, 13, 3, hours=2), on(9, 1, 4)]
    assert told(QUARTERLY, facts, date(2026, 8, 20), place=2) == (
        "要求每季度至少2次，每次至少半天。2026年7—9月有1条记录计入：2026年7月3日，合计1次。"
        "另有3条未计：时长不足（2小时，要求至少半天）2条；日期还没有到。进行中：还差1次，2026年9月30日到期。"
    )
    assert told(QUARTERLY, facts[:1], date(2026, 8, 20), place=2, language="en") == (
        "Asked: at least twice every quarter, at least half a day each. "
        "1 July to 30 September 2026: 1 record counts: 3 July 2026, once in all. "
        "Open: once still missing; due on 30 September 2026."
    )


@pytest.mark.parametrize(
    ("today", "facts", "around", "ends"),
    [
        (date(2026, 3, 25), [], NOTHING_ELSE, "即将到期：还差1次，2026年3月31日到期，2026年4月5日前补上算逾期完成。"),
        (date(2026, 4, 5), [on(4, 2)], NOTHING_ELSE, "逾期完成：2026年3月31日到期。"),
        (date(2026, 4, 6), [], NOTHING_ELSE, "未完成：还差1次。"),
        (date(2025, 12, 1), [], NOTHING_ELSE, "未到时间：2026年1月1日开始。"),
        (date(2026, 1, 9), [on(1, 5)], NOTHING_ELSE, "已完成。"),
        (date(2026, 1, 9), [], Circumstances(exemptions=(Exemption(date(2026, 1, 1), None),)), "免除。"),
        (
            date(2026, 1, 9),
            [],
            Circumstances(pauses=(Pause(date(2026, 1, 1), date(2026, 4, 1)),)),
            "免除：整个时段暂停计时。",
        ),
        (
            date(2026, 1, 9),
            [],
            Circumstances(pauses=(Pause(date(2026, 1, 5), None),)),
            "进行中：还差1次，暂停计时，恢复后再定何日到期。",
        ),
        (
            date(2026, 1, 9),
            [],
            Circumstances(disputes=(Dispute(date(2026, 1, 5), None),)),
            "有异议：等文明办答复，期间不计时。",
        ),
    ],
)
def test_each_state_ends_in_its_own_way(today: date, facts: list[Fact], around: Circumstances, ends: str) -> None:
    quarterly = Commitment(Recurring(Amount(1, None, "次"), 1, Every.QUARTER), YEAR, grace_days=5)
    assert told(quarterly, facts, today, around=around).endswith(f"。{ends}")


@pytest.mark.parametrize(
    ("commitment", "facts", "around", "words"),
    [
        (
            Commitment(Recurring(Amount(None, 1, "次"), 1, Every.YEAR), YEAR),
            [on(1, 5), on(2, 5, 2), on(3, 5, 3)],
            NOTHING_ELSE,
            (
                "要求每年不超过1次。2026年1—12月有3条记录计入：2026年1月5日、2026年2月5日、2026年3月5日，合计3次。"
                "未完成：超过2次。"
            ),
        ),
        (
            Commitment(Length(Amount(3, None, "小时")), YEAR),
            [on(1, 5), on(2, 5, 2, hours=1)],
            NOTHING_ELSE,
            (
                "要求每次至少3小时。2026年1—12月有1条记录计入：2026年1月5日，合计1次。"
                "另有1条未计：时长不足（1小时，要求至少3小时）。未完成：有记录不合要求。"
            ),
        ),
        (
            Commitment(Coverage(1, Population("行政村", None, frozenset({1, 2, 5}))), YEAR),
            [on(1, 5), on(2, 5, 2)],
            NOTHING_ELSE,
            (
                "要求覆盖全部行政村（3），各至少1次。2026年1—12月有2条记录计入：2026年1月5日、2026年2月5日，已覆盖2/3。"
                "进行中：行政村还差1，2026年12月31日到期。"
            ),
        ),
        (
            Commitment(Rate("亮灯率", Direction.REACH, 95, "%"), YEAR),
            [],
            Circumstances(figures=(Figure("亮灯率", date(2026, 5, 30), 93.5),)),
            "要求亮灯率达到95%。亮灯率2026年5月30日为93.5%。进行中，2026年12月31日到期。",
        ),
        (
            Commitment(Rate("亮灯率", Direction.REACH, 95, "%"), YEAR),
            [],
            NOTHING_ELSE,
            "要求亮灯率达到95%。进行中：还没有数据，2026年12月31日到期。",
        ),
        (
            Commitment(Standing(1, Every.YEAR), YEAR),
            [on(1, 5)],
            NOTHING_ELSE,
            "要求每年由文明办评议。2026年1—12月有1条记录计入：2026年1月5日。还没有评议或数据。进行中，2026年12月31日到期。",
        ),
        (
            Commitment(Standing(1, Every.YEAR), YEAR),
            [],
            Circumstances(reviews=(Review(date(2026, 5, 3), is_enough=True),)),
            "要求每年由文明办评议。2026年1—12月没有记录计入。文明办2026年5月3日评议：达到要求。已完成。",
        ),
        (
            Commitment(Standing(1, Every.YEAR), YEAR),
            [],
            Circumstances(reviews=(Review(date(2026, 5, 3), is_enough=False),)),
            (
                "要求每年由文明办评议。2026年1—12月没有记录计入。文明办2026年5月3日评议：没有达到要求。"
                "进行中，2026年12月31日到期。"
            ),
        ),
        (
            Commitment(Deadline(), Span(date(2026, 1, 1), date(2026, 6, 30))),
            [on(2, 3)],
            NOTHING_ELSE,
            "要求完成1次。2026年1—6月有1条记录计入：2026年2月3日，合计1次。已完成。",
        ),
    ],
)
def test_each_kind_is_told_in_its_own_way(
    commitment: Commitment, facts: list[Fact], around: Circumstances, words: str
) -> None:
    assert told(commitment, facts, date(2026, 6, 10), around=around) == words


def test_many_days_are_not_all_named() -> None:
    often = Commitment(Recurring(Amount(1, None, "次"), 1, Every.YEAR), YEAR)
    assert "2026年1月5日等，合计9次" in told(often, [on(1, day, day) for day in range(1, 10)], date(2026, 6, 1))


@given(commitments(), some_facts, days, circumstances(), st.sampled_from(["zh", "en"]))
def test_every_verdict_has_words(
    commitment: Commitment, facts: list[Fact], today: date, around: Circumstances, language: str
) -> None:
    for verdict in judge(commitment, 7, facts, today=today, calendar=CALENDAR, around=around):
        words = verdict_in_words(verdict, language)
        assert words.endswith("." if language == "en" else "。")
        assert "None" not in words
        assert not re.search(r"-\d", words)  # no number below nought
        assert "9999" not in words
