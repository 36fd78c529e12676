"""Which days the words of a plan mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.commitments.model import Span
from wenming.rules.days.calendar import make_calendar
from wenming.rules.days.festivals import BY_NAME, FESTIVALS
from wenming.rules.days.naming import Mention, Occasion, When, days_meant, mention
from wenming.rules.days.themes import THEME_MONTHS

CHINA = make_calendar()
IN_ORDER = (When.BEFORE, When.ON, When.DURING, When.AFTER)


@pytest.mark.parametrize(
    ("text", "name", "when"),
    [
        ("十一", "国庆节", When.ON),
        ("“十一”", "国庆节", When.ON),
        ("国庆", "国庆节", When.ON),
        ("国庆节期间", "国庆节", When.DURING),
        ("“十一”长假", "国庆节", When.DURING),
        ("“七一”前后", "建党节", When.AROUND),
        ("“七一”来临之际", "建党节", When.AROUND),
        ("“八·一”建军节", "建军节", When.ON),
        ("春节前夕", "春节", When.BEFORE),
        ("春节前", "春节", When.BEFORE),
        ("清明", "清明节", When.ON),
        ("“3·15”", "消费者权益日", When.ON),
        ("3.15", "消费者权益日", When.ON),
        ("“三八”国际妇女节", "妇女节", When.ON),
        ("三八妇女节当天", "妇女节", When.ON),
        ("开斋节", "肉孜节", When.ON),
        (" 古尔邦节 ", "古尔邦节", When.ON),
        ("元宵节过后", "元宵节", When.AFTER),
        ("安全生产月", "安全生产月", When.ON),
        ("“民族团结教育月”期间", "民族团结教育月", When.DURING),
        ("爱国卫生活动月", "爱国卫生月", When.ON),
    ],
)
def test_words_name_an_occasion(text: str, name: str, when: When) -> None:
    found = mention(text)
    assert found is not None
    assert (found.occasion.name, found.when) == (name, when)


@pytest.mark.parametrize("text", ["十一月", "前后", "", "春节晚会", "2026年", "七一一"])
def test_other_words_name_none(text: str) -> None:
    assert mention(text) is None


@given(st.text(max_size=12))
def test_any_words_are_taken(text: str) -> None:
    found = mention(text)
    assert found is None or mention(found.occasion.name) == Mention(found.occasion)


@pytest.mark.parametrize("occasion", [*FESTIVALS, *THEME_MONTHS], ids=lambda occasion: occasion.name)
def test_all_names_lead_to_one_occasion(occasion: Occasion) -> None:
    for word in (occasion.name, *occasion.aliases):
        assert mention(word) == Mention(occasion)
        assert mention(f"“{word}”前后") == Mention(occasion, When.AROUND)


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("“十一”", 2026, date(2026, 10, 1), date(2026, 10, 1)),
        ("国庆期间", 2026, date(2026, 10, 1), date(2026, 10, 7)),
        ("国庆期间", 2025, date(2025, 10, 1), date(2025, 10, 8)),
        ("春节期间", 2026, date(2026, 2, 15), date(2026, 2, 23)),
        ("“七一”前后", 2026, date(2026, 6, 24), date(2026, 7, 8)),
        ("元旦前夕", 2026, date(2025, 12, 25), date(2025, 12, 31)),
        ("国庆节后", 2026, date(2026, 10, 8), date(2026, 10, 14)),
        ("科普日", 2026, date(2026, 9, 19), date(2026, 9, 20)),
        ("安全生产月", 2026, date(2026, 6, 1), date(2026, 6, 30)),
        ("安全生产月期间", 2026, date(2026, 6, 1), date(2026, 6, 30)),
        ("安全生产月前", 2026, date(2026, 5, 25), date(2026, 5, 31)),
    ],
)
def test_days_that_are_meant(text: str, year: int, first: date, last: date) -> None:
    said = mention(text)
    assert said is not None
    assert days_meant(said, year, CHINA) == (Span(first, last),)


def test_a_festival_may_be_meant_twice_or_not_at_all() -> None:
    laba = Mention(BY_NAME["腊八节"])
    assert [len(days_meant(laba, year, CHINA)) for year in (2022, 2023, 2024)] == [2, 0, 1]


@given(st.sampled_from([*FESTIVALS, *THEME_MONTHS]), st.integers(2024, 2028))
def test_before_on_and_after_follow_each_other(occasion: Occasion, year: int) -> None:
    spans = [days_meant(Mention(occasion, one), year, CHINA) for one in IN_ORDER]
    for before, on, during, after in zip(*spans, strict=True):
        assert before.last < on.first
        assert during.first <= on.first <= on.last <= during.last
        assert during.last < after.first
