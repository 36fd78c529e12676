"""The ``score`` of an item in a pack: a rule's name, or a name with what it needs, as a rule."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from wenming.rules.frameworks.entries import in_order
from wenming.rules.frameworks.located import (
    PackError,
    Scalar,
    Value,
    list_of,
    mapping_of,
    number_of,
    text_of,
)
from wenming.rules.scoring.model import Mode, Rounding
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    MeanOfSites,
    NoRule,
    Ratio,
    Reach,
    Rule,
    Sum,
    Survey,
    Threshold,
    Veto,
    WeightedMean,
)

_HALF = {"half_up": "half_away", "half_away_from_zero": "half_away"}  # what people also call it
Given = Mapping[str, Value]


def rule_of(value: Value) -> Rule:
    """The rule; raises PackError with the line where it is none."""
    name, given, line = _named(value)
    if name not in _RULES:
        raise PackError("no_rule", line, name=name[:40], rules="、".join(_RULES))
    make, knows = _RULES[name]
    for extra in given.keys() - knows:
        raise PackError("not_of_rule", given[extra].line, name=extra[:40], rule=name)
    try:
        return make(_Settings(name, given, line))
    except NoRule as error:
        raise PackError("bad_rule", line, rule=name, why=str(error)) from error


def _named(value: Value) -> tuple[str, Given, int]:
    if isinstance(value, Scalar):
        return text_of(value, "score"), {}, value.line
    entries = mapping_of(value, "score")
    if len(entries) != 1:
        raise PackError("one_rule", value.line)
    name, given = next(iter(entries.items()))
    return name, mapping_of(given, name), value.line


Choice = TypeVar("Choice", Better, Reach, Mode)


class _Settings:
    """What a rule was given, each with its line."""

    def __init__(self, rule: str, given: Given, line: int) -> None:
        self.rule, self.given, self.line = rule, given, line

    def number(self, name: str) -> Fraction | None:
        return number_of(self.given[name], name) if name in self.given else None

    def needed(self, name: str) -> Fraction:
        number = self.number(name)
        if number is None:
            raise PackError("rule_needs", self.line, rule=self.rule, name=name)
        return number

    def numbers(self, name: str) -> tuple[Fraction, ...]:
        return tuple(_number(one, name) for one in list_of(self.given[name], name))

    def choice(self, name: str, default: Choice) -> Choice:
        if name not in self.given:
            return default
        return _choice(type(default), self.given[name], name)


def _number(value: Value, name: str) -> Fraction:
    number = number_of(value, name)
    if number is None:
        raise PackError("not_number", value.line, name=name, text="")
    return number


def _choice(kind: type[Choice], value: Value, name: str) -> Choice:
    text = text_of(value, name)
    try:
        return kind(_HALF.get(text, text))
    except ValueError as error:
        raise PackError("not_one_of", value.line, name=name, text=text[:40], words="、".join(kind)) from error


def _grade(given: _Settings) -> Rule:
    if "shares" not in given.given:
        return Grade()
    shares = mapping_of(given.given["shares"], "shares")
    return Grade(in_order({grade: _number(share, grade) for grade, share in shares.items()}))


def _ladder(given: _Settings) -> Rule:
    plain = Ladder()
    shares = given.numbers("shares") if "shares" in given.given else plain.shares
    required = list_of(given.given["required"], "required") if "required" in given.given else ()
    return Ladder(shares, frozenset(text_of(one, "required") for one in required))


def _threshold(given: _Settings) -> Rule:
    if "steps" not in given.given:
        raise PackError("rule_needs", given.line, rule=given.rule, name="steps")
    steps = tuple(_step(one) for one in list_of(given.given["steps"], "steps"))
    return Threshold(steps, given.choice("better", Better.UP))


def _step(value: Value) -> tuple[Fraction, Fraction]:
    pair = list_of(value, "steps")
    if len(pair) != 2:
        raise PackError("not_pair", value.line, name="steps")
    return _number(pair[0], "steps"), _number(pair[1], "steps")


def _deduct(given: _Settings) -> Rule:
    floor = given.number("floor")
    return Deduct(given.needed("each"), given.number("from"), Fraction(0) if floor is None else floor)


def _ratio(given: _Settings) -> Rule:
    cap = given.number("cap")
    return Ratio(given.needed("target"), Fraction(1) if cap is None else cap)


_RULES: Mapping[str, tuple[Callable[[_Settings], Rule], frozenset[str]]] = {
    "sum": (lambda given: Sum(given.number("cap"), given.number("bonus_cap")), frozenset({"cap", "bonus_cap"})),
    "weighted_mean": (lambda _given: WeightedMean(), frozenset()),
    "mean_of_sites": (lambda _given: MeanOfSites(), frozenset()),
    "grade": (_grade, frozenset({"shares"})),
    "ladder": (_ladder, frozenset({"shares", "required"})),
    "threshold": (_threshold, frozenset({"steps", "better"})),
    "deduct": (_deduct, frozenset({"each", "from", "floor"})),
    "ratio": (_ratio, frozenset({"target", "cap"})),
    "survey": (lambda given: Survey(given.needed("full"), given.needed("half")), frozenset({"full", "half"})),
    "all_methods": (lambda _given: AllMethods(), frozenset()),
    "count_points": (
        lambda given: CountPoints(given.needed("each"), given.needed("maximum")),
        frozenset({"each", "maximum"}),
    ),
    "veto": (lambda given: Veto(given.choice("reach", Reach.ROOT)), frozenset({"reach"})),
}


def rounding_of(value: Value) -> Rounding:
    """A number of digits, or digits with a mode."""
    if isinstance(value, Scalar):
        return Rounding(_digits(value))
    given = mapping_of(value, "rounding")
    for extra in given.keys() - {"digits", "mode"}:
        raise PackError("not_known", given[extra].line, name=extra[:40])
    if "digits" not in given:
        raise PackError("rule_needs", value.line, rule="rounding", name="digits")
    mode = _choice(Mode, given["mode"], "mode") if "mode" in given else Mode.HALF_AWAY
    return Rounding(_digits(given["digits"]), mode)


def _digits(value: Value) -> int:
    number = number_of(value, "digits")
    if number is None or number.denominator != 1 or not 0 <= number <= 10:
        raise PackError("not_digits", value.line)
    return int(number)
