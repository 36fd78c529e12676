"""How an item came to its score, in one line that can be reckoned again."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import gettext as _

from wenming.rules.scoring.earning import full
from wenming.rules.scoring.model import Result
from wenming.rules.scoring.scoring_rules import CountPoints, Deduct, MeanOfSites, Ratio, Sum, WeightedMean
from wenming.scores.words import percent_words, points_words

_MOST = 12  # numbers of a sum that are written out


def working(result: Result) -> str:
    """The sum or product that gave the score; empty where there is none to show."""
    if result.vetoed_by:
        return _("一票否决：%(codes)s，得 0 分") % {"codes": "、".join(result.vetoed_by)}
    if result.exact is None:
        return ""
    told = _of_items(result) if result.items else _of_values(result)
    if result.score == result.exact:
        return told
    return _("%(told)s，修约为 %(score)s") % {"told": told, "score": points_words(result.score)}


def _of_items(result: Result) -> str:
    if isinstance(result.node.rule, Sum):
        return f"{_sum([one.score for one in result.items if one.score is not None])} = {points_words(result.exact)}"
    if isinstance(result.node.rule, WeightedMean):
        words = {"share": percent_words(_before_rounding(result)), "known": points_words(result.known)}
        return _("加权平均 %(share)s × %(known)s 分 = ") % words + points_words(result.exact)
    return _product(result)


def _of_values(result: Result) -> str:
    rule, values = result.node.rule, [one.value for one in result.inputs]
    points = points_words(full(result.node))
    match rule:
        case MeanOfSites():
            mean = f"({_sum(values)}) ÷ {len(values)}" if len(values) > 1 else points_words(values[0])
            return f"{mean} × {points} = {points_words(result.exact)}"
        case Deduct(each, start, _floor):
            begin = points_words(start) if start is not None else points
            return f"{begin} − {points_words(each)} × {points_words(sum(values))} → {points_words(result.exact)}"
        case CountPoints(each, _maximum):
            return f"{points_words(each)} × {points_words(sum(values))} → {points_words(result.exact)}"
        case Ratio(target, _cap) if len(values) == 1:
            reached = f"{points_words(values[0])} ÷ {points_words(target)} → {percent_words(_before_rounding(result))}"
            return f"{reached} × {points} = {points_words(result.exact)}"
    return _product(result)


def _product(result: Result) -> str:
    return f"{percent_words(_before_rounding(result))} × {points_words(result.known)} = {points_words(result.exact)}"


def _before_rounding(result: Result) -> Fraction | None:
    """The share that gave the exact score."""
    return result.exact / result.known if result.exact is not None and result.known else result.share


def _sum(numbers: Sequence[Fraction]) -> str:
    told = [points_words(one) for one in numbers[:_MOST]]
    return " + ".join([*told, "…"] if len(numbers) > _MOST else told) or "0"
