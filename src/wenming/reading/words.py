"""Terms in words, in Chinese and English: 每月不少于1次, 2026年6月底前; at least 95%, by the end of June 2026."""

from collections.abc import Mapping

from wenming.reading.model import (
    Amount,
    Coverage,
    DateRange,
    Frequency,
    Horizon,
    Number,
    Period,
    Role,
    Term,
    TermKind,
    Value,
)

ROLE_WORDS: Mapping[Role, tuple[str, str]] = {
    Role.LEAD: ("牵头", "Lead"),
    Role.RESPONSIBLE: ("责任", "Responsible"),
    Role.COOPERATING: ("配合", "Cooperating"),
    Role.SUPERVISING: ("督查", "Supervising"),
}
TERM_WORDS: Mapping[TermKind, tuple[str, str]] = {
    TermKind.FREQUENCY: ("频次", "How often"),
    TermKind.QUANTITY: ("数量", "How much"),
    TermKind.DURATION: ("时长", "How long"),
    TermKind.DATE: ("时限", "By when"),
    TermKind.COVERAGE: ("覆盖", "Coverage"),
    TermKind.HORIZON: ("期别", "Horizon"),
}
COLUMN_WORDS: Mapping[str, tuple[str, str]] = {  # the heads of every table of measures, on paper, page and sheet
    "number": ("序号", "No."),
    "chapter": ("章节", "Chapter"),
    "measure": ("措施", "Measure"),
    "lead": ("牵头单位", "Lead"),
    "responsible": ("责任单位", "Responsible"),
    "cooperating": ("配合单位", "Cooperating"),
    "supervising": ("督查单位", "Supervising"),
    "frequency": ("频次", "How often"),
    "target": ("目标", "Target"),
    "due": ("时限", "By when"),
    "coverage": ("覆盖", "Coverage"),
    "text": ("原文", "Text"),
    "unit": ("单位", "Unit"),
    "role": ("角色", "Role"),
    "remark": ("备注", "Remark"),
    "month": ("月份", "Month"),
    "first_day": ("开始", "From"),
    "last_day": ("到期", "Due"),
    "quoted_date": ("原文时限", "As the plan says"),
    "rhythm": ("周期", "Period"),
    "code": ("编号", "Code"),
    "standard": ("测评标准", "Standard"),
    "wanted": ("申报材料", "Evidence wanted"),
    "points": ("分值", "Points"),
    "known": ("已知分值", "Known points"),
    "score": ("得分", "Score"),
    "rate": ("得分率", "Rate"),
    "working": ("怎样得出", "Working"),
    "line": ("行", "Line"),
    "grade": ("程度", "Grade"),
    "quote": ("原文", "Text"),
    "sentence": ("需要核对的事项", "What to check"),
}
GRADE_WORDS: Mapping[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "warn": ("提醒", "note"),
    "hint": ("建议", "hint"),
}
HORIZON_WORDS: Mapping[Horizon, tuple[str, str]] = {
    Horizon.LONG: ("长期", "long-term"),
    Horizon.MEDIUM: ("中期", "medium-term"),
    Horizon.NEAR: ("近期", "near-term"),
}
PERIOD_WORDS: Mapping[Period, tuple[str, str]] = {  # 每2周, every 2 weeks
    Period.DAY: ("天", "day"),
    Period.WEEK: ("周", "week"),
    Period.MONTH: ("个月", "month"),
    Period.QUARTER: ("个季度", "quarter"),
    Period.HALF_YEAR: ("个半年", "half-year"),
    Period.YEAR: ("年", "year"),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")
_OFTEN: Mapping[Number, str] = {1: "once", 2: "twice"}
MONTH_NAMES = (*_MONTHS, "September", "October", "November", "December")
UNIT_WORDS = {  # one and several; a classifier that is not here stays as the document has it
    "次": ("time", "times"),
    "天": ("day", "days"),
    "小时": ("hour", "hours"),
    "分钟": ("minute", "minutes"),
    "周": ("week", "weeks"),
    "个月": ("month", "months"),
    "年": ("year", "years"),
    "人": ("person", "people"),
    "名": ("person", "people"),
    "户": ("household", "households"),
    "场": ("session", "sessions"),
    "处": ("place", "places"),
    "条": ("item", "items"),
    "项": ("item", "items"),
    "篇": ("piece", "pieces"),
    "元": ("yuan", "yuan"),
    "个": ("", ""),  # says nothing that English would say
}


def term_in_words(term: Term, language: str = "zh") -> str:
    """What the term asks for, in Chinese unless ``language`` starts with ``en``."""
    return value_in_words(term.value, language)


def value_in_words(value: Value, language: str = "zh") -> str:
    """The value of a term as one would say it.

    >>> value_in_words(Frequency(1, None, "次", 1, Period.MONTH))
    '每月不少于1次'
    >>> value_in_words(DateRange(None, "2026-06"), "en")
    'by the end of June 2026'
    """
    english = language.startswith("en")
    match value:
        case Frequency():
            return _frequency_en(value) if english else _frequency_zh(value)
        case Amount():
            return _amount_en(value.min, value.max, value.unit) if english else _amount_zh(value)
        case DateRange():
            return _dates_en(value) if english else _dates_zh(value)
        case Coverage():
            return _coverage_en(value) if english else _coverage_zh(value)
        case Horizon():
            return HORIZON_WORDS[value][english]


def _amount_zh(value: Amount | Frequency) -> str:
    low, high, unit = value.min, value.max, value.unit or ""
    if low is None and high is None:
        return unit
    if high is None:
        return f"不少于{_number_zh(low)}{unit}"
    if low is None:
        return f"不超过{_number_zh(high)}{unit}"
    return f"{_number_zh(low)}{unit}" if low == high else f"{_number_zh(low)}—{_number_zh(high)}{unit}"


def _amount_en(low: Number | None, high: Number | None, unit: str) -> str:
    if low is None and high is None:
        return unit
    if high is None:
        return f"at least {_counted(low, unit)}"
    if low is None:
        return f"at most {_counted(high, unit)}"
    return _counted(low, unit) if low == high else f"{_number_en(low)} to {_counted(high, unit)}"


def _counted(number: Number | None, unit: str) -> str:
    """Once, 3 times, 95%, 8 盏."""
    if unit == "次" and number is not None and number in _OFTEN:
        return _OFTEN[number]
    if unit == "%":
        return f"{_number_en(number)}%"
    one, several = UNIT_WORDS.get(unit, (unit, unit))
    word = one if number is not None and number <= 1 else several
    return f"{_number_en(number)} {word}".rstrip()


def _number_zh(number: Number | None) -> str:
    """12, 0.5, 3.2万, 1.5亿: the large ones as an office writes them."""
    if number is None:
        return ""
    for scale, word in ((10**8, "亿"), (10**4, "万")):
        if number >= scale and (number * 100) % scale == 0:
            return f"{number / scale:.15g}{word}"
    return f"{number:.15g}"


def _number_en(number: Number | None) -> str:
    if number is None:
        return ""
    return f"{number:,}" if isinstance(number, int) else f"{number:.15g}"


def _frequency_zh(value: Frequency) -> str:
    if value.every != 1:
        every = f"每{value.every}{PERIOD_WORDS[value.period][0]}"
    else:
        every = f"每{PERIOD_WORDS[value.period][0].removeprefix('个')}"
    return every if value.min is None and value.max is None else f"{every}{_amount_zh(value)}"


def _frequency_en(value: Frequency) -> str:
    word = PERIOD_WORDS[value.period][1]
    every = f"every {word}" if value.every == 1 else f"every {value.every} {word}s"
    if value.min is None and value.max is None:
        return every
    amount = _amount_en(value.min, value.max, value.unit or "")
    return f"{amount} a {word}" if value.every == 1 else f"{amount} {every}"


def _coverage_zh(value: Coverage) -> str:
    return f"全部{value.each}" if value.min is None else f"全部{value.each}，各不少于{_number_zh(value.min)}次"


def _coverage_en(value: Coverage) -> str:
    return f"every {value.each}" if value.min is None else f"every {value.each}, at least {_counted(value.min, '次')}"


Date = tuple[str, str, str]  # year, month, day, without leading zeros, empty where not given


def date_parts(text: str) -> Date:
    """Year, month and day of an ISO date in any precision, without leading zeros; empty where not given."""
    parts = ["", *text[2:].split("-")] if text.startswith("--") else text.split("-")
    year, month, day = [*parts, "", ""][:3]
    return year, month.lstrip("0"), day.lstrip("0")


def _dates_zh(value: DateRange) -> str:
    start, end = (date_parts(date or "") for date in (value.start, value.end))
    if value.start is None:
        return f"{_date_zh(end)}前" if end[2] else f"{_end_zh(end)}底前"
    if value.end is None:
        return f"{_date_zh(start)}起"
    return _date_zh(start) if start == end else f"{_date_zh(start)}至{_date_zh(_shortened(start, end))}"


def _end_zh(date: Date) -> str:
    return "年" if date == ("", "12", "") else _date_zh(date)  # 年底前, as everyone says


def _shortened(start: Date, end: Date) -> Date:
    """The end of a range without the year that it shares with the start."""
    return ("", *end[1:]) if end[0] == start[0] and end[1] else end


def _date_zh(date: Date) -> str:
    return "".join(f"{part}{word}" for part, word in zip(date, "年月日", strict=True) if part)


def _dates_en(value: DateRange) -> str:
    start, end = (date_parts(date or "") for date in (value.start, value.end))
    if value.start is None:
        return f"by {_date_en(end)}" if end[2] else f"by the end of {_end_en(end)}"
    if value.end is None:
        return f"from {_date_en(start)}"
    if start == end:
        return f"{'on' if end[2] else 'in'} {_date_en(end)}"
    return f"{_date_en(start if start[0] != end[0] or not end[1] else ('', *start[1:]))} to {_date_en(end)}"


def _end_en(date: Date) -> str:
    return "the year" if date == ("", "12", "") else _date_en(date)


def _date_en(date: Date) -> str:
    year, month, day = date
    return " ".join(part for part in (day, MONTH_NAMES[int(month) - 1] if month else "", year) if part)
