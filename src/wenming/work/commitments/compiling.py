"""From the confirmed terms of a measure to proposals of commitments, which a person confirms or adjusts. Pure.

What belongs together is decided sentence by sentence: 每个社区每月讨论一次，每季度评议一次 asks two things.
The rules in plain words are in docs/commitments.md.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from wenming.plans.texts import sentence_starts
from wenming.reading import model as said
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
)
from wenming.rules.deadlines import span as days_between
from wenming.work.commitments.activities import activity_after, activity_of_title, figure_before, growths_in

TIMES = "次"
_SOON = {Every.DAY: 0, Every.WEEK: 2, Every.MONTH: 7, Every.QUARTER: 14, Every.HALF_YEAR: 30, Every.YEAR: 30}  # days
_LONG = frozenset((Every.YEAR, Every.SCHOOL_TERM))
SOON_BEFORE_A_DATE = 14  # days
_LONGEST_CLAUSE = 60  # characters
_OF_EACH = re.compile(  # what is told one by one, up to the figure, in one clause: 各乡镇6月底前建成|1所
    r"(?:^|[，。；：,;:、\s])(?:全[省市县区])?各(?P<each>[一-鿿]{0,6}?(?:乡镇|街道|镇|乡|村|社区|单位|部门|学校|幼儿园|园区|[县区市]|支部|科室|企业|医院|站所|班级)"
    r"(?:[（(][^（(）)]{1,8}[）)])?)(?:[^，。；：,;:共累总合]{0,24})$"
)
_LENGTHS = ("天", "小时", "分钟")


@dataclass(frozen=True, slots=True)
class Said:
    """A term of the plan: its key, its value, its place in the document."""

    key: int
    value: said.Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A measure as the compiler reads it: the document's text, its place there, its terms, the days of the plan."""

    text: str
    title: str
    start: int
    end: int
    terms: Sequence[Said]
    days: Span
    since: date | None = None  # what recurs within the year is asked from this day on, not of the time before


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment as the plan seems to mean it.

    ``population`` is whom each it asks (社区, 行政村), empty where those who answer for the measure are meant;
    ``is_together``: all are judged as one. ``terms`` are the keys of what it is made from.
    """

    activity: str
    rule: Commitment
    population: str
    is_together: bool = False
    terms: tuple[int, ...] = ()


def proposals(passage: Passage) -> tuple[Proposal, ...]:
    """What the terms of the measure ask for, in the order of the text; a review by the office where they say nothing.

    Terms that no proposal names have no rule; they stay visible as such.
    """
    found = [one for sentence in _sentences(passage) for one in _of_sentence(sentence, passage)]
    found = [*_with_lengths(found, passage), *_grown(passage)]
    return tuple(found) if found else (_review(passage),)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The terms of one sentence; its dates, or the only ones of the measure where it has none."""

    terms: tuple[Said, ...]
    dates: tuple[Said, ...]

    def of(self, kind: type[said.Value]) -> list[Said]:
        return [term for term in self.terms if isinstance(term.value, kind)]


def _sentences(passage: Passage) -> list[_Sentence]:
    starts = [passage.start, *sentence_starts(passage.text, passage.start, passage.end), passage.end]
    terms = sorted(passage.terms, key=lambda term: (term.start, term.end))
    parts = [tuple(term for term in terms if a <= term.start < b) for a, b in pairwise(starts)]
    all_dates = tuple(term for term in terms if isinstance(term.value, said.DateRange))
    own = next((part for part in parts if all_dates and all_dates[0] in part), ())
    only = all_dates if len(all_dates) == 1 and not _is_anothers(all_dates[0], own, passage.end) else ()
    return [_Sentence(part, tuple(term for term in part if term in all_dates) or only) for part in parts if part]


def _of_sentence(sentence: _Sentence, passage: Passage) -> list[Proposal]:
    demands = [term for term in sentence.terms if _is_demand(term)]
    coverages = sentence.of(said.Coverage)
    if demands:
        return [_demanded(term, _population(term, demands, coverages), sentence, passage) for term in demands]
    if covered := [term for term in coverages if isinstance(term.value, said.Coverage) and term.value.min]:
        return [_covered(term, sentence, passage) for term in covered]
    dates = [term for term in sentence.of(said.DateRange) if _clipped(term, passage.days).last >= passage.days.first]
    return [_dated(term, coverages, passage) for term in dates]


