"""The verbs of this room in words."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    "jobs.ask_cancel": _("取消后台任务"),
    "jobs.retry": _("重做后台任务"),
}
FIELDS = {"jobs.job": {"kind": _("任务"), "state": _("状态")}}
