"""YAML as plain values that know their line, so that whatever is wrong can be told by line.

Only data: no tags of its own, no anchors (a few lines of those can stand for billions of values), no key twice.
JSON is YAML, so it is read as well.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import yaml

LARGEST = 20_000_000  # characters
DEEPEST = 100  # values within each other
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the package brings it, many times as fast
_YAML = "tag:yaml.org,2002:"
_PLAIN = {f"{_YAML}{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}
_NUMBER = re.compile(r"[+-]?(\d{1,20}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,2})?", re.ASCII)
_SMALLEST = Fraction(1, 10**20)  # so that what is reckoned with such numbers can be written as a decimal
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", re.ASCII)
_NOWHERE = re.compile("[\0\ud800-\udfff]")  # characters that no database and no file keeps
_NO, _YES = {"false", "no", "off"}, {"true", "yes", "on"}


class PackError(ValueError):
    """The file is no framework pack; ``code`` and ``about`` say why, ``line`` where (from 1; 0: as a whole)."""

    def __init__(self, code: str, line: int = 0, **about: str) -> None:
        super().__init__(f"{code} in line {line}: {about}")
        self.code = code
        self.line = line
        self.about = about


class Kind(StrEnum):
    """What a scalar is where nobody says what it should be."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    NULL = "null"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word, number or nothing, as it was written."""

    line: int
    text: str
    kind: Kind = Kind.TEXT

    @property
    def is_null(self) -> bool:
        """Whether nothing was written."""
        return self.kind is Kind.NULL


@dataclass(frozen=True, slots=True)
class Listed:
    """Values one after the other."""

    line: int
    values: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """Values by their names, in the order in which they were written."""

    line: int
    values: Mapping[str, "Value"]


Value = Scalar | Listed | Mapped


def locate(text: str) -> Value:
    """The value that the text writes; raises PackError."""
    if len(text) > LARGEST:
        raise PackError("too_large", most=f"{LARGEST // 1_000_000}")
    try:
        for event in yaml.parse(text, Loader=_Loader):
            _expect_plain(event)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        last = text.rstrip().count("\n")  # where something is left open, the end of the file is blamed
        raise PackError("not_yaml", min(error.problem_mark.line, last) + 1 if error.problem_mark else 0) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PackError("not_yaml") from error
    if node is None:
        raise PackError("empty")
    return _value(node, DEEPEST)


def from_json(value: object) -> Value:
    """JSON that was kept as such, as values; without lines, for nobody wrote it."""
    match value:
        case Mapping():
            return Mapped(0, {str(name): from_json(one) for name, one in value.items()})
        case list():
            return Listed(0, tuple(from_json(one) for one in value))
        case None:
            return Scalar(0, "", Kind.NULL)
        case bool():
            return Scalar(0, str(value).lower(), Kind.FLAG)
        case int() | float():
            return Scalar(0, json.dumps(value), Kind.NUMBER)
    return Scalar(0, str(value))


def _expect_plain(event: yaml.Event) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise PackError("anchor", event.start_mark.line + 1 if event.start_mark else 0)


def _value(node: yaml.Node, deeper: int) -> Value:
    line = node.start_mark.line + 1
    if not deeper:
        raise PackError("too_deep", line, most=str(DEEPEST))
    if node.tag not in _PLAIN:
        raise PackError("not_yaml", line)
    if isinstance(node, yaml.MappingNode):
        return Mapped(line, _entries(node, deeper))
    if isinstance(node, yaml.SequenceNode):
        return Listed(line, tuple(_value(one, deeper - 1) for one in node.value))
    if _NOWHERE.search(node.value):
        raise PackError("not_yaml", line)
    return Scalar(line, node.value, _kind(node))


def _kind(node: yaml.Node) -> Kind:
    """Numbers only in the one way that everybody reads alike: ``010`` and ``1:30`` stay text."""
    if node.tag == f"{_YAML}null":
        return Kind.NULL
    if node.tag == f"{_YAML}bool" and node.value.lower() in {"true", "false"}:
        return Kind.FLAG
    if node.tag in {f"{_YAML}int", f"{_YAML}float"} and _PLAIN_NUMBER.fullmatch(node.value):
        return Kind.NUMBER
    return Kind.TEXT


def _entries(node: yaml.MappingNode, deeper: int) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise PackError("not_yaml", line)
        if key.value in entries:
            raise PackError("twice", line, name=key.value)
        entries[key.value] = _value(value, deeper - 1)
    return entries


def text_of(value: Value, name: str) -> str:
    """What was written, as text: ``1.10`` stays ``1.10``; nothing is empty."""
    if not isinstance(value, Scalar):
        raise PackError("not_text", value.line, name=name)
    return "" if value.is_null else value.text


def number_of(value: Value, name: str) -> Fraction | None:
    """The exact number that was written; None where nothing was."""
    text = text_of(value, name)
    if isinstance(value, Scalar) and value.is_null:
        return None
    number = exact(text)
    if number is None:
        raise PackError("not_number", value.line, name=name, text=text[:40])
    return number


def exact(text: str) -> Fraction | None:
    """The number that the text writes in decimals, exactly; None where it writes none, or one beyond any use."""
    number = Fraction(text) if _NUMBER.fullmatch(text) else None
    return number if not number or _SMALLEST <= abs(number) <= 1 / _SMALLEST else None


def flag_of(value: Value, name: str) -> bool:
    """Yes or no."""
    text = text_of(value, name).lower()
    if text not in _NO | _YES:
        raise PackError("not_flag", value.line, name=name, text=text[:40])
    return text in _YES


def list_of(value: Value, name: str) -> tuple[Value, ...]:
    """The values of a list; nothing is an empty one."""
    if isinstance(value, Scalar) and value.is_null:
        return ()
    if not isinstance(value, Listed):
        raise PackError("not_list", value.line, name=name)
    return value.values


def mapping_of(value: Value, name: str) -> Mapping[str, Value]:
    """The values by name; nothing is none."""
    if isinstance(value, Scalar) and value.is_null:
        return {}
    if not isinstance(value, Mapped):
        raise PackError("not_mapping", value.line, name=name)
    return value.values
