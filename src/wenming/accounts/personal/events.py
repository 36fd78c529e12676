"""The verbs of personal data, in words; the room's own ``events`` takes them up."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: Mapping[str, str | Promise] = {
    "accounts.hand_out_data": _("导出个人信息"),
    "accounts.correct_person": _("更正个人信息"),
    "accounts.erase_person": _("注销人员，删除个人信息"),
    "accounts.run_retention": _("按期删除个人信息"),
    "accounts.change_notice": _("更新个人信息处理说明"),
}
FIELDS: Mapping[str, Mapping[str, object]] = {
    "accounts.user": {
        "phone": _("手机"),
        "reason": _("原因"),
        "rows": _("删除的记录"),
        "details_erased": _("删除的日志细节"),
        "details_sealed": _("封存的日志细节"),
    },
    "": {"table": _("数据表"), "keeping": _("类别"), "count": _("条数"), "version": _("版本")},
}
