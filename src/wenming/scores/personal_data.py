"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Table

_MADE = {"made_by": doer(_("谁登记的"))}
_WITHDRAWN = {"withdrawn_by": doer(_("谁撤回的"))}

TABLES = {
    "scores.round": Table(
        _("测评轮次"),
        {
            "made_by": doer(_("谁建的")),
            "handled_by": doer(_("谁经办的")),
            "begun_by": doer(_("谁开始的")),
            "closed_by": doer(_("谁结束的")),
        },
        told=("title", "first", "last"),
    ),
    "scores.reader": Table(
        _("点名可以看的测评轮次"),
        {"user": Personal(_("谁"), Kind.ACT, RESPONSIBILITY, Keeping.WORK), "made_by": doer(_("谁点名的"))},
        whose="user",
        told=("round__title",),
        goes=True,
    ),
    "scores.measurement": Table(_("测评数据"), _MADE | _WITHDRAWN, told=("round__title", "standard", "site")),
    "scores.saideffort": Table(_("估计天数"), {"made_by": doer(_("谁估计的"))}, told=("framework__title", "standard")),
    "scores.supply": Table(_("取数"), {"made_by": doer(_("谁设的"))}, told=("framework__title", "standard", "name")),
    "scores.negativeevent": Table(_("负面事件"), _MADE | _WITHDRAWN, told=("framework__title", "entry", "on")),
}
