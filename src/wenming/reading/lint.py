"""Lint: what a plan itself leaves open or says twice, as a clerk would want to know before it is put in force.

A fault that runs through a chapter or a plan is said once, with its number, not at every measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wenming.reading.iso_dates import is_backwards
from wenming.reading.lines import Lines
from wenming.reading.model import DateRange, Doubt, Measure, Plan, Reading, Role, TermKind
from wenming.reading.rows import units_of
from wenming.reading.stages import names_a_stage

_MANY = 3  # so many alike in a chapter are said once
_TOO_MANY = 6  # more alike in a plan, whatever their chapters, are said once
_HEAD = 40  # characters of a measure that a doubt about the whole of it points at
_SHORTEST_HEAD = 6  # a number on a line of its own is not yet words
_OPENING = 4000  # characters before the first measure in which a period is sought
_SHORTEST_TEXT = 12  # characters; shorter measures may well be alike (请认真落实)

_YEAR = r"((?:19|20)\d\d)"
_YEARS = re.compile(rf"{_YEAR}\s*年?(?:度)?\s*[—–~～\-－至到]{{1,3}}\s*{_YEAR}\s*年?")
_ONE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_NAMED_DOCUMENT = re.compile(r"《[^》]{0,200}》|〔\d{4}〕")
_WIDE = re.compile(
    r"(?:全[省市县区州盟旗镇乡局院校]|[省市县区州]直|各级|各地|各|有关|相关|全体|所有|其他)*(?:单位|部门|机关|地区|地|方面|级|"
    r"(?:机关)?企事业单位|(?:责任|成员)单位)(?:[、和及](?:各|有关|相关)*(?:单位|部门|地区))?"
)
_ONE_FOR_ALL = re.compile(
    r"(?:以下|以上|上述|各项|所有)[^。；\n]{0,16}[均都](?:需|由|须|要|应)?[^。；\n]{0,24}(?:负责|落实|承担|实施)"
    r"|不再(?:一一|逐[一项条])?列出"
)
_NOT_OWN_WORDS = re.compile(r"[\W\d_]+|^[一二三四五六七八九十]+")


@dataclass(frozen=True, slots=True)
class _Period:
    """The years of a plan."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}—{self.last}"


@dataclass(frozen=True, slots=True)
class _Subject:
    """A plan with what is looked up again and again."""

    text: str
    plan: Plan
    period: _Period | None


def lint(reading: Reading) -> list[Doubt]:
    """What is missing, doubled or contradictory in the plans of a reading, in the order of the text."""
    plans = [plan for plan in reading.plans if plan.measures]
    if not plans:
        return [Doubt("no_measures", 0, min(len(reading.text), _HEAD), {})]
    subjects = [_Subject(reading.text, plan, _period(reading.text, plan)) for plan in plans]
    found = chain.from_iterable(check(subject) for subject in subjects for check in _CHECKS)
    return sorted(found, key=lambda doubt: doubt.start)


def _period(text: str, plan: Plan) -> _Period | None:
    """The period from the title, or a span of years from what stands before the first measure."""
    title = plan.title.text if plan.title else ""
    start = plan.title.start if plan.title else 0
    first = plan.measures[0].start
    opening = _NAMED_DOCUMENT.sub("", text[max(start, first - _OPENING) : first])
    years = _YEARS.search(title) or _ONE_YEAR.search(title) or _YEARS.search(opening)
    if not years:
        return None
    first_year, last_year = int(years[1]), int(years[years.lastindex or 1])
    return _Period(first_year, last_year) if first_year <= last_year else None


def _head(text: str, measure: Measure) -> tuple[int, int]:
    """The first words of a measure, to the end of their line."""
    words = text[measure.start : min(measure.end, measure.start + _HEAD)]
    blank = len(words) - len(words.lstrip())
    line_end = words.find("\n", blank + _SHORTEST_HEAD)
    end = line_end if line_end >= 0 else len(words)
    return measure.start + blank, measure.start + max(blank, len(words[:end].rstrip()))


About = Callable[[Measure], dict[str, str]]


def _nothing(_measure: Measure) -> dict[str, str]:
    return {}


def _gathered(subject: _Subject, faulty: Sequence[Measure], code: str, about: About = _nothing) -> Iterator[Doubt]:
    """A doubt for each faulty measure; one for a chapter that has many, one for the plan where it is everywhere."""
    measures = subject.plan.measures
    totals = Counter(map(_chapter, measures))
    chapters: dict[str, list[Measure]] = defaultdict(list)
    for measure in faulty:
        chapters[_chapter(measure)].append(measure)
    if len(faulty) >= _MANY and (2 * len(faulty) > len(measures) or _doubts(chapters) > _TOO_MANY):
        yield _many(subject, faulty, code, about, len(measures))
        return
    for chapter, alike in chapters.items():
        if len(alike) >= _MANY:
            yield _many(subject, alike, code, about, totals[chapter])
        else:
            yield from (Doubt(code, *_head(subject.text, measure), about(measure)) for measure in alike)


def _doubts(chapters: Mapping[str, Sequence[Measure]]) -> int:
    """How many doubts the faulty measures of the chapters would make."""
    return sum(1 if len(alike) >= _MANY else len(alike) for alike in chapters.values())


def _many(subject: _Subject, alike: Sequence[Measure], code: str, about: About, total: int) -> Doubt:
    said = {**about(alike[0]), "count": str(len(alike)), "total": str(total)}
    return Doubt(f"{code}_many", *_head(subject.text, alike[0]), said)


def _chapter(measure: Measure) -> str:
    return measure.path[0] if measure.path else ""


def _owners(measure: Measure) -> list[str]:
    return [*units_of(measure, Role.LEAD), *units_of(measure, Role.RESPONSIBLE)]


