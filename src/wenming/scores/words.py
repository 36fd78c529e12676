"""Points, shares and states in words."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.rules.scoring.model import State
from wenming.rules.scoring.negative import Effect

STATE_WORDS: Mapping[State, str | Promise] = {
    State.SCORED: _("已得分"),
    State.PARTLY: _("只计已知部分"),
    State.UNOBSERVED: _("还没有数据"),
    State.UNWEIGHTED: _("分值未定"),
    State.NOT_APPLICABLE: _("不适用"),
}
EFFECT_WORDS: Mapping[Effect, str | Promise] = {
    Effect.POINTS: _("扣分"),
    Effect.STOPPED: _("停止提名资格"),
    Effect.SUSPENDED: _("停牌"),
    Effect.CANCELLED: _("取消称号"),
}
WHY_WORDS: Mapping[str, str | Promise] = {
    "applies": _("在期限内"),
    "outside_window": _("不在期限内，不影响这一轮"),
    "other_status": _("清单对现在的称号没有规定后果"),
    "not_listed": _("这一轮的清单里没有这一条"),
}


def points_words(points: Fraction | float | None) -> str:
    """The points with at most two digits behind the point.

    >>> points_words(Fraction(5, 3)), points_words(Fraction(2)), points_words(None)
    ('1.67', '2', '')
    """
    return "" if points is None else _short(float(points))


def percent_words(share: Fraction | float | None) -> str:
    """The share as a percentage with at most one digit behind the point.

    >>> percent_words(Fraction(2, 3))
    '66.7%'
    """
    return "" if share is None else f"{_short(float(share) * 100, 1)}%"


def _short(number: float, digits: int = 2) -> str:
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
