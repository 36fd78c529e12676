"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import doer
from wenming.rules.personal_data import Table

TABLES = {
    "places.alias": Table(_("单位的其他叫法"), {"learned_by": doer(_("谁确认的"))}),
    "places.unitchange": Table(
        _("单位沿革"),
        {"made_by": doer(_("谁登记的")), "undone_by": doer(_("谁撤销的"))},
        told=("kind", "unit__short", "on"),
    ),
    "places.notsame": Table(
        _("已说明不同的单位"), {"said_by": doer(_("谁说明的"))}, told=("one__short", "other__short")
    ),
    "places.directoryimport": Table(
        _("名录导入"), {"uploaded_by": doer(_("谁上传的")), "applied_by": doer(_("谁导入的"))}
    ),
}
