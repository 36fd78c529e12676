"""Days in words, in Chinese and English: 腊月初八, 国庆节放假, 2027年放假安排尚未公布."""

from collections.abc import Mapping, Sequence
from datetime import date

from wenming.rules.days.festivals import BY_NAME
from wenming.rules.days.lunar import LunarDay, lunar_day, solar_term
from wenming.rules.days.naming import Mention, When
from wenming.rules.days.school import Season, Term
from wenming.rules.days.table import DayKind, SpecialDay
from wenming.rules.days.themes import ThemeMonth

LUNAR_MONTHS = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月")
_DIGITS = "一二三四五六七八九十"
LUNAR_DAYS = (
    *("初" + digit for digit in _DIGITS),
    *("十" + digit for digit in _DIGITS[:9]),
    "二十",
    *("廿" + digit for digit in _DIGITS[:9]),
    "三十",
)
KIND_WORDS: Mapping[DayKind, tuple[str, str]] = {
    DayKind.OFF: ("放假", "day off"),
    DayKind.WORK: ("调休上班", "worked instead of a day off"),
}
SEASON_WORDS: Mapping[Season, tuple[str, str]] = {
    Season.AUTUMN: ("秋季学期", "autumn term"),
    Season.SPRING: ("春季学期", "spring term"),
}
WHEN_WORDS: Mapping[When, tuple[str, str]] = {
    When.ON: ("", "on"),
    When.DURING: ("期间", "during"),
    When.AROUND: ("前后", "around"),
    When.BEFORE: ("前夕", "before"),
    When.AFTER: ("之后", "after"),
}
SOLAR_TERM_WORDS: Mapping[str, str] = {
    "小寒": "Lesser Cold",
    "大寒": "Greater Cold",
    "立春": "Beginning of Spring",
    "雨水": "Rain Water",
    "惊蛰": "Awakening of Insects",
    "春分": "Spring Equinox",
    "清明": "Pure Brightness",
    "谷雨": "Grain Rain",
    "立夏": "Beginning of Summer",
    "小满": "Lesser Fullness of Grain",
    "芒种": "Grain in Beard",
    "夏至": "Summer Solstice",
    "小暑": "Lesser Heat",
    "大暑": "Greater Heat",
    "立秋": "Beginning of Autumn",
    "处暑": "End of Heat",
    "白露": "White Dew",
    "秋分": "Autumn Equinox",
    "寒露": "Cold Dew",
    "霜降": "Descent of Frost",
    "立冬": "Beginning of Winter",
    "小雪": "Lesser Snow",
    "大雪": "Greater Snow",
    "冬至": "Winter Solstice",
}


def _is_english(language: str) -> bool:
    return language.startswith("en")


def lunar_in_words(lunar: LunarDay, language: str = "zh") -> str:
    """The month and the day of the lunar calendar.

    >>> lunar_in_words(LunarDay(2025, 12, 8))
    '腊月初八'
    """
    if _is_english(language):
        leap = "leap " if lunar.is_leap else ""
        return f"day {lunar.day} of {leap}month {lunar.month} of the lunar calendar"
    leap = "闰" if lunar.is_leap else ""
    return f"{leap}{LUNAR_MONTHS[lunar.month - 1]}{LUNAR_DAYS[lunar.day - 1]}"


def under_the_day(day: date) -> str:
    """What a wall calendar has under a day: the solar term, else the month on its first day, else the day; Chinese.

    >>> under_the_day(date(2026, 2, 17)), under_the_day(date(2026, 2, 18)), under_the_day(date(2026, 2, 19))
    ('正月', '雨水', '初三')
    """
    lunar = lunar_day(day)
    words = lunar_in_words(lunar)
    return solar_term(day) or (words.removesuffix(LUNAR_DAYS[0]) if lunar.day == 1 else LUNAR_DAYS[lunar.day - 1])


def special_in_words(special: SpecialDay, language: str = "zh") -> str:
    """Why a day is worked or not.

    >>> special_in_words(SpecialDay(date(2026, 10, 10), DayKind.WORK, "国庆节", "国办发明电〔2025〕7号"))
    '国庆节调休上班'
    """
    chinese, english = KIND_WORDS[special.kind]
    if not _is_english(language):
        return special.festival + chinese
    festival = BY_NAME.get(special.festival)
    return f"{festival.english if festival else special.festival}: {english}"


def term_in_words(term: Term, language: str = "zh") -> str:
    """The name of a school term.

    >>> term_in_words(Term(2025, Season.SPRING, date(2026, 3, 4), date(2026, 7, 10)))
    '2025—2026学年春季学期'
    """
    chinese, english = SEASON_WORDS[term.season]
    years = (term.school_year, term.school_year + 1)
    return f"{english} of {years[0]}–{years[1]}" if _is_english(language) else f"{years[0]}—{years[1]}学年{chinese}"


def mention_in_words(said: Mention, language: str = "zh") -> str:
    """An occasion and which days about it: 建党节前后, around Founding Day of the Party."""
    chinese, english = WHEN_WORDS[said.when]
    if not _is_english(language):
        return said.occasion.name + chinese
    is_on_a_month = isinstance(said.occasion, ThemeMonth) and said.when is When.ON
    return f"{'in' if is_on_a_month else english} {said.occasion.english}"


def unannounced_in_words(years: Sequence[int], language: str = "zh") -> str:
    """The warning that days off are not known yet; empty where nothing is missing.

    >>> unannounced_in_words((2027, 2028))
    '2027年、2028年放假安排尚未公布，暂按周一至周五为工作日计算。'
    """
    if not years:
        return ""
    if _is_english(language):
        named = " and ".join(map(str, years))
        return f"The days off of {named} are not announced yet; Monday to Friday are counted as working days."
    named = "、".join(f"{year}年" for year in years)
    return f"{named}放假安排尚未公布，暂按周一至周五为工作日计算。"
