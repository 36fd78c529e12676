"""The open format ``wenming.framework/1``, written: what is read back is the same framework."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import cast

import yaml

from wenming.rules.frameworks.model import Applies, Framework, Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.negative_pack import written
from wenming.rules.frameworks.pack import FORMAT
from wenming.rules.scoring.model import Rounding
from wenming.rules.scoring.scoring_rules import (
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    Ratio,
    Rule,
    Sum,
    Survey,
    Threshold,
    Veto,
)

Written = dict[str, object]
_BREAKS = re.compile("[\x85\u2028\u2029]")
_NAMES = {"AllMethods": "all_methods", "CountPoints": "count_points", "MeanOfSites": "mean_of_sites"} | {
    "WeightedMean": "weighted_mean"
}


def write_pack(framework: Framework) -> str:
    """The framework as YAML; raises ValueError for a number that no decimals write."""
    value = _head(framework) | _item(framework.root)
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def head_of(framework: Framework) -> Written:
    """What the pack says of the framework as a whole, as JSON; raises ValueError for a number without decimals."""
    return _as_json(_head(framework))


def body_of(item: Item) -> Written:
    """What the pack says of an item itself, without those below it, as JSON with its numbers in decimals as text."""
    return _as_json(_item(replace(item, items=())))


def _as_json(value: Written) -> Written:
    return cast("Written", json.loads(json.dumps(value, ensure_ascii=False, default=decimal)))


def _head(framework: Framework) -> Written:
    head = {"format": FORMAT, "version": framework.version, "language": framework.language, "about": framework.about}
    negative = [written(one) for one in framework.negative]
    return _said(head | {"totals": dict(framework.totals), "negative": negative})


class _Dumper(yaml.SafeDumper):
    """Writes exact numbers as decimals and every value in full."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's own signature
        """No value stands for another."""
        return True


def _represent(dumper: yaml.SafeDumper, number: Fraction) -> yaml.ScalarNode:
    text = decimal(number)
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Line breaks of Unicode are escaped: PyYAML would write them as line breaks of YAML, and read a blank."""
    style = '"' if _BREAKS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(Fraction, _represent)
_Dumper.add_representer(str, _represent_text)


def decimal(number: Fraction) -> str:
    """The number in decimals, exactly."""
    for digits in range(41):
        scaled = number * 10**digits
        if scaled.denominator == 1:
            whole = f"{abs(scaled.numerator):0{digits + 1}}"
            sign = "-" if number < 0 else ""
            return sign + (f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole)
    raise ValueError(number)


def _said(values: Mapping[str, object]) -> Written:
    """Only what says something; a number 0 does."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, False)}


def _more(text: str) -> Written:
    more: Written = json.loads(text) if text else {}
    return more


def _item(item: Item) -> Written:
    return (
        _said(
            {
                "code": item.code,
                "title": item.title,
                "text": item.text,
                "bonus": item.bonus,
                "score": _rule(item.rule) if item.rule else None,
                "rounding": _rounding(item.rounding) if item.rounding else None,
                "methods": list(item.methods),
                "applies": _applies(item.applies),
                "evidence": [_wanted(one) for one in item.evidence],
                "checks": [_check(one) for one in item.checks],
                "survey": [_question(one) for one in item.survey],
                "units": _roles(item.roles),
            }
        )
        | _numbers({"points": item.points, "weight": item.weight})
        | _more(item.more)
        | _said({"items": [_item(one) for one in item.items]})
    )


def _numbers(values: Mapping[str, Fraction | int | None]) -> Written:
    return {name: value for name, value in values.items() if value is not None}


def _rounding(rounding: Rounding) -> Written:
    return {"digits": rounding.digits, "mode": rounding.mode.value}


def _applies(applies: Applies) -> Written:
    return _said({"kinds": list(applies.kinds), "areas": list(applies.areas), "tiers": list(applies.tiers)})


def _roles(roles: Iterable[Role]) -> list[Written]:
    return [{"role": one.role, "name": one.unit} for one in roles]


def _wanted(one: Wanted) -> Written:
    told = {"format": one.format, "what": one.what, "count": one.count, "window": one.window, "by": one.by}
    return _said(told) | _numbers({"max_words": one.max_words}) | _said({"units": _roles(one.roles)}) | _more(one.more)


def _check(one: SiteCheck) -> Written:
    told = {"kind": one.kind, "sites": list(one.sites), "checks": list(one.checks), "units": _roles(one.roles)}
    return _said(told) | _more(one.more)


def _question(one: Question) -> Written:
    return _said({"question": one.text, "units": _roles(one.roles)}) | _more(one.more)


def _rule(rule: Rule) -> str | Written:
    kind = type(rule).__name__
    name = _NAMES.get(kind, kind.lower())
    given = _given(rule)
    return {name: given} if given else name


def _given(rule: Rule) -> Written:  # noqa: PLR0911 - a line for each rule
    match rule:
        case Sum(cap, bonus_cap):
            return _numbers({"cap": cap, "bonus_cap": bonus_cap})
        case Grade(shares):
            return {"shares": dict(shares)}
        case Ladder(shares, required):
            return {"shares": list(shares)} | _said({"required": sorted(required)})
        case Threshold(steps, better):
            return {"steps": [list(step) for step in steps], "better": better.value}
        case Deduct(each, start, floor):
            return _numbers({"from": start, "each": each, "floor": floor})
        case Ratio(target, cap):
            return _numbers({"target": target, "cap": cap})
        case Survey(full, half):
            return _numbers({"full": full, "half": half})
        case CountPoints(each, maximum):
            return _numbers({"each": each, "maximum": maximum})
        case Veto(reach):
            return {"reach": reach.value}
        case _:
            return {}
