"""The named values of one mapping of a pack, taken one by one; what nobody took is kept as it came."""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from wenming.rules.frameworks.located import (
    Kind,
    Listed,
    Mapped,
    PackError,
    Scalar,
    Value,
    flag_of,
    list_of,
    mapping_of,
    number_of,
    text_of,
)

Part = TypeVar("Part")
Shares = tuple[tuple[str, Fraction], ...]
_LONGEST = 20_000  # characters of one text


class Entries:
    """A mapping with the line where it begins; each value is taken once, by its name."""

    def __init__(self, value: Value, name: str) -> None:
        self.line = value.line
        self._left: dict[str, Value] = dict(mapping_of(value, name))

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def value(self, name: str) -> Value | None:
        """The value itself; None where there is none, or nothing was written."""
        value = self._left.pop(name, None)
        return None if isinstance(value, Scalar) and value.is_null else value

    def take(self, name: str, read: Callable[[Value], Part], default: Part) -> Part:
        """What ``read`` makes of the value; the default where there is none."""
        value = self.value(name)
        return default if value is None else read(value)

    def text(self, name: str) -> str:
        """A text, empty where there is none."""
        value = self.value(name)
        text = "" if value is None else text_of(value, name)
        if len(text) > _LONGEST and value is not None:
            raise PackError("too_long", value.line, name=name)
        return text

    def number(self, name: str) -> Fraction | None:
        """A number, 0 or more."""
        value = self.value(name)
        number = None if value is None else number_of(value, name)
        if number is not None and number < 0 and value is not None:
            raise PackError("below_zero", value.line, name=name)
        return number

    def whole(self, name: str) -> int | None:
        """A whole number, 0 or more."""
        line = self._left[name].line if name in self._left else self.line
        number = self.number(name)
        if number is not None and number.denominator != 1:
            raise PackError("not_whole", line, name=name)
        return None if number is None else int(number)

    def flag(self, name: str) -> bool:
        """Yes or no; no where nothing is said."""
        return self.take(name, lambda value: flag_of(value, name), default=False)

    def texts(self, name: str) -> tuple[str, ...]:
        """Several texts."""
        return self.each(name, lambda value: text_of(value, name))

    def each(self, name: str, read: Callable[[Value], Part]) -> tuple[Part, ...]:
        """What ``read`` makes of each value of a list."""
        nothing: tuple[Part, ...] = ()
        return self.take(name, lambda value: tuple(read(one) for one in list_of(value, name)), nothing)

    def shares(self, name: str, read: Callable[[Value], Fraction]) -> Shares:
        """The numbers that ``read`` makes of a mapping's values, with their names."""
        nothing: Shares = ()
        return self.take(
            name, lambda value: in_order({key: read(one) for key, one in mapping_of(value, name).items()}), nothing
        )

    def more(self) -> str:
        """All that nobody took, as JSON by name, since a mapping has no order; empty where nothing is left."""
        return json.dumps(_plain_mapping(self._left), ensure_ascii=False, sort_keys=True) if self._left else ""


def in_order(numbers: Mapping[str, Fraction]) -> Shares:
    """Names with numbers, the largest first and equal ones by name: a mapping says nothing of its order."""
    return tuple(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])))


def _plain(value: Value) -> object:
    if isinstance(value, Mapped):
        return _plain_mapping(value.values)
    if isinstance(value, Listed):
        return [_plain(one) for one in value.values]
    return _plain_scalar(value)


def _plain_mapping(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: _plain(value) for name, value in values.items()}


def _plain_scalar(value: Scalar) -> object:
    if value.kind is Kind.NULL:
        return None
    if value.kind is Kind.FLAG:
        return value.text.lower() == "true"
    if value.kind is Kind.NUMBER:
        return json.loads(value.text)
    return value.text
