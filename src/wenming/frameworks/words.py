"""The rule of an item in words: how its points are earned."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.rules.frameworks.located import from_json
from wenming.rules.frameworks.scoring_pack import rule_of
from wenming.rules.frameworks.writing import decimal
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    MeanOfSites,
    Ratio,
    Rule,
    Sum,
    Survey,
    Threshold,
    Veto,
    WeightedMean,
)

CHECK_WORDS: Mapping[str, str | Promise] = {
    "site": gettext_lazy("实地"),
    "phone": gettext_lazy("电话"),
    "interview": gettext_lazy("访谈"),
}


def rule_words(body: Mapping[str, Any], *, is_standard: bool) -> str:
    """How the item of this body earns its points, with what holds where the framework says nothing."""
    if "score" in body:
        return words_of(rule_of(from_json(body["score"])))
    return words_of(MeanOfSites() if is_standard else Sum())


def words_of(rule: Rule) -> str:
    """How points are earned by the rule."""
    match rule:
        case Sum(None, _bonus):
            return _("各项得分相加")
        case Sum(cap, _bonus):
            return _("各项得分相加，最多 %(cap)s 分") % {"cap": _number(cap)}
        case WeightedMean():
            return _("各项按权重平均")
        case MeanOfSites():
            return _("抽到的各点位 0 到 1 的平均，乘以分值")
        case AllMethods():
            return _("每种方法都达标才得分")
        case Veto():
            return _("一票否决")
    return _measured(rule)


def _measured(rule: Rule) -> str:
    match rule:
        case Grade(shares):
            return _("按等级：%(steps)s") % {"steps": "、".join(f"{name} {_percent(share)}" for name, share in shares)}
        case Ladder(shares, _required):
            return _("按达标项数，依次得 %(steps)s") % {"steps": "、".join(map(_percent, shares))}
        case Threshold(steps, better):
            return _threshold(steps, better)
        case Deduct(each, _start, _floor):
            return _("每有一处扣 %(each)s 分") % {"each": _number(each)}
        case Ratio(target, _cap):
            return _("与目标 %(target)s 之比") % {"target": _number(target)}
        case Survey(full, half):
            words = {"full": _percent(full), "half": _percent(half)}
            return _("问卷满意率达到 %(full)s 得满分，达到 %(half)s 得一半") % words
        case CountPoints(each, maximum):
            return _("每项 %(each)s 分，最多 %(most)s 分") % {"each": _number(each), "most": _number(maximum)}
    return ""


def _threshold(steps: tuple[tuple[Fraction, Fraction], ...], better: Better) -> str:
    told = "、".join(f"{_number(bound)} → {_percent(share)}" for bound, share in steps)
    words = _("数值达到：%(steps)s") if better is Better.UP else _("数值不高于：%(steps)s")
    return words % {"steps": told}


def _percent(share: Fraction) -> str:
    return f"{_number(share * 100)}%"


def _number(number: Fraction | None) -> str:
    return "" if number is None else decimal(number)
