"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.reminders.models import BotKind, Channel
from wenming.reminders.words import ANSWERS

EVENTS: Mapping[str, str | Promise] = {
    "reminders.choose": _("选择提醒方式"),
    "reminders.set_steps": _("设逐级提醒"),
    "reminders.add_bot": _("添加群机器人"),
    "reminders.change_bot": _("改群机器人"),
    "reminders.remove_bot": _("移除群机器人"),
    "reminders.try_bot": _("向群里试发"),
    "reminders.try_mail": _("试发邮件"),
}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {
    "reminders.preference": {"hour": _("几点"), "channel": _("方式")},
    "reminders.areasteps": {"unit_leader": _("提醒单位领导"), "in_charge": _("提醒分管领导")},
    "reminders.bot": {
        "hour": _("几点"),
        "area": _("辖区"),
        "name": _("名称"),
        "kind": _("类型"),
        "host": _("主机"),
        "is_on": _("向这个群发提醒"),
        "code": _("结果"),
    },
}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {
    "reminders.preference": {"channel": dict(Channel.choices)},
    "reminders.bot": {"kind": dict(BotKind.choices), "code": ANSWERS},
}
RELATED = {"reminders.bot": {"area": "places.area"}}
