"""A verdict in words: the state, why each record does not count, and the whole working in a few sentences.

Everything is said from the verdict alone; no page has to look anything up to explain it.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from wenming.rules.commitments.counting import LeftOut, Why
from wenming.rules.commitments.facts import Figure, Review
from wenming.rules.commitments.judging import State, Verdict
from wenming.rules.commitments.model import Coverage, Growth, Length, Number, Rate, Span
from wenming.rules.commitments.words import (
    Pair,
    amount_in_words,
    asked_in_words,
    day_in_words,
    in_english,
    many,
    number_in_words,
    span_in_words,
)

STATE_WORDS: Mapping[State, Pair] = {
    State.MET: ("已完成", "done"),
    State.LATE: ("逾期完成", "done late"),
    State.MISSED: ("未完成", "missed"),
    State.OPEN: ("进行中", "open"),
    State.DUE_SOON: ("即将到期", "due soon"),
    State.NOT_DUE: ("未到时间", "not yet begun"),
    State.EXEMPT: ("免除", "exempt"),
    State.DISPUTED: ("有异议", "disputed"),
}
WHY_WORDS: Mapping[Why, Pair] = {
    Why.NOT_FOR_SUBJECT: ("不是本单位的记录", "of another unit"),
    Why.WITHDRAWN: ("单位已撤回", "withdrawn by the unit"),
    Why.RETURNED: ("文明办已退回，改好后再算", "returned by the office: it counts once it is corrected"),
    Why.NOT_ACCEPTED: ("文明办认为不算这一条要求", "not accepted for this by the office"),
    Why.NOT_MEANT: ("单位说明不算这一条要求", "not meant for this, as the unit says"),
    Why.NOT_YET: ("日期还没有到", "of a day to come"),
    Why.NO_EVIDENCE: ("没有佐证材料", "without evidence"),
    Why.NOT_SAID: ("没有写明时长或数量", "does not say how long or how many"),
    Why.TOO_SHORT: ("时长不足", "too short"),
    Why.TOO_FEW: ("数量不足", "too few"),
    Why.TOO_MUCH: ("超过上限", "over the limit"),
    Why.REACHES_NOBODY: ("没有写明覆盖了谁", "does not say whom of the population it reached"),
    Why.ALREADY_COUNTED: ("同一条记录已经算过", "the same record counted already"),
    Why.TOO_EARLY: ("早于开始日期", "before the first day"),
    Why.OUTSIDE_WINDOW: ("不在规定的时段", "outside the days that count"),
    Why.TOO_LATE: ("超过截止日期", "after the last day"),
}
_SHOWN = 5  # days of records that are named; more are only counted


def state_in_words(state: State, language: str = "zh") -> str:
    """The state in a word or two."""
    return STATE_WORDS[state][in_english(language)]


def left_out_in_words(left: LeftOut, language: str = "zh") -> str:
    """Why a record does not count: 时长不足（2小时，要求至少半天）."""
    zh, en = WHY_WORDS[left.why]
    if left.had is not None and left.asked is not None:
        had, asked = many(left.had, left.asked.unit), amount_in_words(left.asked)
        zh, en = f"{zh}（{had[0]}，要求{asked[0]}）", f"{en} ({had[1]}; asked: {asked[1]})"
    return (zh, en)[in_english(language)]


def verdict_in_words(verdict: Verdict, language: str = "zh") -> str:
    """What is asked, what counted, what did not and why, what is missing and until when: one sentence each."""
    at = in_english(language)
    sentences = [_asked(verdict), _counted(verdict), _rests_on(verdict), _left_out(verdict), _state(verdict)]
    return ("", " ")[at].join(sentence[at] for sentence in sentences if sentence[at])


def _asked(verdict: Verdict) -> Pair:
    zh, en = (asked_in_words(verdict.commitment, language) for language in ("zh", "en"))
    return (f"要求{zh}。", f"Asked: {en}.")


def _counted(verdict: Verdict) -> Pair:
    days = Span(verdict.period.first, verdict.period.last)
    zh, en = (span_in_words(days, language) for language in ("zh", "en"))
    count = len(verdict.counted)
    if not count and isinstance(verdict.commitment.demand, Rate | Growth):
        return ("", "")  # a figure is asked for, not records
    if not count:
        return (f"{zh}没有记录计入。", f"{en}: no record counts.")
    has = _has(verdict)
    said_zh, said_en = (_days_of(verdict, language) for language in ("zh", "en"))
    counts = "1 record counts" if count == 1 else f"{count} records count"
    return (f"{zh}有{count}条记录计入：{said_zh}{has[0]}。", f"{en}: {counts}: {said_en}{has[1]}.")


def _days_of(verdict: Verdict, language: str) -> str:
    at = in_english(language)
    late = ("（逾期）", " (late)")
    named = [
        day_in_words(record.on, language) + (late[at] if record.is_late else "") for record in verdict.counted[:_SHOWN]
    ]
    more = ("等", " and others")[at] if len(verdict.counted) > _SHOWN else ""
    return ("、", ", ")[at].join(named) + more


def _has(verdict: Verdict) -> Pair:
    if verdict.have is None or verdict.need is None or verdict.rests_on:
        return ("", "")
    if isinstance(verdict.commitment.demand, Coverage):
        of = f"{number_in_words(verdict.have)}/{number_in_words(verdict.need.min or 0)}"
        return (f"，已覆盖{of}", f", {of} reached")
    zh, en = many(verdict.have, verdict.need.unit)
    return (f"，合计{zh}", f", {en} in all")


def _rests_on(verdict: Verdict) -> Pair:
    """The figures or the review that decided."""
    said = [_review(one) if isinstance(one, Review) else _figure(one, verdict) for one in verdict.rests_on]
    if not said and verdict.need is None:
        return ("还没有评议或数据。", "There is no review and no figure yet.")
    return ("".join(f"{zh}。" for zh, _ in said), " ".join(f"{en}." for _, en in said))


def _review(review: Review) -> Pair:
    zh, en = (day_in_words(review.on, language) for language in ("zh", "en"))
    if review.is_enough:
        return (f"文明办{zh}评议：达到要求", f"The office on {en}: it is enough")
    return (f"文明办{zh}评议：没有达到要求", f"The office on {en}: it is not enough")


def _figure(figure: Figure, verdict: Verdict) -> Pair:
    zh, en = (day_in_words(figure.on, language) for language in ("zh", "en"))
    unit = verdict.need.unit if verdict.need and len(verdict.rests_on) == 1 else ""
    value = f"{number_in_words(figure.value)}{unit}"
    return (f"{figure.name}{zh}为{value}", f"{figure.name} on {en}: {value}")


def _left_out(verdict: Verdict) -> Pair:
    if not verdict.left_out:
        return ("", "")
    zh, en = (_reasons(verdict, language) for language in ("zh", "en"))
    count = len(verdict.left_out)
    return (f"另有{count}条未计：{zh}。", f"{count} {'does' if count == 1 else 'do'} not: {en}.")


def _reasons(verdict: Verdict, language: str) -> str:
    reasons = Counter(left_out_in_words(left, language) for left in verdict.left_out)
    if in_english(language):
        return "; ".join(words if count == 1 else f"{words} ({count} records)" for words, count in reasons.items())
    return "；".join(words if count == 1 else f"{words}{count}条" for words, count in reasons.items())


def _state(verdict: Verdict) -> Pair:
    period = verdict.period
    zh, en = STATE_WORDS[verdict.state]
    en = en.capitalize()
    match verdict.state:
        case State.NOT_DUE:
            return (
                f"{zh}：{day_in_words(period.first)}开始。",
                f"{en}: it begins on {day_in_words(period.first, 'en')}.",
            )
        case State.DISPUTED:
            return (f"{zh}：等文明办答复，期间不计时。", f"{en}: time stands still until the office has answered.")
        case State.EXEMPT if period.stands_still:
            return (f"{zh}：整个时段暂停计时。", f"{en}: time stood still all through.")
        case State.EXEMPT | State.MET:
            return (f"{zh}。", f"{en}.")
        case State.LATE:
            due = _due(period.due)
            return (f"{zh}：{due[0]}到期。", f"{en}: it was due on {due[1]}.")
        case State.MISSED:
            lack = _lack(verdict)
            return (f"{zh}{lack[0]}。", f"{en}{lack[1]}.")
        case _:
            return _still(verdict, zh, en)


def _still(verdict: Verdict, zh: str, en: str) -> Pair:
    """What is missing, and until when."""
    lack, due = _lack(verdict), _due(verdict.period.due)
    closes = verdict.period.closes
    if closes == verdict.period.due or closes == date.max:
        return (f"{zh}{lack[0]}，{due[0]}到期。", f"{en}{lack[1]}; due on {due[1]}.")
    last_zh, last_en = _due(closes)
    return (
        f"{zh}{lack[0]}，{due[0]}到期，{last_zh}前补上算逾期完成。",
        f"{en}{lack[1]}; due on {due[1]}, and counted as late until {last_en}.",
    )


def _due(day: date) -> Pair:
    if day == date.max:
        return ("暂停计时，恢复后再定何日", "a day that is known when time runs again")
    return (day_in_words(day), day_in_words(day, "en"))


def _lack(verdict: Verdict) -> Pair:
    need, have = verdict.need, verdict.have
    if need is None or verdict.rests_on:
        return ("", "")
    if have is None:
        return ("：还没有数据", ": there is no figure yet")
    if need.is_limit:
        over = many(have - (need.max or 0), need.unit)
        return (f"：超过{over[0]}", f": {over[1]} too many")
    if isinstance(verdict.commitment.demand, Length) and verdict.state is State.MISSED:
        return ("：有记录不合要求", ": a record is not as asked")
    return _short((need.min or 0) - have, need.unit, verdict)


def _short(missing: Number, unit: str, verdict: Verdict) -> Pair:
    if isinstance(verdict.commitment.demand, Coverage):
        said = number_in_words(missing)
        name = verdict.commitment.demand.population.name
        return (f"：{name}还差{said}", f": {said} of {name} still missing")
    zh, en = many(missing, unit)
    return (f"：还差{zh}", f": {en} still missing")