def _without(measures: Sequence[Measure], has: Callable[[Measure], bool]) -> list[Measure]:
    """The measures that lack something which neither a heading above them nor any measure under them has."""
    holders = [measure.path for measure in measures if has(measure)]
    exact = set(holders)
    above_holders = {path[:depth] for path in holders for depth in range(len(path))}
    return [
        measure
        for measure in measures
        if not has(measure)
        and measure.path not in above_holders
        and not any(measure.path[:depth] in exact for depth in range(1, len(measure.path)))
    ]


def _is_target(measure: Measure) -> bool:
    """A section of targets: everybody's, and its own measure of success."""
    return any("目标" in heading for heading in (*measure.path, measure.title[:_HEAD]))


def _is_stage(measure: Measure) -> bool:
    """A stage of the programme with its dates: its measures say who does them."""
    return names_a_stage((*measure.path, measure.title[:_HEAD]))


def _ownerless(subject: _Subject) -> Iterator[Doubt]:
    plan = subject.plan
    if _ONE_FOR_ALL.search(subject.text, plan.measures[0].start, plan.measures[-1].end):
        return  # 以下均需…落实,不再列出: the plan says once who answers
    unowned = _without(plan.measures, lambda measure: bool(_owners(measure)))
    faulty = [measure for measure in unowned if not _is_target(measure) and not _is_stage(measure)]
    yield from _gathered(subject, faulty, "measure_without_owner")


def _unmeasurable(subject: _Subject) -> Iterator[Doubt]:
    faulty = [
        measure for measure in _without(subject.plan.measures, lambda m: bool(m.terms)) if not _is_target(measure)
    ]
    yield from _gathered(subject, faulty, "measure_without_yardstick")


def _two_leads(subject: _Subject) -> Iterator[Doubt]:
    faulty = [measure for measure in subject.plan.measures if len(units_of(measure, Role.LEAD)) > 1]
    yield from _gathered(subject, faulty, "two_leads", _leads)


def _leads(measure: Measure) -> dict[str, str]:
    units = units_of(measure, Role.LEAD)
    return {"count": str(len(units)), "units": "、".join(units[:6])}


def _too_wide(subject: _Subject) -> Iterator[Doubt]:
    faulty = [
        measure
        for measure in subject.plan.measures
        if (owners := _owners(measure)) and all(_WIDE.fullmatch(unit[:_HEAD]) for unit in owners)
    ]
    yield from _gathered(subject, faulty, "owner_too_wide", lambda measure: {"unit": _owners(measure)[0]})


def _both_roles(subject: _Subject) -> Iterator[Doubt]:
    for measure in subject.plan.measures:
        owners = set(_owners(measure))
        for duty in measure.duties:
            if duty.role is Role.COOPERATING and duty.unit in owners:
                yield Doubt("unit_leads_and_cooperates", duty.start, duty.end, {"unit": duty.unit})


def _named_twice(subject: _Subject) -> Iterator[Doubt]:
    for measure in subject.plan.measures:
        seen: set[tuple[str, Role]] = set()
        for duty in measure.duties:
            if (duty.unit, duty.role) in seen:
                yield Doubt("duty_twice", duty.start, duty.end, {"unit": duty.unit})
            seen.add((duty.unit, duty.role))


def _said_twice(subject: _Subject) -> Iterator[Doubt]:
    first: dict[tuple[str, frozenset[str]], Measure] = {}
    twins: dict[int, Measure] = {}  # where a measure starts: the one before it with the same words
    for measure in subject.plan.measures:
        words = _NOT_OWN_WORDS.sub("", measure.text)
        before = first.setdefault((words, frozenset(_owners(measure))), measure)
        if before is not measure and len(words) >= _SHORTEST_TEXT:
            twins[measure.start] = before
    faulty = [measure for measure in subject.plan.measures if measure.start in twins]
    lines = Lines(subject.text)
    yield from _gathered(
        subject,
        faulty,
        "measure_twice",
        lambda measure: {"line": str(lines.number(_head(subject.text, twins[measure.start])[0]))},
    )


def _dates(subject: _Subject) -> Iterator[Doubt]:
    for measure in subject.plan.measures:
        for term in measure.terms:
            code = _date_fault(term.value, subject.period) if isinstance(term.value, DateRange) else None
            if code and not (code == "date_after_period" and _is_target(measure)):
                about = {} if code == "date_backwards" else {"period": str(subject.period)}
                yield Doubt(code, term.start, term.end, about)


def _date_fault(value: DateRange, period: _Period | None) -> str | None:
    """What is wrong with a date; those without a year are within any period."""
    years = [int(date[:4]) for date in (value.start, value.end) if date and date[:4].isdecimal()]
    if value.start and value.end and is_backwards(value.start, value.end):
        return "date_backwards"
    if not period or not years:
        return None
    if max(years) < period.first:
        return "date_before_period"
    return "date_after_period" if min(years) > period.last else None


def _endless(subject: _Subject) -> Iterator[Doubt]:
    if subject.period:
        return
    open_ended = _without(subject.plan.measures, _has_end)
    endless = [term for measure in open_ended for term in measure.terms if term.kind is TermKind.FREQUENCY]
    if endless:
        yield Doubt("frequency_without_end", endless[0].start, endless[0].end, {"count": str(len(endless))})


def _has_end(measure: Measure) -> bool:
    return any(term.kind in (TermKind.DATE, TermKind.HORIZON) for term in measure.terms)


_CHECKS = (
    *(_ownerless, _unmeasurable, _two_leads, _too_wide, _both_roles),
    *(_named_twice, _said_twice, _dates, _endless),
)
