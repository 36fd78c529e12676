"""The open format ``wenming.framework/1``, read: docs/frameworks.md tells it."""

from fractions import Fraction

from wenming.rules.frameworks.entries import Entries
from wenming.rules.frameworks.located import PackError, Value, locate, mapping_of, number_of
from wenming.rules.frameworks.model import Applies, Framework, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.negative_pack import entries_of
from wenming.rules.frameworks.scoring_pack import rounding_of, rule_of
from wenming.rules.scoring.scoring_rules import INNER, AllMethods, Deduct, Ladder, Rule

FORMAT = "wenming.framework/1"
MOST = 50_000  # standards
_DEEPEST = 30  # items under each other
ROLES = ("lead", "responsible", "cooperating", "supervising")
CHECKS = ("site", "phone", "interview")


def read_pack(text: str) -> Framework:
    """The framework of a pack; raises PackError with the line of what is wrong."""
    value = locate(text)
    framework = framework_of(value)
    _expect_measured(framework, value)
    return framework


def _expect_measured(framework: Framework, value: Value) -> None:
    """The methods of ``totals`` measure something; a round's own copy is not asked, so that no old one is lost."""
    measuring = {method for item in framework.root.walk() if not item.items for method in item.methods}
    for method, _brings in framework.totals:
        if method not in measuring:
            line = mapping_of(value, "framework")["totals"].line
            raise PackError("no_method", line, name=method[:40])


def framework_of(value: Value) -> Framework:
    """The framework that the values write; raises PackError."""
    entries = Entries(value, "framework")
    if "format" in entries and entries.text("format") != FORMAT:
        raise PackError("other_format", value.line, format=FORMAT)
    if "items" not in entries:
        raise PackError("no_items", value.line)
    version, about = entries.text("version"), entries.text("about")
    language = entries.text("language") or "zh"
    totals, negative = entries.shares("totals", _points), entries_of(entries)
    return Framework(_item(entries, {}, 0), version, about, language, totals, negative)


def _points(value: Value) -> Fraction:
    number = number_of(value, "totals")
    if number is None or number < 0:
        raise PackError("below_zero", value.line, name="totals")
    return number


def _item(entries: Entries, lines: dict[str, int], depth: int) -> Item:
    if depth > _DEEPEST:
        raise PackError("too_deep", entries.line, most=str(_DEEPEST))
    items = entries.each("items", lambda value: _item(Entries(value, "items"), lines, depth + 1))
    item = Item(
        _code(entries, lines, is_standard=not items),
        title=entries.text("title"),
        text=entries.text("text"),
        points=entries.number("points"),
        weight=entries.number("weight"),
        bonus=entries.flag("bonus"),
        rule=_rule(entries.value("score"), has_items=bool(items)),
        rounding=entries.take("rounding", rounding_of, None),
        methods=entries.texts("methods"),
        applies=entries.take("applies", _applies, Applies()),
        evidence=entries.each("evidence", _wanted),
        checks=entries.each("checks", _check),
        survey=entries.each("survey", _question),
        roles=entries.each("units", _role),
        items=items,
        more=entries.more(),
    )
    _expect_whole(item, entries.line)
    return item


def _code(entries: Entries, lines: dict[str, int], *, is_standard: bool) -> str:
    """The code as written; a standard has one of its own, for what is observed names it."""
    code = entries.text("code").strip()
    if not is_standard:
        return code
    if not code:
        raise PackError("no_code", entries.line)
    if code in lines:
        raise PackError("code_twice", entries.line, item=code, first=str(lines[code]))
    if len(lines) >= MOST:
        raise PackError("too_many", entries.line, most=str(MOST))
    lines[code] = entries.line
    return code


def _rule(value: Value | None, *, has_items: bool) -> Rule | None:
    if value is None:
        return None
    rule = rule_of(value)
    if has_items and not isinstance(rule, INNER):
        raise PackError("rule_of_standard", value.line)
    if not has_items and isinstance(rule, INNER) and not isinstance(rule, AllMethods):
        raise PackError("rule_of_items", value.line)
    return rule


def _expect_whole(item: Item, line: int) -> None:
    if isinstance(item.rule, Deduct) and item.points is None and item.rule.start is None:
        raise PackError("rule_needs", line, rule="deduct", name="from")
    if isinstance(item.rule, AllMethods) and not item.items and not item.methods:
        raise PackError("rule_needs", line, rule="all_methods", name="methods")
    if isinstance(item.rule, Ladder):
        for code in sorted(item.rule.required - {one.code for one in item.items}):
            raise PackError("not_an_item", line, item=code)


def _applies(value: Value) -> Applies:
    entries = Entries(value, "applies")
    applies = Applies(entries.texts("kinds"), entries.texts("areas"), entries.texts("tiers"))
    _expect_nothing_more(entries)
    return applies


def _wanted(value: Value) -> Wanted:
    entries = Entries(value, "evidence")
    return Wanted(
        entries.text("format"),
        entries.text("what"),
        max_words=entries.whole("max_words"),
        count=entries.text("count"),
        window=entries.text("window"),
        by=entries.text("by"),
        roles=entries.each("units", _role),
        more=entries.more(),
    )


def _check(value: Value) -> SiteCheck:
    entries = Entries(value, "checks")
    kind = entries.text("kind") or CHECKS[0]
    if kind not in CHECKS:
        raise PackError("not_one_of", value.line, name="kind", text=kind[:40], words="、".join(CHECKS))
    return SiteCheck(
        kind, entries.texts("sites"), entries.texts("checks"), entries.each("units", _role), entries.more()
    )


def _question(value: Value) -> Question:
    entries = Entries(value, "survey")
    return Question(entries.text("question"), entries.each("units", _role), entries.more())


def _role(value: Value) -> Role:
    entries = Entries(value, "units")
    role, unit = entries.text("role") or ROLES[1], entries.text("name")
    if role not in ROLES:
        raise PackError("not_one_of", value.line, name="role", text=role[:40], words="、".join(ROLES))
    if not unit:
        raise PackError("no_unit", value.line)
    _expect_nothing_more(entries)
    return Role(role, unit)


def _expect_nothing_more(entries: Entries) -> None:
    if left := entries.more():
        raise PackError("not_known", entries.line, name=left[:40])