def _is_demand(term: Said) -> bool:
    value = term.value
    return isinstance(value, said.Frequency) or (isinstance(value, said.Amount) and not _is_length(value.unit))


def _is_length(unit: str) -> bool:
    return unit in _LENGTHS


def _population(term: Said, demands: Sequence[Said], coverages: Sequence[Said]) -> Said | None:
    """The last population before the demand or within it; else one behind the last demand: 举办一次，各单位都要参加."""
    before = [one for one in coverages if one.start < term.end]
    if before:
        return before[-1]
    return coverages[0] if coverages and term is demands[-1] else None


def _demanded(term: Said, population: Said | None, sentence: _Sentence, passage: Passage) -> Proposal:
    dates = tuple(one for one in sentence.dates if _bounds(one, term, sentence))
    activity = activity_after(passage.text, term.start, term.end) or activity_of_title(passage.title)
    figure = figure_before(passage.text, term.start) or activity
    each = _each(population) or _told_each(passage.text, term.start)
    demand = _demand(term.value, figure, is_each=bool(each))
    if isinstance(demand, Recurring) and "学期" in passage.text[term.start : term.end]:
        demand = replace(demand, period=Every.SCHOOL_TERM)  # a half-year to the reader, whose periods have no terms
    activity = figure if isinstance(demand, Rate) else activity
    span = _span(demand, dates, passage.days)
    used = (term, *([population] if population else []), *_binding(dates, span, passage.days))
    rule = Commitment(demand=demand, span=_from(span, passage.since, demand), soon_days=_soon(demand))
    is_together = isinstance(demand, Rate) or (isinstance(demand, Total) and demand.together)
    return Proposal(activity, rule, each, is_together=is_together, terms=_keys(used))


def _told_each(text: str, at: int) -> str:
    """The class of units of which the clause asks it one by one (各乡镇6月底前建成1所), empty for 各乡镇共建成10所."""
    told = _OF_EACH.search(text, max(0, at - _LONGEST_CLAUSE), at)
    return told["each"] if told else ""


def _bounds(date: Said, term: Said, sentence: _Sentence) -> bool:
    """Whether a date says when a demand holds.

    From–to may be said once for the whole measure; a deadline is that of its own clause (6月底前完成35条，每周清扫2次).
    """
    if not isinstance(term.value, said.Frequency):
        return date in sentence.terms
    return not _is_anothers(date, sentence.terms, term.start)


def _is_anothers(date: Said, terms: Iterable[Said], until: int) -> bool:
    """Whether a deadline is that of a quantity that follows it before ``until``."""
    if not isinstance(date.value, said.DateRange) or date.value.start is not None:
        return False
    after = [one for one in terms if date.start < one.start < until]
    return any(_is_demand(one) and not isinstance(one.value, said.Frequency) for one in after)


def _demand(value: said.Value, figure: str, *, is_each: bool) -> Demand:
    if isinstance(value, said.Frequency):
        amount = Amount(value.min if value.min or value.max else 1, value.max, value.unit or TIMES)
        return Recurring(amount, value.every, Every(value.period.value))
    if not isinstance(value, said.Amount):
        raise TypeError(value)
    if value.unit in {"%", "％"}:
        direction = Direction.FALL if value.min is None else Direction.REACH
        return Rate(figure, direction, value.min if value.min is not None else value.max or 0, "%")
    return Total(Amount(value.min, value.max, value.unit or TIMES), together=not is_each)


def _covered(term: Said, sentence: _Sentence, passage: Passage) -> Proposal:
    value = term.value
    if not isinstance(value, said.Coverage):
        raise TypeError(value)
    activity = activity_after(passage.text, term.start, term.end) or activity_of_title(passage.title)
    demand = Coverage(times=int(value.min or 1), population=Population(value.each))
    days = _span(demand, sentence.dates, passage.days)
    rule = Commitment(demand=demand, span=days, soon_days=SOON_BEFORE_A_DATE)
    used = _keys([term, *sentence.of(said.DateRange)])
    return Proposal(activity, rule, value.each, is_together=True, terms=used)


