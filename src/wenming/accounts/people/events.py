"""The verbs of people and posts, in words; the room's own ``events`` takes them up."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: Mapping[str, str | Promise] = {
    "accounts.add_person": _("建立账号"),
    "accounts.give_post": _("安排职务"),
    "accounts.make_deputy": _("安排代理"),
    "accounts.end_post": _("结束职务"),
    "accounts.stop_account": _("停用账号"),
    "accounts.restore_account": _("恢复账号"),
    "accounts.invite": _("邀请人员"),
    "accounts.withdraw_invitation": _("撤回邀请"),
    "accounts.hand_over": _("交接"),
}
_PLACE = {"role": _("角色"), "unit": _("单位"), "area": _("辖区"), "until": _("最后一天")}
FIELDS: Mapping[str, Mapping[str, object]] = {
    "accounts.user": {
        "username": _("用户名"),
        "full_name": _("姓名"),
        "is_sample": _("示例"),
        "is_active": _("可以登录"),
        "to": _("接手的人"),
        "posts": _("职务"),
        "open_work": _("手上的事"),
    },
    "accounts.post": {**_PLACE, "user": _("人员"), "since": _("第一天"), "deputy_of": _("代理")},
    "accounts.invitation": {**_PLACE, "full_name": _("姓名"), "phone": _("手机")},
}
