"""The verbs of this room in words."""

from django.utils.translation import gettext_lazy as _

EVENTS = {"audit.export": _("导出日志")}
FIELDS = {"": {"count": _("条数"), "with_people": _("包含个人信息"), "sought": _("查找条件")}}
