"""Which days the words of a plan mean: “七一”前后, 国庆期间, 春节前夕, 安全生产月."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from wenming.rules.commitments.model import Span
from wenming.rules.days.calendar import Calendar
from wenming.rules.days.festivals import FESTIVALS, Festival
from wenming.rules.days.themes import THEME_MONTHS, ThemeMonth, month_span

# Nowhere is it said how many days "around" or "before" are; a week on each side is what offices make of it.
A_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)

Occasion = Festival | ThemeMonth


class When(StrEnum):
    """Which days about an occasion."""

    ON = "on"  # 当天
    DURING = "during"  # 期间: with the days off that touch it
    AROUND = "around"  # 前后
    BEFORE = "before"  # 前夕
    AFTER = "after"  # 之后


@dataclass(frozen=True, slots=True)
class Mention:
    """An occasion and which days about it are meant."""

    occasion: Occasion
    when: When = When.ON


_ORNAMENT = re.compile(r"[\s“”\"'‘’「」『』《》〈〉·•・.．]")
_TAILS = (
    ("前后", When.AROUND),
    ("来临之际", When.AROUND),
    ("到来之际", When.AROUND),
    ("之际", When.AROUND),
    ("来临之前", When.BEFORE),
    ("到来之前", When.BEFORE),
    ("前夕", When.BEFORE),
    ("之前", When.BEFORE),
    ("前", When.BEFORE),
    ("期间", When.DURING),
    ("假期", When.DURING),
    ("长假", When.DURING),
    ("假日", When.DURING),
    ("之后", When.AFTER),
    ("过后", When.AFTER),
    ("后", When.AFTER),
    ("当天", When.ON),
    ("当日", When.ON),
    ("", When.ON),
)
OCCASIONS: Mapping[str, Occasion] = {  # by all its names, as they are compared
    _ORNAMENT.sub("", word): occasion
    for occasion in (*FESTIVALS, *THEME_MONTHS)
    for word in (occasion.name, *occasion.aliases)
}


def mention(text: str) -> Mention | None:
    """The occasion that the words name, and which days about it; None where they name none.

    >>> found = mention("“七一”前后")
    >>> found and (found.occasion.name, found.when)
    ('建党节', <When.AROUND: 'around'>)
    """
    words = _ORNAMENT.sub("", text)
    for tail, when in _TAILS:
        occasion = OCCASIONS.get(words.removesuffix(tail)) if words.endswith(tail) else None
        if occasion:
            return Mention(occasion, when)
    return None


def days_meant(said: Mention, year: int, calendar: Calendar) -> tuple[Span, ...]:
    """The days of a mention whose occasion begins in the year, in order.

    Those before reach into the year before where the occasion stands at its beginning (元旦前夕).
    """
    if isinstance(said.occasion, ThemeMonth):
        spans: tuple[Span, ...] = (month_span(said.occasion, year),)
    else:
        spans = calendar.when(said.occasion, year)
    return tuple(_about(span, said, calendar) for span in spans)


def _about(span: Span, said: Mention, calendar: Calendar) -> Span:
    rest = calendar.rest_around(span) if isinstance(said.occasion, Festival) else span
    match said.when:
        case When.ON:
            return span
        case When.DURING:
            return rest
        case When.AROUND:
            return Span(span.first - A_WEEK, span.last + A_WEEK)
        case When.BEFORE:
            return Span(span.first - A_WEEK, span.first - _DAY)
        case When.AFTER:
            return Span(rest.last + _DAY, rest.last + A_WEEK)
