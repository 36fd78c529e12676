"""Commitments, verdicts and their working in words, in Chinese unless ``language`` starts with ``en``.

Names of units, activities and figures are given as they are; only what is ours to say is in the reader's language.
"""

import calendar
from collections.abc import Mapping
from datetime import date

from wenming.rules.commitments.counting import LeftOut, Why
from wenming.rules.commitments.facts import OCCURRENCES
from wenming.rules.commitments.judging import State, Verdict
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
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
STATE_WORDS: Mapping[State, Pair] = {
    State.MET: ("已完成", "done"),
    State.LATE: ("逾期完成", "done late"),
    State.MISSED: ("未完成", "missed"),
    State.OPEN: ("进行中", "open"),
    State.DUE_SOON: ("即将到期", "due soon"),
    State.NOT_DUE: ("未到时间", "not yet due"),
    State.EXEMPT: ("免除", "exempt"),
    State.DISPUTED: ("有异议", "disputed"),
}
WHY_WORDS: Mapping[Why, Pair] = {
    Why.NOT_FOR_SUBJECT: ("不是这个单位的", "not of this unit"),
    Why.WITHDRAWN: ("单位已撤回", "withdrawn by the unit"),
    Why.RETURNED: ("文明办已退回，改好再算", "returned by the office; it counts once mended"),
    Why.NOT_ACCEPTED: ("文明办认为不算这一条", "not accepted for this by the office"),
    Why.NOT_MEANT: ("单位说明不算这一条", "not meant for this, as the unit says"),
    Why.NOT_YET: ("日期还没有到", "of a day to come"),
    Why.NO_EVIDENCE: ("没有佐证材料", "without evidence"),
    Why.NOT_SAID: ("没有写明数目或时长", "does not say how much or how long"),
    Why.TOO_SHORT: ("时长不足", "too short"),
    Why.TOO_FEW: ("数目不足", "too few"),
    Why.TOO_MUCH: ("超过上限", "over the limit"),
    Why.REACHES_NOBODY: ("没有覆盖到名单里的人", "reaches nobody of those meant"),
    Why.ALREADY_COUNTED: ("已经算在别的周期", "counted for another period already"),
    Why.TOO_EARLY: ("早于这个期间", "before the time"),
    Why.OUTSIDE_WINDOW: ("不在规定的时段", "outside the season"),
    Why.TOO_LATE: ("晚于截止", "after the close"),
}
_EVERY: Mapping[Every, tuple[str, str, str]] = {  # with 每, after 每2, in English
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
    Direction.HOLD: ("保持在", "stays at or above"),
    Direction.FALL: ("降到", "falls to"),
}


def commitment_in_words(rule: Commitment, *, who: str, activity: str, language: str = "zh") -> str:
    """The whole commitment: 每个社区 · 每季度 · 至少1次 · 民主评议 · 2026年1—12月; empty ``who`` is left out."""
    at = _at(language)
    times, period = rhythm(rule.demand)
    parts = [
        who,
        _rhythm(times, period)[at],
        _demand(rule)[at],
        activity,
        _least(rule.least)[at],
        span_in_words(rule.span, language),
        _window(rule.window)[at],
        _grace(rule)[at],
        ("要有佐证材料", "with evidence")[at] if rule.needs_evidence else "",
    ]
    return SEPARATOR.join(part for part in parts if part)


def _at(language: str) -> int:
    return int(language.startswith("en"))


def _rhythm(times: int, period: Every) -> Pair:
    if period is Every.WHOLE:
        return ("", "")
    alone, several, english = _EVERY[period]
    if times == 1:
        return (f"每{alone}", f"every {english}")
    return (f"每{times}{several}", f"every {times} {english}s")


def _demand(rule: Commitment) -> Pair:
    match rule.demand:
        case Recurring(amount=amount) | Total(amount=amount):
            return _amount(amount)
        case Length(amount=amount):
            return (f"每次{_amount(amount)[0]}", f"each {_amount(amount)[1]}")
        case Coverage() as demand:
            return _coverage(demand)
        case Deadline():
            return ("完成", "done")
        case Rate() as demand:
            target = f"{_number(demand.target)}{demand.unit}"
            zh, en = _DIRECTION[demand.direction]
            return (f"{demand.figure}{zh}{target}", f"{demand.figure} {en} {target}")
        case Growth() as demand:
            return (
                f"{demand.figure}增幅不低于{demand.reference}",
                f"{demand.figure} grows as fast as {demand.reference}",
            )
        case Standing():
            return ("文明办评议", "reviewed by the office")


def _coverage(demand: Coverage) -> Pair:
    size = demand.population.count
    name = f"{demand.population.name}（{size}）" if size else demand.population.name
    return (f"覆盖{name}，每个至少{demand.times}次", f"each of {name} at least {_times(demand.times)}")


def _amount(amount: Amount) -> Pair:
    low, high, unit = amount.min, amount.max, amount.unit
    if low is None:
        return (f"至多{_many(high, unit)}", f"at most {_many_en(high, unit)}")
    if high is None:
        return (f"至少{_many(low, unit)}", f"at least {_many_en(low, unit)}")
    if low == high:
        return (_many(low, unit), _many_en(low, unit))
    return (f"{_number(low)}—{_many(high, unit)}", f"{_number(low)} to {_many_en(high, unit)}")


