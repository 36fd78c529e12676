"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose, Removal, Table

ATTENDANCE = Purpose(
    _("证明培训、活动覆盖到了哪些人"),
    _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）"),
)
_CHANGED = {"changed_by": doer(_("谁改的"))}
_MADE = {"made_by": doer(_("谁登记的"))}
_JUDGED = {"judged_by": doer(_("谁审核的"))}
_WHERE = Personal(_("照片的拍摄地点"), Kind.ACT, RESPONSIBILITY, Keeping.WORK)

TABLES = {
    "work.commitment": Table(
        _("要求"), _CHANGED | {"confirmed_by": doer(_("谁确认的"))}, told=("measure__title", "activity", "state")
    ),
    "work.excuse": Table(
        _("暂停和免除"),
        {"given_by": doer(_("谁同意的")), "ended_by": doer(_("谁结束的"))},
        told=("unit__name", "kind", "first", "last"),
    ),
    "work.objection": Table(
        _("异议"), _MADE | {"decided_by": doer(_("谁答复的"))}, told=("commitment__activity", "unit__name", "kind")
    ),
    "work.review": Table(_("评议"), _MADE, told=("commitment__activity", "on")),
    "work.record": Table(
        _("工作记录"),
        _MADE | _CHANGED | _JUDGED | {"withdrawn_by": doer(_("谁撤回的"))},
        told=("title", "unit__name", "first"),
    ),
    "work.attendee": Table(
        _("参加人员"),
        {
            "name": Personal(_("姓名"), Kind.IDENTITY, ATTENDANCE, Keeping.WORK),
            "office": Personal(_("单位"), Kind.IDENTITY, ATTENDANCE, Keeping.WORK),
        },
        told=("record__title", "name"),
    ),
    "work.member": Table(
        _("名册"),
        _MADE
        | {
            "name": Personal(_("姓名"), Kind.IDENTITY, ATTENDANCE, Keeping.MEMBERS),
            "office": Personal(_("职务"), Kind.IDENTITY, ATTENDANCE, Keeping.MEMBERS),
        },
        told=("unit__name", "population", "name"),
        removals=(Removal(Keeping.MEMBERS, "until"),),
    ),
    "work.signup": Table(_("活动签到"), {"opened_by": doer(_("谁开的"))}, told=("title", "unit__name", "on")),
    "work.signing": Table(
        _("活动签到的姓名"),
        {
            "name": Personal(_("姓名"), Kind.IDENTITY, ATTENDANCE, Keeping.SIGN_UPS),
            "office": Personal(_("单位或村（社区）"), Kind.IDENTITY, ATTENDANCE, Keeping.SIGN_UPS),
        },
        told=("sign_up__title", "name"),
        removals=(Removal(Keeping.SIGN_UPS, "sign_up__closes"),),
    ),
    "work.recordversion": Table(_("工作记录的版本"), _MADE, told=("record__title", "number")),
    "work.figure": Table(_("数据"), _MADE, told=("name", "on")),
    "work.figureversion": Table(_("更正前的数据"), _MADE, told=("figure__name", "figure__on")),
    "work.evidence": Table(
        _("佐证材料"),
        {
            "added_by": doer(_("谁添加的")),
            "latitude": _WHERE,
            "longitude": _WHERE,
            "device": Personal(_("拍摄设备"), Kind.ACT, RESPONSIBILITY, Keeping.WORK),
        },
        told=("file_name", "kind"),
    ),
    "work.localdays": Table(_("本地日历"), {"added_by": doer(_("谁添加的"))}, told=("kind", "first", "last", "name")),
    "work.likeness": Table(_("相近佐证"), {"looked_by": doer(_("谁看过的"))}, told=("kind", "state")),
    "work.upload": Table(_("上传中的文件"), {"begun_by": doer(_("谁上传的"))}, told=("file_name",)),
    "work.request": Table(
        _("材料征集"),
        _MADE | {"sent_by": doer(_("谁发出的")), "ended_by": doer(_("谁结束的"))},
        told=("title", "state"),
    ),
    "work.answer": Table(
        _("材料征集的答复"),
        _JUDGED
        | {
            "asked_by": doer(_("谁发出的")),
            "answered_by": doer(_("谁答复的")),
            "reminded_by": doer(_("谁提醒的")),
        },
        told=("request__title", "unit__name"),
    ),
    "work.referral": Table(_("上报"), _MADE | {"answered_by": doer(_("谁答复的"))}, told=("to",)),
}
