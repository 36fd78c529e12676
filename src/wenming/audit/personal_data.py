"""What is personal in this room; and why who did something is kept at all, which every room says alike."""

from django.utils.translation import gettext_lazy as _

from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose, Removal, Table

RESPONSIBILITY = Purpose(
    _("分清责任，以后查得清什么事由谁在什么时候办理"),
    _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）"),
)
SECURITY_LOG = Purpose(
    _("记录谁在什么时候、从哪里做了什么，发现和追查安全事件"),
    _("履行法定义务：留存网络日志不少于六个月（网络安全法），安全审计（GB/T 22239-2019）"),
)


def doer(words: object) -> Personal:
    """A field that says who did something; it stays with the thing, and an erased account is only a number there."""
    return Personal(words, Kind.ACT, RESPONSIBILITY, Keeping.WORK)


TABLES = {
    "audit.event": Table(
        _("日志事件"),
        {"by": Personal(_("谁做的"), Kind.ACT, SECURITY_LOG, Keeping.WORK)},
        told=("number", "at", "verb", "thing_kind", "thing_id", "thing_name", "succeeded", "origin"),
    ),
    "audit.detail": Table(
        _("日志中的个人细节"),
        {
            "value": Personal(_("登录地址，以及改动前后的个人信息"), Kind.ACCOUNT, SECURITY_LOG, Keeping.LOG),
            "person": Personal(_("谁的"), Kind.ACCOUNT, SECURITY_LOG, Keeping.LOG),
        },
        whose="person",
        secret=frozenset({"salt"}),
        removals=(Removal(Keeping.LOG, "event__at"), Removal(Keeping.SEALED, "event__at", {"is_sealed": True})),
    ),
}