def _dated(term: Said, coverages: Sequence[Said], passage: Passage) -> Proposal:
    population = coverages[0] if coverages else None
    rule = Commitment(demand=Deadline(), span=_clipped(term, passage.days), soon_days=SOON_BEFORE_A_DATE)
    used = [term, *([population] if population else [])]
    return Proposal(activity_of_title(passage.title), rule, _each(population), terms=_keys(used))


def _grown(passage: Passage) -> Iterable[Proposal]:
    """Figures that have to grow with others; no term says so, only the sentence."""
    for figure, reference in growths_in(passage.text[passage.start : passage.end]):
        rule = Commitment(demand=Growth(figure, reference), span=passage.days, soon_days=SOON_BEFORE_A_DATE)
        yield Proposal(figure, rule, "", is_together=True)


def _review(passage: Passage) -> Proposal:
    """Nothing that can be counted: the office looks at it every half year."""
    demand = Standing(1, Every.HALF_YEAR)
    span = _from(passage.days, passage.since, demand)
    rule = Commitment(demand=demand, span=span, soon_days=_SOON[Every.HALF_YEAR])
    return Proposal(activity_of_title(passage.title), rule, "")


def _with_lengths(found: Sequence[Proposal], passage: Passage) -> list[Proposal]:
    """Each length belongs to the demand before it in the measure; where there is none, every record is measured."""
    made = list(found)
    places = {term.key: term.start for term in passage.terms}
    for term in passage.terms:
        if not isinstance(term.value, said.Amount) or not _is_length(term.value.unit) or term.value.min is None:
            continue  # 7天内办结 says how soon, not how long
        least = Amount(term.value.min, term.value.max, term.value.unit)
        before = [at for at, one in enumerate(made) if min(map(places.__getitem__, one.terms)) < term.start]
        if before:
            one = made[before[-1]]
            made[before[-1]] = replace(one, rule=replace(one.rule, least=least), terms=(*one.terms, term.key))
        else:
            rule = Commitment(demand=Length(least), span=passage.days, soon_days=SOON_BEFORE_A_DATE)
            made.append(Proposal(activity_of_title(passage.title), rule, "", terms=(term.key,)))
    return made


def _span(demand: Demand, dates: Iterable[Said], days: Span) -> Span:
    """The days of the only date, unless they are shorter than the period that is asked for: 5—10月, 每年二场.

    A date before the plan begins is background.
    """
    spans = [_clipped(one, days) for one in dates]
    if len(spans) != 1 or spans[0].last < days.first:
        return days
    is_long = isinstance(demand, Recurring) and demand.period in _LONG
    return days if is_long else spans[0]


def _from(span: Span, since: date | None, demand: Demand) -> Span:
    """The span without the time before ``since``: what was due by the week or the month then is nobody's any more.

    What has a whole year to be done in keeps it, and so does a span that is over.
    """
    is_short = isinstance(demand, Recurring | Standing) and demand.period not in _LONG
    return replace(span, first=since) if since and is_short and span.first < since <= span.last else span


def _binding(dates: Sequence[Said], span: Span, days: Span) -> Sequence[Said]:
    """The dates that the span is made from."""
    return dates if len(dates) == 1 and _clipped(dates[0], days) == span else ()


def _clipped(term: Said, days: Span) -> Span:
    """The days of a date; open ends are those of the plan."""
    value = term.value
    if not isinstance(value, said.DateRange):
        raise TypeError(value)
    found = days_between(value.start, value.end, year=days.first.year)
    first, last = found.first or days.first, found.last or days.last
    return Span(min(first, last), last)


def _soon(demand: Demand) -> int:
    return _SOON.get(demand.period, SOON_BEFORE_A_DATE) if isinstance(demand, Recurring) else SOON_BEFORE_A_DATE


def _each(population: Said | None) -> str:
    return population.value.each if population and isinstance(population.value, said.Coverage) else ""


def _keys(terms: Iterable[Said]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(term.key for term in terms))


def year_of_plan(year: int) -> Span:
    """The days of a plan that names only its year."""
    return Span(date(year, 1, 1), date(year, 12, 31))
