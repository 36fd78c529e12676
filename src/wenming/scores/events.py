"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.scores.models import BETTER_WORDS, TAKEN_WORDS, Missing, Period, RoundKind
from wenming.scores.models.rounds import STATUS_WORDS

EVENTS: Mapping[str, str | Promise] = {
    "scores.make_round": _("新建测评轮次"),
    "scores.change_round": _("改测评轮次"),
    "scores.begin": _("开始测评"),
    "scores.close": _("结束测评"),
    "scores.reopen": _("重新打开测评"),
    "scores.discard": _("删除测评轮次"),
    "scores.open_to": _("设定谁可以看测评轮次"),
    "scores.leave_out": _("设定不适用的测评标准"),
    "scores.measure": _("录入测评数据"),
    "scores.bring_in": _("导入测评数据"),
    "scores.undo_bringing": _("撤销导入的测评数据"),
    "scores.withdraw": _("撤回测评数据"),
    "scores.set_supply": _("设定标准从哪个指标取数"),
    "scores.drop_supply": _("不再从指标取数"),
    "scores.say_effort": _("估计标准要花几天"),
    "scores.take_figures": _("从指标填入测评数据"),
    "scores.note_event": _("登记负面事件"),
    "scores.withdraw_event": _("撤回负面事件"),
}
_ROUND: Mapping[str, str | Promise] = {
    "title": _("名称"),
    "kind": _("类型"),
    "first": _("开始日期"),
    "last": _("结束日期"),
    "missing": _("缺样怎么办"),
    "status": _("称号"),
    "applies_on": _("申报日期"),
    "is_restricted": _("只有点名的人能看"),
    "readers": _("点名的人数"),
    "left_out": _("不适用的"),
    "count": _("数量"),
    "reason": _("原因"),
    "score": _("得分"),
}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {
    "scores.round": _ROUND,
    "scores.measurement": {
        "round": _("测评轮次"),
        "standard": _("测评标准"),
        "value": _("数值"),
        "grade": _("等级"),
        "site": _("点位"),
    },
    "scores.supply": {
        "standard": _("测评标准"),
        "method": _("测评方法"),
        "name": _("指标"),
        "unit": _("单位"),
        "taken": _("怎样取数"),
        "period": _("取哪一段"),
        "target": _("目标"),
        "better": _("高低"),
    },
    "scores.negativeevent": {"entry": _("编号"), "on": _("日期"), "text": _("发生了什么")},
}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {
    "scores.round": {
        "kind": dict(RoundKind.choices),
        "missing": dict(Missing.choices),
        "status": {status.value: word for status, word in STATUS_WORDS.items()},
    },
    "scores.supply": {
        "taken": {taken.value: word for taken, word in TAKEN_WORDS.items()},
        "period": dict(Period.choices),
        "better": {better.value: word for better, word in BETTER_WORDS.items()},
    },
}
RELATED: Mapping[str, Mapping[str, str]] = {
    "scores.measurement": {"round": "scores.round"},
    "scores.supply": {"unit": "places.unit"},
}
