"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose, Removal, Table

REMINDING = Purpose(
    _("按本人选择的方式提醒要办的事"),
    _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）"),
)
_CHANGED = {"changed_by": doer(_("谁改的"))}

TABLES = {
    "reminders.preference": Table(
        _("提醒方式"),
        {"user": Personal(_("谁的"), Kind.CONTACT, REMINDING, Keeping.ACCOUNT)},
        whose="user",
        goes=True,
    ),
    "reminders.areasteps": Table(_("逐级提醒"), _CHANGED, told=("area__name",)),
    "reminders.bot": Table(
        _("群机器人"), _CHANGED, told=("name", "kind"), secret=frozenset({"sealed_address", "sealed_secret"})
    ),
    "reminders.delivery": Table(
        _("提醒的发送记录"),
        {"user": Personal(_("发给谁"), Kind.CONTACT, REMINDING, Keeping.LOG)},
        whose="user",
        goes=True,
        removals=(Removal(Keeping.LOG, "begun"),),
    ),
}
