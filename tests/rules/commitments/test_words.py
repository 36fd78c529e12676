"""Commitments in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import commitments
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
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
from wenming.rules.commitments.words import amount_in_words, asked_in_words, commitment_in_words, many, span_in_words

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
NATIONAL_DAY = date(2026, 10, 1)
ONCE = Amount(1, None, "次")


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            Commitment(Recurring(ONCE, 1, Every.QUARTER), YEAR),
            "各村 · 每季度 · 至少1次 · 评议 · 2026年1—12月",
            "各村 · every quarter · at least once · 评议 · 1 January to 31 December 2026",
        ),
        (
            Commitment(
                Recurring(Amount(0.5, None, "天"), 2, Every.WEEK), YEAR, least=Amount(3, None, "小时"), grace_days=1
            ),
            "各村 · 每2周 · 至少半天 · 评议 · 每次至少3小时 · 2026年1—12月 · 宽限1天",
            (
                "各村 · every 2 weeks · at least half a day · 评议 · at least 3 hours each · "
                "1 January to 31 December 2026 · 1 day of grace"
            ),
        ),
        (
            Commitment(Recurring(Amount(None, 2, "场"), 1, Every.MONTH), YEAR, window=Window(months=(5, 6, 7, 9))),
            "各村 · 每月 · 不超过2场 · 评议 · 限5—7、9月 · 2026年1—12月",
            "各村 · every month · at most twice · 评议 · only months 5—7、9 · 1 January to 31 December 2026",
        ),
        (
            Commitment(
                Total(Amount(8, 10, "个"), together=True),
                YEAR,
                grace_days=5,
                grace_in_working_days=True,
                needs_evidence=True,
            ),
            "各村 · 合计8—10个 · 评议 · 2026年1—12月 · 宽限5个工作日 · 须有佐证材料",
            "各村 · 8 to 10 个 in all · 评议 · 1 January to 31 December 2026 · 5 working days of grace · with evidence",
        ),
        (
            Commitment(Coverage(1, Population("干部", 120)), YEAR, window=Window(spans=(YEAR,), name="学雷锋月")),
            "各村 · 覆盖全部干部（120），各至少1次 · 评议 · 限学雷锋月期间 · 2026年1—12月",
            "各村 · each of 干部 (120) at least once · 评议 · only during 学雷锋月 · 1 January to 31 December 2026",
        ),
        (
            Commitment(Deadline(), Span(date(2026, 1, 1), date(2026, 6, 30))),
            "各村 · 完成1次 · 评议 · 2026年6月30日前",
            "各村 · done once · 评议 · by 30 June 2026",
        ),
        (
            Commitment(
                Deadline(), Span(date(2026, 10, 1), date(2026, 10, 1)), window=Window(months=(10,), spans=(YEAR,))
            ),
            "各村 · 完成1次 · 评议 · 限10月、2026年1—12月 · 2026年10月1日",
            "各村 · done once · 评议 · only months 10, 1 January to 31 December 2026 · 1 October 2026",
        ),
    ],
)
def test_a_commitment_is_one_line(rule: Commitment, zh: str, en: str) -> None:
    assert commitment_in_words(rule, who="各村", activity="评议") == zh
    assert commitment_in_words(rule, who="各村", activity="评议", language="en") == en


@pytest.mark.parametrize(
    ("demand", "zh", "en"),
    [
        (Recurring(ONCE, 1, Every.WEEK), "每周至少1次", "at least once every week"),
        (Total(Amount(100, 100, "个"), together=False), "100个", "100 个"),
        (Length(Amount(3, None, "天")), "每次至少3天", "at least 3 days each"),
        (
            Coverage(2, Population("行政村"), 1, Every.YEAR),
            "每年覆盖全部行政村，各至少2次",
            "each of 行政村 at least twice every year",
        ),
        (Rate("亮灯率", Direction.REACH, 95, "%"), "亮灯率达到95%", "亮灯率 reaches 95%"),
        (Rate("亮灯率", Direction.HOLD, 95.5, "%"), "亮灯率保持不低于95.5%", "亮灯率 stays at or above 95.5%"),
        (Rate("投诉", Direction.FALL, 20, "件"), "投诉降到不超过20件", "投诉 falls to at most 20件"),
        (Growth("投入", "收入"), "投入增幅不低于收入", "投入 grows at least as fast as 收入"),
        (Standing(1, Every.HALF_YEAR), "每半年由文明办评议", "reviewed by the office every half-year"),
    ],
)
def test_what_is_asked_in_the_middle_of_a_sentence(demand: Demand, zh: str, en: str) -> None:
    rule = Commitment(demand, YEAR)
    assert (asked_in_words(rule), asked_in_words(rule, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        ((2026, 10, 1), (2026, 10, 1), "2026年10月1日", "1 October 2026"),
        ((2026, 5, 1), (2026, 10, 31), "2026年5—10月", "1 May to 31 October 2026"),
        ((2026, 5, 1), (2026, 5, 31), "2026年5月", "1 May to 31 May 2026"),
        ((2026, 3, 5), (2026, 6, 30), "2026年3月5日—6月30日", "5 March to 30 June 2026"),
        ((2025, 9, 1), (2026, 1, 20), "2025年9月1日—2026年1月20日", "1 September 2025 to 20 January 2026"),
    ],
)
def test_days_as_one_says_them(first: tuple[int, int, int], last: tuple[int, int, int], zh: str, en: str) -> None:
    span = Span(date(*first), date(*last))
    assert (span_in_words(span), span_in_words(span, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        (0.5, "天", "半天", "half a day"),
        (1, "天", "1天", "1 day"),
        (1 / 3, "天", "2小时", "2 hours"),
        (1 / 24, "天", "15分钟", "15 minutes"),
        (0.75, "小时", "45分钟", "45 minutes"),
        (2, "次", "2次", "twice"),
        (0.1 * 3, "个", "0.3个", "0.3 个"),
        (1, "人", "1人", "1 person"),
        (3, "名", "3名", "3 people"),
        (1_200_000, "元", "1200000元", "1200000 元"),
        (95, "%", "95%", "95%"),
    ],
)
def test_so_many(number: float, unit: str, zh: str, en: str) -> None:
    assert many(number, unit) == (zh, en)


def test_at_least_at_most_and_between() -> None:
    assert amount_in_words(Amount(1, None, "次")) == ("至少1次", "at least once")
    assert amount_in_words(Amount(None, 2, "次")) == ("不超过2次", "at most twice")
    assert amount_in_words(Amount(8, 10, "篇")) == ("8—10篇", "8 to 10 篇")


@given(commitments(), st.sampled_from(["zh", "en"]))
def test_every_commitment_has_words(rule: Commitment, language: str) -> None:
    words = commitment_in_words(rule, who="各村", activity="评议", language=language)
    assert words.startswith("各村 · ")
    assert "None" not in words
    assert " ·  · " not in words
