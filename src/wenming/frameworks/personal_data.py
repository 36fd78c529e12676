"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Table

TABLES = {
    "frameworks.framework": Table(_("测评体系"), {"created_by": doer(_("谁导入的"))}),
    "frameworks.edition": Table(
        _("测评体系的版本"),
        {
            "brought_by": doer(_("谁导入的")),
            "handled_by": doer(_("谁经办的")),
            "in_force_by": doer(_("谁启用的")),
        },
        told=("framework__title", "number", "state"),
    ),
    "frameworks.backing": Table(
        _("支撑标准的措施"), {"made_by": doer(_("谁确认的"))}, told=("item__title", "measure__title")
    ),
    "frameworks.entry": Table(
        _("自设栏目的内容"),
        {
            "text": Personal(_("填的内容，例如责任领导"), Kind.IDENTITY, RESPONSIBILITY, Keeping.WORK),
            "made_by": doer(_("谁填的")),
        },
        told=("column__name", "item__title"),
    ),
    "frameworks.assignment": Table(_("责任分解"), {"made_by": doer(_("谁分解的"))}, told=("item__title", "role")),
}