def _many(number: Number | None, unit: str) -> str:
    """3次, 半天."""
    return f"半{unit}" if number == 0.5 and unit in {"天", "年"} else f"{_number(number)}{unit}"


def _many_en(number: Number | None, unit: str) -> str:
    if unit in OCCURRENCES:
        return _times(number)
    if number == 0.5 and unit == "天":
        return "half a day"
    words = {"天": "day", "小时": "hour", "分钟": "minute", "人": "person"}
    if unit not in words:
        return f"{_number(number)}{unit}" if unit == "%" else f"{_number(number)} {unit}"
    several = {"person": "people"}.get(words[unit], f"{words[unit]}s")
    return f"{_number(number)} {words[unit] if number == 1 else several}"


def _times(number: Number | None) -> str:
    return {1: "once", 2: "twice"}.get(int(number or 0), f"{_number(number)} times")


def _number(number: Number | None) -> str:
    return "" if number is None else f"{number:g}" if abs(number) < 1e6 else str(number)


def _least(least: Amount | None) -> Pair:
    if least is None:
        return ("", "")
    zh, en = _amount(least)
    return (f"每次{zh}", f"each {en}")


def _window(window: Window | None) -> Pair:
    if window is None:
        return ("", "")
    if window.name:
        return (f"只算{window.name}", f"only {window.name}")
    if window.months:
        months = _runs(window.months)
        return (f"只算{months}月", f"only in months {months}")
    spans = "、".join(span_in_words(span) for span in window.spans)
    return (f"只算{spans}", "only " + ", ".join(span_in_words(span, "en") for span in window.spans))


def _runs(months: tuple[int, ...]) -> str:
    """5—10, 3、9."""
    runs: list[list[int]] = []
    for month in sorted(months):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _grace(rule: Commitment) -> Pair:
    if not rule.grace_days:
        return ("", "")
    days, is_working = rule.grace_days, rule.grace_in_working_days
    zh = f"宽限{days}个工作日" if is_working else f"宽限{days}天"
    return (zh, f"{days} {'working ' if is_working else ''}days of grace")


def span_in_words(span: Span, language: str = "zh") -> str:
    """2026年1—12月, 2026年10月1日, 2026年3月5日—6月30日; in English with ISO dates."""
    first, last = span.first, span.last
    if _at(language):
        return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    if first == last:
        return day_in_words(first)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and first.year == last.year:
        months = f"{first.month}" if first.month == last.month else f"{first.month}—{last.month}"
        return f"{first.year}年{months}月"
    if first.year == last.year:
        return f"{day_in_words(first)}—{last.month}月{last.day}日"
    return f"{day_in_words(first)}—{day_in_words(last)}"


def day_in_words(day: date, language: str = "zh") -> str:
    """2026年3月5日."""
    return day.isoformat() if _at(language) else f"{day.year}年{day.month}月{day.day}日"


def left_out_in_words(left: LeftOut, language: str = "zh") -> str:
    """Why a record does not count, with how much it had where that is why: 时长不足（2小时，要求半天）."""
    words = WHY_WORDS[left.why][_at(language)]
    if left.had is None or left.asked is None:
        return words
    unit, asked = left.asked.unit, _amount(left.asked)
    if _at(language):
        return f"{words} ({_many_en(left.had, unit)}, asked: {asked[1]})"
    return f"{words}（{_many(left.had, unit)}，要求{asked[0]}）"


def verdict_in_words(verdict: Verdict, language: str = "zh") -> str:
    """How it stands and why, in one or two sentences, from the verdict alone."""
    at = _at(language)
    days = span_in_words(Span(verdict.period.first, verdict.period.last), language)
    return "".join([_asked(verdict, days)[at], _had(verdict)[at], _due(verdict)[at]])


def _asked(verdict: Verdict, days: str) -> Pair:
    if verdict.need is None:
        zh, en = _demand(verdict.commitment)
        return (f"{days}：{zh}。", f"{days}: {en}. ")
    zh, en = _amount(verdict.need)
    return (f"{days}要求{zh}。", f"{days} asks for {en}. ")


def _had(verdict: Verdict) -> Pair:
    counted, left = len(verdict.counted), len(verdict.left_out)
    zh, en = f"有{counted}条记录算进来", f"{counted} {'record counts' if counted == 1 else 'records count'}"
    if verdict.have is not None and verdict.need is not None:
        zh += f"，合计{_many(verdict.have, verdict.need.unit)}"
        en += f", {_number(verdict.have)} in all"
    if left:
        zh, en = f"{zh}；另有{left}条没有算", f"{en}; {left} do not"
    return (f"{zh}。", f"{en}. ")


def _due(verdict: Verdict) -> Pair:
    state_zh, state_en = STATE_WORDS[verdict.state]
    due = verdict.period.due
    if due == date.max:
        return (f"{state_zh}，时间暂停。", f"{state_en.capitalize()}; the time stands still.")
    return (f"{state_zh}，{day_in_words(due)}到期。", f"{state_en.capitalize()}, due on {due.isoformat()}.")
