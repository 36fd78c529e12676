"""What is personal in this room."""

from django.utils.translation import gettext_lazy as _

from wenming.audit.personal_data import doer
from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose, Table

COMMAND = Purpose(
    _("同事之间知道谁在指挥体系中负责什么，以后查得清某一天由谁负责"),
    _("履行法定职责所必需（个人信息保护法第十三条第一款第三项、第三十四条）"),
)
_DOERS = {"entered_by": doer(_("谁登记的")), "ended_by": doer(_("谁结束的"))}
_HOLDER = {
    "user": Personal(_("谁担任"), Kind.IDENTITY, COMMAND, Keeping.WORK),
    "name": Personal(_("姓名"), Kind.IDENTITY, COMMAND, Keeping.WORK),
    "post": Personal(_("职务"), Kind.IDENTITY, COMMAND, Keeping.WORK),
    **_DOERS,
}

TABLES = {
    "command.group": Table(_("指挥体系的机构"), _DOERS, told=("name", "since", "until")),
    "command.seat": Table(_("指挥体系的职位"), _HOLDER, whose="user", told=("group__name", "title", "since", "until")),
    "command.link": Table(_("领导挂点"), _HOLDER, whose="user", told=("kind", "area__name", "site", "since", "until")),
}
