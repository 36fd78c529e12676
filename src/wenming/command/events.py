"""The verbs of this room's events, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: dict[str, Promise] = {
    "command.add_group": _("设立机构"),
    "command.change_group": _("修改机构"),
    "command.end_group": _("撤销机构"),
    "command.remove_group": _("删去误登的机构"),
    "command.add_seat": _("安排职位"),
    "command.replace_seat": _("职位换人"),
    "command.end_seat": _("结束职位"),
    "command.remove_seat": _("删去误登的职位"),
    "command.move_seat": _("调整职位次序"),
    "command.add_link": _("安排挂点"),
    "command.replace_link": _("挂点换人"),
    "command.end_link": _("结束挂点"),
    "command.remove_link": _("删去误登的挂点"),
}
_HELD = {
    "user": _("人员"),
    "name": _("姓名"),
    "post": _("职务"),
    "unit": _("单位"),
    "since": _("第一天"),
    "until": _("最后一天"),
}
FIELDS = {
    "command.group": {
        "name": _("名称"),
        "kind": _("类型"),
        "parent": _("上级机构"),
        "area": _("辖区"),
        "host": _("设在哪个单位"),
        "since": _("第一天"),
        "until": _("最后一天"),
        "seats": _("随之结束的职位"),
    },
    "command.seat": {"group": _("机构"), "title": _("职位"), **_HELD, "order": _("次序")},
    "command.link": {"kind": _("方式"), "area": _("辖区"), "site": _("点位"), **_HELD},
}
HISTORY = {"command.group": "command_edit"}
