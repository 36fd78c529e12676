"""A commitment to and from JSON, as the database keeps it. Strict: what is no commitment is refused, never mended.

The JSON follows the values field by field; a demand says its ``kind`` besides.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import StrEnum
from typing import cast

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
    NoCommitment,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
    Window,
)

Json = dict[str, object]
_Value = Commitment | Demand | Amount | Span | Window | Population

KINDS: Mapping[str, type[Demand]] = {
    "recurring": Recurring,
    "total": Total,
    "length": Length,
    "coverage": Coverage,
    "deadline": Deadline,
    "rate": Rate,
    "growth": Growth,
    "standing": Standing,
}
_NAMES: Mapping[type, str] = {kind: name for name, kind in KINDS.items()}


def kind_of(demand: Demand) -> str:
    """The name of a demand's kind: ``recurring``, ``total`` …"""
    return _NAMES[type(demand)]


def as_json(commitment: Commitment) -> Json:
    """The commitment as an object that ``json.dumps`` takes."""
    return _fields_json(commitment)


def _fields_json(value: _Value) -> Json:
    kind = {"kind": _NAMES[type(value)]} if type(value) in _NAMES else {}
    return {**kind, **{field.name: _json(getattr(value, field.name)) for field in fields(value)}}


def _json(value: object) -> object:
    if isinstance(value, _Value):
        return _fields_json(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.value if isinstance(value, StrEnum) else value


def commitment_of(kept: object) -> Commitment:
    """The commitment that a kept object stands for; raises ``NoCommitment`` with the place of what is wrong.

    A field that may be left out says its default.
    """
    return cast(Commitment, _made(Commitment, kept, "commitment"))


def span_of(kept: object) -> Span:
    """Only the days that the commitment holds for, without making the rest of it; raises ``NoCommitment``."""
    return cast(Span, _made(Span, _object(kept, "commitment").get("span"), "commitment.span"))


_Reader = Callable[[object, str], object]


def _made(kind: type[_Value], kept: object, where: str) -> object:
    readers = _FIELDS[kind]
    given = _object(kept, where)
    strange = given.keys() - readers.keys()
    _expect(not strange, where, f"has no {', '.join(sorted(strange))}")
    missing = {field.name for field in fields(kind) if _is_needed(field)} - given.keys()
    _expect(not missing, where, f"lacks {', '.join(sorted(missing))}")
    values = {name: readers[name](value, f"{where}.{name}") for name, value in given.items()}
    try:
        return cast(Callable[..., object], kind)(**values)
    except NoCommitment as error:
        raise NoCommitment(f"{where}: {error}") from None


def _is_needed(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _demand(kept: object, where: str) -> object:
    given = dict(_object(kept, where))
    kind = given.pop("kind", None)
    _expect(isinstance(kind, str) and kind in KINDS, where, "is of no kind that is known")
    return _made(KINDS[str(kind)], given, where)


def _expect(is_so: bool, where: str, why: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not is_so:
        raise NoCommitment(f"{where}: {why}")


def _object(kept: object, where: str) -> Mapping[str, object]:
    if not isinstance(kept, Mapping) or not all(isinstance(name, str) for name in kept):
        raise NoCommitment(f"{where}: is no object")
    return kept


def _of(kind: type[_Value]) -> _Reader:
    return lambda kept, where: _made(kind, kept, where)


def _text(kept: object, where: str) -> object:
    _expect(isinstance(kept, str), where, "is no text")
    return kept


def _whole(kept: object, where: str) -> object:
    _expect(isinstance(kept, int) and not isinstance(kept, bool), where, "is no whole number")
    return kept


def _number(kept: object, where: str) -> object:
    _expect(isinstance(kept, int | float) and not isinstance(kept, bool), where, "is no number")
    return kept


def _truth(kept: object, where: str) -> object:
    _expect(isinstance(kept, bool), where, "is neither true nor false")
    return kept


def _day(kept: object, where: str) -> object:
    try:
        day = date.fromisoformat(kept if isinstance(kept, str) else "")
    except ValueError:
        raise NoCommitment(f"{where}: is no date") from None
    _expect(day.isoformat() == kept, where, "is no date in the form 2026-03-05")
    return day


def _one_of(kind: type[StrEnum]) -> _Reader:
    known = {item.value: item for item in kind}

    def read(kept: object, where: str) -> object:
        _expect(isinstance(kept, str) and kept in known, where, f"is none of {', '.join(known)}")
        return known[str(kept)]

    return read


def _or_none(reader: _Reader) -> _Reader:
    return lambda kept, where: None if kept is None else reader(kept, where)


def _items(reader: _Reader) -> Callable[[object, str], tuple[object, ...]]:
    def read(kept: object, where: str) -> tuple[object, ...]:
        if not isinstance(kept, list):
            raise NoCommitment(f"{where}: is no list")
        return tuple(reader(item, f"{where}[{place}]") for place, item in enumerate(kept))

    return read


def _members(kept: object, where: str) -> object:
    members = _items(_whole)(kept, where)
    _expect(len(set(members)) == len(members), where, "names somebody twice")
    return frozenset(members)


_FIELDS: Mapping[type[_Value], Mapping[str, _Reader]] = {
    Amount: {"min": _or_none(_number), "max": _or_none(_number), "unit": _text},
    Span: {"first": _day, "last": _day},
    Window: {"months": _items(_whole), "spans": _items(_of(Span)), "name": _text},
    Population: {"name": _text, "size": _or_none(_whole), "members": _members},
    Recurring: {"amount": _of(Amount), "every": _whole, "period": _one_of(Every)},
    Total: {"amount": _of(Amount), "together": _truth},
    Length: {"amount": _of(Amount)},
    Coverage: {"times": _whole, "population": _of(Population), "every": _whole, "period": _one_of(Every)},
    Deadline: {},
    Rate: {"figure": _text, "direction": _one_of(Direction), "target": _number, "unit": _text},
    Growth: {"figure": _text, "reference": _text},
    Standing: {"every": _whole, "period": _one_of(Every)},
    Commitment: {
        "demand": _demand,
        "span": _of(Span),
        "window": _or_none(_of(Window)),
        "least": _or_none(_of(Amount)),
        "grace_days": _whole,
        "grace_in_working_days": _truth,
        "needs_evidence": _truth,
        "soon_days": _whole,
    },
}
