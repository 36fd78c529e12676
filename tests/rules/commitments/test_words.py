"""Commitments and verdicts in words."""

from datetime import date

import pytest

from wenming.rules.commitments.counting import LeftOut, Why
from wenming.rules.commitments.facts import Fact
from wenming.rules.commitments.judging import State, judge
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Direction,
    Every,
    Growth,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
    Window,
)
from wenming.rules.commitments.periods import Weekdays
from wenming.rules.commitments.words import (
    STATE_WORDS,
    WHY_WORDS,
    commitment_in_words,
    left_out_in_words,
    span_in_words,
    verdict_in_words,
)

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
ONCE = Amount(1, None, "次")


def test_every_state_and_reason_has_its_words() -> None:
    assert set(STATE_WORDS) == set(State)
    assert set(WHY_WORDS) == set(Why)


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            Commitment(Recurring(ONCE, 1, Every.QUARTER), YEAR),
            "每个社区 · 每季度 · 至少1次 · 评议 · 2026年1—12月",
            "每个社区 · every quarter · at least once · 评议 · 2026-01-01 to 2026-12-31",
        ),
        (
            Commitment(
                Recurring(Amount(0.5, None, "天"), 2, Every.WEEK), YEAR, least=Amount(3, None, "小时"), grace_days=3
            ),
            "每个社区 · 每2周 · 至少半天 · 评议 · 每次至少3小时 · 2026年1—12月 · 宽限3天",
            "每个社区 · every 2 weeks · at least half a day · 评议 · each at least 3 hours · 2026-01-01 to 2026-12-31"
            " · 3 days of grace",
        ),
        (
            Commitment(Recurring(Amount(None, 2, "场"), 1, Every.MONTH), YEAR, window=Window(months=(5, 6, 7, 9))),
            "每个社区 · 每月 · 至多2场 · 评议 · 2026年1—12月 · 只算5—7、9月",
            "每个社区 · every month · at most twice · 评议 · 2026-01-01 to 2026-12-31 · only in months 5—7、9",
        ),
        (
            Commitment(Total(Amount(8, 10, "个"), together=True), YEAR, needs_evidence=True),
            "每个社区 · 8—10个 · 评议 · 2026年1—12月 · 要有佐证材料",
            "每个社区 · 8 to 10 个 · 评议 · 2026-01-01 to 2026-12-31 · with evidence",
        ),
        (
            Commitment(Coverage(1, Population("干部", 120)), YEAR, window=Window(spans=(YEAR,), name="学雷锋月")),
            "每个社区 · 覆盖干部（120），每个至少1次 · 评议 · 2026年1—12月 · 只算学雷锋月",
            "每个社区 · each of 干部（120） at least once · 评议 · 2026-01-01 to 2026-12-31 · only 学雷锋月",
        ),
    ],
)
def test_a_commitment_is_one_line(rule: Commitment, zh: str, en: str) -> None:
    assert commitment_in_words(rule, who="每个社区", activity="评议") == zh
    assert commitment_in_words(rule, who="每个社区", activity="评议", language="en") == en


@pytest.mark.parametrize(
    ("demand", "zh"),
    [
        (Length(Amount(2, None, "小时")), "每次至少2小时"),
        (Deadline(), "完成"),
        (Rate("覆盖率", Direction.REACH, 95, "%"), "覆盖率达到95%"),
        (Growth("投入", "收入"), "投入增幅不低于收入"),
        (Standing(1, Every.HALF_YEAR), "每半年 · 文明办评议"),
    ],
)
def test_each_kind_has_its_words(demand: object, zh: str) -> None:
    rule = Commitment(demand, YEAR)  # type: ignore[arg-type]
    assert commitment_in_words(rule, who="", activity="甲") == f"{zh} · 甲 · 2026年1—12月"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 10, 1), (2026, 10, 1), "2026年10月1日"),
        ((2026, 5, 1), (2026, 10, 31), "2026年5—10月"),
        ((2026, 5, 1), (2026, 5, 31), "2026年5月"),
        ((2026, 3, 5), (2026, 6, 30), "2026年3月5日—6月30日"),
        ((2025, 9, 1), (2026, 1, 20), "2025年9月1日—2026年1月20日"),
    ],
)
def test_days_as_one_says_them(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert span_in_words(Span(date(*first), date(*last))) == words


def test_why_something_does_not_count() -> None:
    short = LeftOut(1, date(2026, 3, 2), Why.TOO_SHORT, had=2, asked=Amount(3, None, "小时"))
    assert left_out_in_words(short) == "时长不足（2小时，要求至少3小时）"
    assert left_out_in_words(short, "en") == "too short (2 hours, asked: at least 3 hours)"
    assert left_out_in_words(LeftOut(1, date(2026, 3, 2), Why.WITHDRAWN)) == "单位已撤回"


def test_a_verdict_says_how_it_stands_and_why() -> None:
    rule = Commitment(Recurring(Amount(2, None, "次"), 1, Every.QUARTER), YEAR)
    fact = Fact(1, 7, date(2026, 2, 3), date(2026, 2, 3))
    verdict = judge(rule, 7, [fact], today=date(2026, 4, 2), calendar=Weekdays())[0]
    assert verdict_in_words(verdict) == "2026年1—3月要求至少2次。有1条记录算进来，合计1次。未完成，2026年3月31日到期。"
    assert verdict_in_words(verdict, "en") == (
        "2026-01-01 to 2026-03-31 asks for at least twice. 1 record counts, 1 in all. Missed, due on 2026-03-31."
    )
