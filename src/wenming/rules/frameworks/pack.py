"""The open format ``wenming.framework/1``: a framework in YAML, as the tree that is scored.

docs/frameworks.md tells the format. What a pack says beyond scoring (evidence, checks, questions) is not read here.
"""

from collections.abc import Mapping
from fractions import Fraction

from wenming.rules.frameworks.located import (
    PackError,
    Value,
    flag_of,
    list_of,
    locate,
    mapping_of,
    number_of,
    text_of,
)
from wenming.rules.frameworks.scoring_pack import rounding_of, rule_of
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import INNER, AllMethods, Deduct, Ladder, MeanOfSites, Rule, Sum

FORMAT = "wenming.framework/1"
MOST = 50_000  # standards
_DEEPEST = 30  # items under each other


def read_pack(text: str) -> Node:
    """The framework of a pack; raises PackError with the line of what is wrong."""
    value = locate(text)
    entries = mapping_of(value, "framework")
    if "format" in entries and text_of(entries["format"], "format") != FORMAT:
        raise PackError("other_format", entries["format"].line, format=FORMAT)
    if "items" not in entries:
        raise PackError("no_items", value.line)
    lines: dict[str, int] = {}
    return _item(value, entries, lines, 0)


def _item(value: Value, entries: Mapping[str, Value], lines: dict[str, int], depth: int) -> Node:
    if depth > _DEEPEST:
        raise PackError("too_deep", value.line, most=str(_DEEPEST))
    below = list_of(entries["items"], "items") if "items" in entries else ()
    items = tuple(_item(one, mapping_of(one, "items"), lines, depth + 1) for one in below)
    node = Node(
        _code(value, entries, lines, is_standard=not items),
        title=_text(entries, "title"),
        points=_amount(entries, "points"),
        rule=_rule(entries, has_items=bool(items)),
        items=items,
        weight=_amount(entries, "weight"),
        bonus=flag_of(entries["bonus"], "bonus") if "bonus" in entries else False,
        rounding=rounding_of(entries["rounding"]) if "rounding" in entries else None,
        methods=_texts(entries, "methods"),
    )
    _check(node, value.line)
    return node


def _code(value: Value, entries: Mapping[str, Value], lines: dict[str, int], *, is_standard: bool) -> str:
    """The code as written; a standard has one of its own, for what is observed names it."""
    code = _text(entries, "code").strip()
    if not is_standard:
        return code
    if not code:
        raise PackError("no_code", value.line)
    if code in lines:
        raise PackError("code_twice", value.line, item=code, first=str(lines[code]))
    if len(lines) >= MOST:
        raise PackError("too_many", value.line, most=str(MOST))
    lines[code] = value.line
    return code


def _text(entries: Mapping[str, Value], name: str) -> str:
    return text_of(entries[name], name) if name in entries else ""


def _texts(entries: Mapping[str, Value], name: str) -> tuple[str, ...]:
    return tuple(text_of(one, name) for one in list_of(entries[name], name)) if name in entries else ()


def _amount(entries: Mapping[str, Value], name: str) -> Fraction | None:
    number = number_of(entries[name], name) if name in entries else None
    if number is not None and number < 0:
        raise PackError("below_zero", entries[name].line, name=name)
    return number


def _rule(entries: Mapping[str, Value], *, has_items: bool) -> Rule:
    """As it says; else items are summed up, and a standard is the mean of its sites."""
    if "score" not in entries:
        return Sum() if has_items else MeanOfSites()
    rule = rule_of(entries["score"])
    if has_items and not isinstance(rule, INNER):
        raise PackError("rule_of_standard", entries["score"].line)
    if not has_items and isinstance(rule, INNER) and not isinstance(rule, AllMethods):
        raise PackError("rule_of_items", entries["score"].line)
    return rule


def _check(node: Node, line: int) -> None:
    if isinstance(node.rule, Deduct) and node.points is None and node.rule.start is None:
        raise PackError("rule_needs", line, rule="deduct", name="from")
    if isinstance(node.rule, AllMethods) and not node.items and not node.methods:
        raise PackError("rule_needs", line, rule="all_methods", name="methods")
    if isinstance(node.rule, Ladder):
        for code in sorted(node.rule.required - {item.code for item in node.items}):
            raise PackError("not_an_item", line, item=code)
