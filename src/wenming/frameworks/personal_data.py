"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import RESPONSIBILITY, doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Table

TABLES = {
    "frameworks.framework": Table(_("测评体系"), {"created_by": doer(_("谁导入的"))}),
    "frameworks.edition": Table(
        _("测评体系的版本"),
        {
            "brought_by": doer(_("谁导入的")),
            "handled_by": doer(_("谁经办的")),
            "in_force_by": doer(_("谁启用的")),
        },
        told=("framework__title", "number", "state"),
    ),
    "frameworks.backing": Table(
        _("支撑标准的措施"), {"made_by": doer(_("谁确认的"))}, told=("item__title", "measure__title")
    ),
    "frameworks.entry": Table(
        _("自设栏目的内容"),
        {
            "text": Personal(_("填的内容，例如责任领导"), Kind.IDENTITY, RESPONSIBILITY, Keeping.WORK),
            "made_by": doer(_("谁填的")),
        },
        told=("column__name", "item__title"),
    ),
    "frameworks.assignment": Table(_("责任分解"), {"made_by": doer(_("谁分解的"))}, told=("item__title", "role")),
    "frameworks.crosslink": Table(
        _("标准对照"), {"made_by": doer(_("谁确认的"))}, told=("source__title", "target__title")
    ),
    "frameworks.dispute": Table(
        _("责任异议"),
        {
            "made_by": doer(_("谁提出的")),
            "decided_by": doer(_("谁答复的")),
            "ended_by": doer(_("谁不再沿用的")),
        },
        told=("item__title", "outcome"),
    ),
    "frameworks.filing": Table(
        _("申报"),
        {
            "opened_by": doer(_("谁发起的")),
            "closed_by": doer(_("谁结束的")),
            "packed_by": doer(_("谁打的材料包")),
        },
        told=("title",),
    ),
    "frameworks.piece": Table(
        _("申报材料"),
        {
            "added_by": doer(_("谁放进去的")),
            "judged_by": doer(_("谁审的")),
            "removed_by": doer(_("谁拿掉的")),
        },
        told=("title", "want__code"),
    ),
    "frameworks.passedover": Table(_("不用的推荐材料"), {"said_by": doer(_("谁说不用的"))}, told=("want__code",)),
    "frameworks.proving": Table(_("印证"), {"made_by": doer(_("谁标的"))}, told=("words", "piece__title")),
    "frameworks.figuresource": Table(_("数字来源"), {"made_by": doer(_("谁写的"))}, told=("figure", "source")),
}
