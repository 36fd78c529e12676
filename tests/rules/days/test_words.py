"""Days in words."""

from datetime import date

import pytest

from wenming.rules.days.festivals import BY_NAME
from wenming.rules.days.lunar import SOLAR_TERMS, LunarDay
from wenming.rules.days.naming import Mention, When
from wenming.rules.days.school import Season, Term
from wenming.rules.days.table import DayKind, SpecialDay
from wenming.rules.days.themes import THEME_MONTHS
from wenming.rules.days.words import (
    KIND_WORDS,
    LUNAR_DAYS,
    LUNAR_MONTHS,
    SEASON_WORDS,
    SOLAR_TERM_WORDS,
    WHEN_WORDS,
    lunar_in_words,
    mention_in_words,
    special_in_words,
    term_in_words,
    unannounced_in_words,
    under_the_day,
)


@pytest.mark.parametrize(
    ("lunar", "chinese", "english"),
    [
        (LunarDay(2025, 12, 8), "腊月初八", "day 8 of month 12 of the lunar calendar"),
        (LunarDay(2026, 1, 1), "正月初一", "day 1 of month 1 of the lunar calendar"),
        (LunarDay(2025, 6, 20, is_leap=True), "闰六月二十", "day 20 of leap month 6 of the lunar calendar"),
        (LunarDay(2026, 11, 29), "冬月廿九", "day 29 of month 11 of the lunar calendar"),
        (LunarDay(2026, 8, 15), "八月十五", "day 15 of month 8 of the lunar calendar"),
        (LunarDay(2026, 10, 30), "十月三十", "day 30 of month 10 of the lunar calendar"),
        (LunarDay(2026, 10, 10), "十月初十", "day 10 of month 10 of the lunar calendar"),
    ],
)
def test_lunar_days(lunar: LunarDay, chinese: str, english: str) -> None:
    assert lunar_in_words(lunar) == chinese
    assert lunar_in_words(lunar, "en") == english


def test_there_is_a_word_for_each() -> None:
    assert (len(LUNAR_MONTHS), len(LUNAR_DAYS)) == (12, 30)
    assert len(set(LUNAR_DAYS)) == 30
    assert set(SOLAR_TERM_WORDS) == set(SOLAR_TERMS)
    assert len(set(SOLAR_TERM_WORDS.values())) == 24
    assert (set(KIND_WORDS), set(SEASON_WORDS), set(WHEN_WORDS)) == (set(DayKind), set(Season), set(When))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 16), "廿九"),
        (date(2026, 2, 17), "正月"),
        (date(2026, 2, 18), "雨水"),
        (date(2026, 4, 5), "清明"),
        (date(2025, 7, 25), "闰六月"),
        (date(2026, 1, 26), "初八"),
    ],
)
def test_what_stands_under_a_day(day: date, words: str) -> None:
    assert under_the_day(day) == words


@pytest.mark.parametrize(
    ("special", "chinese", "english"),
    [
        (SpecialDay(date(2026, 10, 1), DayKind.OFF, "国庆节", "令"), "国庆节放假", "National Day: day off"),
        (
            SpecialDay(date(2026, 1, 4), DayKind.WORK, "元旦", "令"),
            "元旦调休上班",
            "New Year's Day: worked instead of a day off",
        ),
        (SpecialDay(date(2026, 7, 6), DayKind.OFF, "那达慕大会", "令"), "那达慕大会放假", "那达慕大会: day off"),
    ],
)
def test_special_days(special: SpecialDay, chinese: str, english: str) -> None:
    assert special_in_words(special) == chinese
    assert special_in_words(special, "en") == english


def test_terms() -> None:
    term = Term(2025, Season.AUTUMN, date(2025, 9, 1), date(2026, 1, 30))
    assert term_in_words(term) == "2025—2026学年秋季学期"
    assert term_in_words(term, "en") == "autumn term of 2025–2026"


@pytest.mark.parametrize(
    ("said", "chinese", "english"),
    [
        (Mention(BY_NAME["国庆节"]), "国庆节", "on National Day"),
        (Mention(BY_NAME["建党节"], When.AROUND), "建党节前后", "around Founding Day of the Party"),
        (Mention(BY_NAME["春节"], When.DURING), "春节期间", "during Spring Festival"),
        (Mention(THEME_MONTHS[0]), "学雷锋活动月", "in Lei Feng month"),
        (Mention(THEME_MONTHS[0], When.BEFORE), "学雷锋活动月前夕", "before Lei Feng month"),
    ],
)
def test_mentions(said: Mention, chinese: str, english: str) -> None:
    assert mention_in_words(said) == chinese
    assert mention_in_words(said, "en") == english


@pytest.mark.parametrize(
    ("years", "chinese", "english"),
    [
        ((), "", ""),
        (
            (2027,),
            "2027年放假安排尚未公布，暂按周一至周五为工作日计算。",
            "The days off of 2027 are not announced yet; Monday to Friday are counted as working days.",
        ),
        (
            (2027, 2028),
            "2027年、2028年放假安排尚未公布，暂按周一至周五为工作日计算。",
            "The days off of 2027 and 2028 are not announced yet; Monday to Friday are counted as working days.",
        ),
    ],
)
def test_what_is_not_announced_is_said(years: tuple[int, ...], chinese: str, english: str) -> None:
    assert unannounced_in_words(years) == chinese
    assert unannounced_in_words(years, "en") == english
