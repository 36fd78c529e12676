"""Kinds, directions, verdicts and whom a commitment is said of, in the words of the screen."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from wenming.work.models import Commitment, Whom

FEW = 4  # units that are named

KIND_WORDS = {
    "recurring": _("每个周期做多少"),
    "total": _("一共做多少"),
    "coverage": _("覆盖到每一个"),
    "deadline": _("到期做完"),
    "length": _("每次多长"),
    "rate": _("数据达到多少"),
    "growth": _("增幅不低于"),
    "standing": _("没有数目，由文明办评议"),
}
DIRECTION_WORDS = {
    "reach": _("达到（不低于）"),
    "hold": _("保持（始终不低于）"),
    "fall": _("降到（不高于）"),
}
STATE_WORDS = {
    "met": _("已完成"),
    "late": _("逾期完成"),
    "missed": _("未完成"),
    "open": _("进行中"),
    "due_soon": _("即将到期"),
    "not_due": _("未到时间"),
    "exempt": _("免除"),
    "disputed": _("有异议"),
}


def whom_in_words(commitment: Commitment) -> str:
    """Who is judged by it: 各社区; 县教育局、县文旅局; 承担责任的每个单位; 全体合计.

    Units are named where there are few; the commitment comes with its class and units.
    """
    if commitment.whom == Whom.CLASS and commitment.unit_class:
        return str(commitment.unit_class)
    if commitment.whom == Whom.UNITS:
        names = [unit.short for unit in commitment.units.all()]
        shown = pgettext("between names", "、").join(names[:FEW])
        rest = _("等 %(count)d 个单位") % {"count": len(names)} if len(names) > FEW else ""
        return shown + str(rest)
    return str(Whom(commitment.whom).label)
