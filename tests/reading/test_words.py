"""Terms in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.model import Amount, Coverage, DateRange, Frequency, Horizon, Period, Term, TermKind, Value
from wenming.reading.words import date_parts, term_in_words, value_in_words

CASES: list[tuple[Value, str, str]] = [
    (Frequency(1, None, "次", 1, Period.MONTH), "每月不少于1次", "at least once a month"),
    (Frequency(2, None, "次", 2, Period.WEEK), "每2周不少于2次", "at least twice every 2 weeks"),
    (Frequency(0.5, None, "天", 1, Period.WEEK), "每周不少于0.5天", "at least 0.5 day a week"),
    (Frequency(1, 2, "场", 1, Period.QUARTER), "每季度1—2场", "1 to 2 sessions a quarter"),
    (Frequency(None, 3, "次", 1, Period.HALF_YEAR), "每半年不超过3次", "at most 3 times a half-year"),
    (Frequency(None, None, None, 1, Period.YEAR), "每年", "every year"),
    (Frequency(None, None, None, 3, Period.YEAR), "每3年", "every 3 years"),
    (Frequency(None, None, None, 2, Period.MONTH), "每2个月", "every 2 months"),
    (Amount(95, None, "%"), "不少于95%", "at least 95%"),
    (Amount(None, 5, "%"), "不超过5%", "at most 5%"),
    (Amount(8, 10, "个"), "8—10个", "8 to 10"),
    (Amount(100, 100, "个"), "100个", "100"),
    (Amount(3, None, "天"), "不少于3天", "at least 3 days"),
    (Amount(None, 30, "天"), "不超过30天", "at most 30 days"),
    (Amount(20000, None, "人"), "不少于2万人", "at least 20,000 people"),
    (Amount(150000000, 150000000, "元"), "1.5亿元", "150,000,000 yuan"),
    (Amount(1, None, "人"), "不少于1人", "at least 1 person"),
    (Amount(3, None, "盏"), "不少于3盏", "at least 3 盏"),
    (Amount(12345, 12345, "户"), "12345户", "12,345 households"),
    (DateRange(None, "2026-06"), "2026年6月底前", "by the end of June 2026"),
    (DateRange(None, "2026-06-30"), "2026年6月30日前", "by 30 June 2026"),
    (DateRange(None, "2026"), "2026年底前", "by the end of 2026"),
    (DateRange(None, "--12"), "年底前", "by the end of the year"),
    (DateRange(None, "--06-30"), "6月30日前", "by 30 June"),
    (DateRange("2026-03", None), "2026年3月起", "from March 2026"),
    (DateRange("--10-01", "--10-01"), "10月1日", "on 1 October"),
    (DateRange("--05", "--05"), "5月", "in May"),
    (DateRange("2024", "2024"), "2024年", "in 2024"),
    (DateRange("2026-03", "2026-11"), "2026年3月至11月", "March to November 2026"),
    (DateRange("2025-12", "2026-03"), "2025年12月至2026年3月", "December 2025 to March 2026"),
    (DateRange("2024", "2026"), "2024年至2026年", "2024 to 2026"),
    (DateRange("--05", "--10"), "5月至10月", "May to October"),
    (Coverage("行政村", None), "全部行政村", "every 行政村"),
    (Coverage("干部", 1), "全部干部，各不少于1次", "every 干部, at least once"),
    (Horizon.LONG, "长期", "long-term"),
    (Horizon.NEAR, "近期", "near-term"),
]


@pytest.mark.parametrize(("value", "chinese", "english"), CASES, ids=[case[1] for case in CASES])
def test_words(value: Value, chinese: str, english: str) -> None:
    assert (value_in_words(value), value_in_words(value, "en-gb")) == (chinese, english)


def test_a_term_is_said_by_its_value() -> None:
    assert term_in_words(Term(TermKind.QUANTITY, 0, 3, Amount(3, None, "篇"))) == "不少于3篇"


@given(st.dates(date(1900, 1, 1)), st.integers(1, 3))
def test_no_part_of_a_date_is_lost(day: date, precision: int) -> None:
    parts = str(day).split("-")[:precision]
    assert date_parts("-".join(parts)) == tuple(part.lstrip("0") for part in [*parts, "", ""][:3])
