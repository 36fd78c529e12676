"""A commitment in words, in Chinese unless ``language`` starts with ``en``.

Names of units, activities and figures are given as they are; only what is ours to say is in the reader's language.
"""

import calendar
from collections.abc import Mapping
from datetime import date

from wenming.rules.commitments.facts import OCCURRENCES, PEOPLE
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
    Number,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
    Window,
    rhythm,
)

Pair = tuple[str, str]  # Chinese, English
SEPARATOR = " · "
_NOTHING: Pair = ("", "")
_EVERY: Mapping[Every, tuple[str, str, str]] = {  # after 每, after 每2, in English
    Every.DAY: ("天", "天", "day"),
    Every.WEEK: ("周", "周", "week"),
    Every.MONTH: ("月", "个月", "month"),
    Every.QUARTER: ("季度", "个季度", "quarter"),
    Every.HALF_YEAR: ("半年", "个半年", "half-year"),
    Every.YEAR: ("年", "年", "year"),
    Every.SCHOOL_TERM: ("学期", "个学期", "school term"),
}
_DIRECTION: Mapping[Direction, Pair] = {
    Direction.REACH: ("达到", "reaches"),
    Direction.HOLD: ("保持不低于", "stays at or above"),
    Direction.FALL: ("降到不超过", "falls to at most"),
}
_UNITS = {"天": ("day", "days"), "小时": ("hour", "hours"), "分钟": ("minute", "minutes")}
_TIMES = {1: "once", 2: "twice"}


def in_english(language: str) -> int:
    """Which of a pair: 1 where the language is English, else 0."""
    return int(language.startswith("en"))


def commitment_in_words(rule: Commitment, *, who: str, activity: str, language: str = "zh") -> str:
    """The whole commitment in one line; an empty ``who`` or ``activity`` is left out.

    >>> weekly = Recurring(Amount(0.5, None, "天"), 1, Every.WEEK)
    >>> year = Span(date(2026, 1, 1), date(2026, 12, 31))
    >>> commitment_in_words(Commitment(weekly, year), who="各单位", activity="集中学习")
    '各单位 · 每周 · 至少半天 · 集中学习 · 2026年1—12月'
    """
    at = in_english(language)
    parts = [
        who,
        _rhythm(*rhythm(rule.demand))[at],
        _demand(rule.demand)[at],
        activity,
        _least(rule.least)[at],
        window_in_words(rule.window, language) if rule.window else "",
        _until(rule)[at],
        _grace(rule)[at],
        ("须有佐证材料", "with evidence")[at] if rule.needs_evidence else "",
    ]
    return SEPARATOR.join(part for part in parts if part)


def asked_in_words(rule: Commitment, language: str = "zh") -> str:
    """What is asked, in the middle of a sentence: 每季度至少1次, 每次至少半天; at least once every quarter."""
    often, demand = _rhythm(*rhythm(rule.demand)), _demand(rule.demand)
    least = _least(rule.least)
    if in_english(language):
        return ", ".join(part for part in (f"{demand[1]} {often[1]}".strip(), least[1]) if part)
    return "，".join(part for part in (f"{often[0]}{demand[0]}", least[0]) if part)


def _rhythm(times: int, period: Every) -> Pair:
    if period is Every.WHOLE:
        return _NOTHING
    alone, several, english = _EVERY[period]
    if times == 1:
        return (f"每{alone}", f"every {english}")
    return (f"每{times}{several}", f"every {times} {english}s")


def _demand(demand: Demand) -> Pair:
    match demand:
        case Recurring(amount=amount):
            return amount_in_words(amount)
        case Total(amount=amount, together=together):
            zh, en = amount_in_words(amount)
            return (f"合计{zh}", f"{en} in all") if together else (zh, en)
        case Length(amount=amount):
            return _least(amount)
        case Coverage():
            return _coverage(demand)
        case Deadline():
            return ("完成1次", "done once")
        case Rate(figure=figure, direction=direction, unit=unit):
            target = f"{number_in_words(demand.target)}{unit}"
            return (f"{figure}{_DIRECTION[direction][0]}{target}", f"{figure} {_DIRECTION[direction][1]} {target}")
        case Growth(figure=figure, reference=reference):
            return (f"{figure}增幅不低于{reference}", f"{figure} grows at least as fast as {reference}")
        case Standing():
            return ("由文明办评议", "reviewed by the office")


