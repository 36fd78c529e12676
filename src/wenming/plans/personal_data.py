"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Removal, Table

_CHANGED = {"changed_by": doer(_("谁改的"))}

TABLES = {
    "plans.plan": Table(_("方案"), {"created_by": doer(_("谁建立的"))}),
    "plans.planversion": Table(
        _("方案的版本"),
        {
            "uploaded_by": doer(_("谁上传的")),
            "handled_by": doer(_("谁经办的")),
            "in_force_by": doer(_("谁付诸执行的")),
        },
        told=("plan__title", "number", "state"),
    ),
    "plans.measure": Table(_("措施"), _CHANGED),
    "plans.duty": Table(_("责任"), _CHANGED, told=("measure__title", "name", "role")),
    "plans.term": Table(_("要求"), _CHANGED, told=("measure__title", "kind", "value")),
    "plans.doubt": Table(_("存疑"), {"settled_by": doer(_("谁看过的"))}, told=("version__plan__title", "code")),
    "plans.step": Table(
        _("核对步骤"),
        {"made_by": doer(_("谁做的")), "undone_by": doer(_("谁撤销的"))},
        told=("version__plan__title", "act"),
    ),
    "plans.presence": Table(
        _("正在核对的人"),
        {"seen_by": Personal(_("谁开着页面"), Kind.ACT, RESPONSIBILITY, Keeping.PRESENCE)},
        whose="seen_by",
        goes=True,
        removals=(Removal(Keeping.PRESENCE, "seen_at"),),
    ),
}
