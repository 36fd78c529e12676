"""School terms: as they are given, else by a rule that comes near to what most places do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from wenming.rules.commitments.model import Span
from wenming.rules.days.lunar import new_years_day

_DAY = timedelta(days=1)
_FRIDAY, _SUNDAY = 4, 6
SHORTEST = 28  # days of a term: fewer are a slip of the one who typed them


class BadTerm(ValueError):
    """A term, or terms together, that cannot be meant; the message says why."""


class Season(StrEnum):
    """Which term of a school year."""

    AUTUMN = "autumn"  # 秋季学期, the first one
    SPRING = "spring"  # 春季学期, the second one


@dataclass(frozen=True, slots=True)
class Term:
    """A school term; ``school_year`` is the year in whose autumn the school year begins.

    ``is_assumed``: nobody has given its days, they follow the rule.
    """

    school_year: int
    season: Season
    first: date
    last: date
    is_assumed: bool = False

    def __post_init__(self) -> None:
        if (self.last - self.first).days + 1 < SHORTEST:
            raise BadTerm(f"a term has at least {SHORTEST} days, not from {self.first} to {self.last}")


def assumed_term(school_year: int, season: Season) -> Term:
    """The term by the rule of thumb.

    Autumn begins on 1 September and ends on the last Friday that is in January and at least two weeks before 春节.
    Spring begins on the first weekday after 元宵节 and ends on the first Friday from 4 July on.

    >>> assumed_term(2025, Season.AUTUMN).last
    datetime.date(2026, 1, 30)
    """
    following = school_year + 1
    if season is Season.AUTUMN:
        latest = min(date(following, 1, 31), new_years_day(following) - 14 * _DAY)
        return Term(school_year, season, date(school_year, 9, 1), _on_or_before(latest, _FRIDAY), is_assumed=True)
    lanterns = new_years_day(following) + 14 * _DAY
    begin = next(day for ahead in range(1, 4) if (day := lanterns + ahead * _DAY).weekday() <= _FRIDAY)
    return Term(school_year, season, begin, _on_or_before(date(following, 7, 10), _FRIDAY), is_assumed=True)


def _on_or_before(day: date, weekday: int) -> date:
    return day - ((day.weekday() - weekday) % 7) * _DAY


def terms(school_years: Iterable[int], given: Iterable[Term] = ()) -> tuple[Term, ...]:
    """All terms of the school years in order: those given, and by the rule the others; given ones of other years too.

    Raises ``BadTerm`` where one is given twice or two share a day.
    """
    said = list(given)
    found = {(term.school_year, term.season): term for term in said}
    if len(found) < len(said):
        raise BadTerm("a term is given twice")
    for school_year in school_years:
        for season in Season:
            if (school_year, season) not in found:
                found[school_year, season] = assumed_term(school_year, season)
    inorder = sorted(found.values(), key=lambda term: term.first)
    for one, other in pairwise(inorder):
        if other.first <= one.last:
            raise BadTerm(f"the terms that begin on {one.first} and on {other.first} share days")
    return tuple(inorder)


def halves(term: Term) -> tuple[Span, Span]:
    """The two halves of a term, parted after the Sunday that is nearest to its middle."""
    middle = term.first + (term.last - term.first) // 2
    sunday = _on_or_before(middle + 3 * _DAY, _SUNDAY)
    return Span(term.first, sunday), Span(sunday + _DAY, term.last)