def _coverage(demand: Coverage) -> Pair:
    population = demand.population
    sized_zh = f"{population.name}（{population.count}）" if population.count else population.name
    sized_en = f"{population.name} ({population.count})" if population.count else population.name
    return (f"覆盖全部{sized_zh}，各至少{demand.times}次", f"each of {sized_en} at least {_times(demand.times)}")


def amount_in_words(amount: Amount) -> Pair:
    """At least, at most, from so many to so many."""
    low, high, unit = amount.min, amount.max, amount.unit
    if low is None:
        zh, en = many(high or 0, unit)
        return (f"不超过{zh}", f"at most {en}")
    zh, en = many(low, unit)
    if high is None:
        return (f"至少{zh}", f"at least {en}")
    if low == high:
        return (zh, en)
    more_zh, more_en = many(high, unit)
    return (f"{number_in_words(low)}—{more_zh}", f"{number_in_words(low)} to {more_en}")


def many(number: Number, unit: str) -> Pair:
    """So many of a unit: 3次, 半天; three times, half a day. Time that is no whole half is told in the smaller unit."""
    if unit == "天" and number % 0.5:
        return many(number * 6, "小时")
    if unit == "小时" and number % 0.5:
        return many(number * 60, "分钟")
    if unit == "天" and number == 0.5:
        return ("半天", "half a day")
    said = number_in_words(number)
    if unit in OCCURRENCES:
        return (f"{said}{unit}", _times(number))
    one, several = _UNITS.get(unit, ("person", "people") if unit in PEOPLE else (unit, unit))
    gap = "" if unit == "%" else " "
    return (f"{said}{unit}", f"{said}{gap}{one if number == 1 else several}")


def _times(number: Number) -> str:
    return _TIMES.get(int(number), "") if number in _TIMES else f"{number_in_words(number)} times"


def number_in_words(number: Number) -> str:
    """A number without the noise of its fractions: 0.3, 1200000."""
    return f"{round(number, 4):.15g}"


def _least(least: Amount | None) -> Pair:
    if least is None:
        return _NOTHING
    zh, en = amount_in_words(least)
    return (f"每次{zh}", f"{en} each")


def window_in_words(window: Window, language: str = "zh") -> str:
    """The days that count: by the name of the window, by months, or by dates."""
    at = in_english(language)
    if window.name:
        return (f"限{window.name}期间", f"only during {window.name}")[at]
    months = [(f"{runs}月", f"months {runs}")[at]] if (runs := _runs(window.months)) else []
    days = [span_in_words(span, language) for span in window.spans]
    listed = ("、", ", ")[at].join([*months, *days])
    return (f"限{listed}", f"only {listed}")[at]


def _runs(months: tuple[int, ...]) -> str:
    """5—10, 3、9."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _until(rule: Commitment) -> Pair:
    """The span; of what is done once only its end matters."""
    zh, en = (span_in_words(rule.span, language) for language in ("zh", "en"))
    if isinstance(rule.demand, Deadline) and rule.span.first != rule.span.last:
        return (f"{day_in_words(rule.span.last)}前", f"by {day_in_words(rule.span.last, 'en')}")
    return (zh, en)


def _grace(rule: Commitment) -> Pair:
    if not rule.grace_days:
        return _NOTHING
    days, is_working = rule.grace_days, rule.grace_in_working_days
    word = ("working day" if is_working else "day") + ("" if days == 1 else "s")
    return (f"宽限{days}{'个工作日' if is_working else '天'}", f"{days} {word} of grace")


def span_in_words(span: Span, language: str = "zh") -> str:
    """2026年1—12月, 2026年10月1日, 2026年3月5日—6月30日; 1 January to 31 December 2026."""
    first, last = span.first, span.last
    if first == last:
        return day_in_words(first, language)
    if in_english(language):
        begin = day_in_words(first, language)
        same_year = begin.rpartition(" ")[0] if first.year == last.year else begin
        return f"{same_year} to {day_in_words(last, language)}"
    if first.year != last.year:
        return f"{day_in_words(first)}—{day_in_words(last)}"
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        months = f"{first.month}" if first.month == last.month else f"{first.month}—{last.month}"
        return f"{first.year}年{months}月"
    return f"{day_in_words(first)}—{last.month}月{last.day}日"


def day_in_words(day: date, language: str = "zh") -> str:
    """2026年3月5日; 5 March 2026."""
    if in_english(language):
        return f"{day.day} {calendar.month_name[day.month]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"
