"""What a second reader answers, taken only as far as it has our form and stands in the text.

The answer of a model is a stranger's text: a document may have told it what to say. So nothing of it is used but units,
roles, kinds and values, each checked against the words of the document itself.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from wenming.reading.model import (
    Amount,
    Coverage,
    DateRange,
    Frequency,
    Horizon,
    Number,
    Period,
    Role,
    TermKind,
    Value,
)
from wenming.reading.numerals import ARABIC, NUMERAL, parse_number, parse_span
from wenming.reading.terms.folding import fold

MOST_ITEMS = 60  # duties or terms of one measure; more are no answer but noise
_LONGEST_MENTION = 80  # characters
_LONGEST_NAME = 40
_LARGEST_NUMBER = 10**13
_DATE = re.compile(r"(?:(?:19|20)\d\d(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?)", re.ASCII)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMERAL = re.compile(NUMERAL)
_DIGITS = re.compile(ARABIC.removesuffix("[十百千万亿]{0,2}"))  # 15 of 15万元, whose unit is 万元
_PERCENT = re.compile("%|百分之")


class BadAnswer(ValueError):
    """The answer, or a piece of it, has not the form that was asked for."""


@dataclass(frozen=True, slots=True)
class NamedDuty:
    """A unit with its role, as the second reader found it."""

    unit: str
    role: Role


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A term with the words it was found in."""

    kind: TermKind
    mention: str
    value: Value


@dataclass(frozen=True, slots=True)
class Answer:
    """What is left of an answer after checking, and how many pieces were dropped."""

    duties: tuple[NamedDuty, ...]
    terms: tuple[NamedTerm, ...]
    dropped: int


def parse_answer(body: bytes) -> Answer:
    """The duties and terms of a chat completion's body. Raises ``BadAnswer`` where it has not the form at all."""
    completion = _json(body)
    try:
        content = completion["choices"][0]["message"]["content"]  # type: ignore[index]
    except (LookupError, TypeError) as error:
        raise BadAnswer from error
    if not isinstance(content, str):
        raise BadAnswer
    found = _json(content[content.find("{") : content.rfind("}") + 1].encode("utf-8", "replace"))
    if not isinstance(found, dict) or not found.keys() <= {"duties", "terms"}:
        raise BadAnswer
    duties, lost_duties = _kept(found.get("duties", []), _duty)
    terms, lost_terms = _kept(found.get("terms", []), _term)
    return Answer(duties, terms, lost_duties + lost_terms)


def _json(text: bytes) -> object:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadAnswer from error


def _no_number(_name: str) -> NoReturn:
    raise BadAnswer


def _kept[Item](pieces: object, read: Callable[[object], Item]) -> tuple[tuple[Item, ...], int]: ...
