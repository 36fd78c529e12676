"""What a second reader answers, taken only as far as it has our form and stands in the text.

The answer of a model is a stranger's text: a document may have told it what to say. So nothing of it is used but units,
roles, kinds and values, each checked against the words of the document itself.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn, TypeVar

from wenming.reading.iso_dates import is_date
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
from wenming.reading.numerals import NUMERAL, parse_span
from wenming.reading.terms.folding import fold

MOST_ITEMS = 60  # duties or terms of one measure; more are no answer but noise
_LONGEST_MENTION = 80  # characters
_LONGEST_NAME = 40
_LARGEST_NUMBER = 10**13
_NUMERAL = re.compile(NUMERAL)
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")  # 15 of 15万元, whose unit is 万元
_PERCENT = re.compile("%|百分之")


_Item = TypeVar("_Item")


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


def _kept(pieces: object, read: Callable[[object], _Item]) -> tuple[tuple[_Item, ...], int]:
    """The pieces that have our form, and how many have not."""
    if not isinstance(pieces, list) or len(pieces) > MOST_ITEMS:
        raise BadAnswer
    kept = []
    for piece in pieces:
        with suppress(BadAnswer):
            kept.append(read(piece))
    return tuple(kept), len(pieces) - len(kept)


def _duty(piece: object) -> NamedDuty:
    fields = _fields(piece, "unit", "role")
    return NamedDuty(_words(fields["unit"], _LONGEST_NAME), Role(_choice(fields["role"], Role)))


def _term(piece: object) -> NamedTerm:
    fields = _fields(piece, "kind", "text", "value")
    kind = TermKind(_choice(fields["kind"], TermKind))
    mention = _words(fields["text"], _LONGEST_MENTION)
    value = value_from_json(kind, fields["value"])
    if not _stands_in(mention, value):
        raise BadAnswer
    return NamedTerm(kind, mention, value)


def value_from_json(kind: TermKind, data: object) -> Value:
    """The value that ``reading_json.value_json`` writes, read back; missing keys are null. Raises ``BadAnswer``."""
    match kind:
        case TermKind.HORIZON:
            return Horizon(_choice(data, Horizon))
        case TermKind.FREQUENCY:
            return _frequency(_fields(data, "min", "max", "unit", "every", "period"))
        case TermKind.DATE:
            return _dates(_fields(data, "from", "to"))
        case TermKind.COVERAGE:
            fields = _fields(data, "each", "min")
            return Coverage(_words(fields["each"], _LONGEST_NAME), _number(fields["min"]))
        case _:
            low, high, unit = _amount(_fields(data, "min", "max", "unit"))
            if unit is None:
                raise BadAnswer
            return Amount(low, high, unit)


def _frequency(fields: Mapping[str, object]) -> Frequency:
    every = 1 if fields["every"] is None else fields["every"]
    if not isinstance(every, int) or isinstance(every, bool) or not 1 <= every <= 100:
        raise BadAnswer
    period = Period(_choice(fields["period"], Period))
    if fields["min"] is None and fields["max"] is None:
        return Frequency(None, None, None, every, period)
    low, high, unit = _amount(fields)
    return Frequency(low, high, unit, every, period)


def _amount(fields: Mapping[str, object]) -> tuple[Number | None, Number | None, str | None]:
    low, high = _number(fields["min"]), _number(fields["max"])
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        raise BadAnswer
    return low, high, None if fields["unit"] is None else _words(fields["unit"], _LONGEST_NAME)


def _dates(fields: Mapping[str, object]) -> DateRange:
    start, end = (_date(fields[field]) for field in ("from", "to"))
    if start is None and end is None:
        raise BadAnswer
    return DateRange(start, end)


def _date(data: object) -> str | None:
    if data is None:
        return None
    if not isinstance(data, str) or not is_date(data):
        raise BadAnswer
    return data


def _fields(piece: object, *names: str) -> dict[str, object]:
    """The object's fields, null where missing; no others are allowed."""
    if not isinstance(piece, dict) or not piece.keys() <= set(names):
        raise BadAnswer
    return {name: piece.get(name) for name in names}


def _words(data: object, longest: int) -> str:
    if not isinstance(data, str) or not data.strip() or len(data) > longest or not data.isprintable():
        raise BadAnswer
    return data.strip()


def _number(data: object) -> Number | None:
    if data is None:
        return None
    if isinstance(data, bool) or not isinstance(data, int | float) or not 0 <= data < _LARGEST_NUMBER:
        raise BadAnswer
    return int(data) if data == int(data) else data


def _choice(data: object, choices: type[StrEnum]) -> str:
    if not isinstance(data, str) or data not in set(choices):
        raise BadAnswer
    return data


def _stands_in(mention: str, value: Value) -> bool:
    """Whether the numbers, the unit and the population of a value stand in the words it was found in."""
    words = fold(mention).text
    match value:
        case Amount() | Frequency():
            numbers = {number for number in (value.min, value.max) if number is not None}
            return numbers <= _numbers_in(words) and _is_said(value.unit, words)
        case Coverage():
            return value.each in mention and (value.min is None or value.min in _numbers_in(words))
        case _:
            return True


def _is_said(unit: str | None, words: str) -> bool:
    return unit is None or bool(_PERCENT.search(words) if unit == "%" else fold(unit).text in words)


def _numbers_in(words: str) -> set[Number]:
    """Every number that the words hold; a range of neighbours (三五) holds both."""
    numbers: set[Number] = set()
    for found in _NUMERAL.finditer(words):
        numbers.update(parse_span(found[0]) or ())
    numbers.update(float(found[0]) for found in _DIGITS.finditer(words))
    return numbers
