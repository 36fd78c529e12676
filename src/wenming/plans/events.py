"""The verbs of this room in words, and the fields that its events tell; all are told of the plan."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wenming.plans.models import Act, MarkState, VersionState
from wenming.plans.term_words import KIND_WORDS, ROLE_WORDS

EVENTS = {
    "plans.import": _("导入方案"),
    "plans.read": _("读取方案"),
    "plans.rename": _("给方案改名"),
    "plans.discard": _("删除方案的一个版本"),
    "plans.review": _("核对方案"),
    "plans.put_in_force": _("将方案付诸执行"),
}
FIELDS = {
    "plans.plan": {
        "title": _("名称"),
        "version": _("版本"),
        "file_name": _("文件"),
        "sha256": _("文件的 SHA-256"),
        "state": _("状态"),
        "code": _("原因"),
        "job": _("任务"),
        "in_spite_of_doubts": _("存疑留待以后"),
        "measures": _("措施"),
        "duties": pgettext_lazy("count", "责任"),
        "terms": _("要求"),
        "doubts": _("存疑"),
        "act": _("做法"),
        "undone": _("撤销的是"),
        "count": _("处数"),
        "mark": _("标注"),
        "measure_id": _("所属措施"),
        "name": _("名称"),
        "role": _("责任角色"),
        "unit_id": _("单位"),
        "unit_class_id": _("单位类别"),
        "reason": _("对应的理由"),
        "kind": _("类型"),
        "value": _("值"),
        "path": _("章节"),
        "text": _("原文"),
        "start": _("起点"),
        "end": _("终点"),
    },
}
VALUES = {
    "plans.plan": {
        "act": dict(Act.choices),
        "undone": dict(Act.choices),
        "state": dict(MarkState.choices) | dict(VersionState.choices),
        "role": {role.value: word for role, word in ROLE_WORDS.items()},
        "kind": {kind.value: word for kind, word in KIND_WORDS.items()},
        "mark": {"measure": _("措施"), "duty": pgettext_lazy("count", "责任"), "term": _("要求")},
        "job": {"read_plan": _("读取方案")},
    },
}
RELATED = {"plans.plan": {"unit_id": "places.unit", "unit_class_id": "places.unitclass", "measure_id": "plans.measure"}}
HISTORY = {"plans.plan": "plan_review"}
JOBS = {"read_plan": _("读取方案")}
