"""The verbs of this room in words."""

from django.utils.translation import gettext_lazy as _

EVENTS = {"audit.export": _("导出日志")}
FIELDS = {
    "": {"count": _("条数"), "with_people": _("包含个人信息"), "sought": _("查找条件")},
    "audit.event": {
        "verb": _("做了什么"),
        "thing_kind": _("对象类别"),
        "thing_id": _("对象编号"),
        "thing_name": _("对象"),
        "succeeded": _("结果"),
        "origin": _("途径"),
    },
    "audit.detail": {"event": _("事件"), "name": _("哪一项"), "is_sealed": _("已封存")},
}
