"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models import (
    AssignmentRole,
    ColumnKind,
    Crossing,
    Difference,
    DisputeOutcome,
    PieceKind,
    PieceState,
)

JOBS: Mapping[str, str | Promise] = {"pack_filing": _("打申报材料包")}
EVENTS: Mapping[str, str | Promise] = {
    "frameworks.open_filing": _("发起申报"),
    "frameworks.close_filing": _("结束申报"),
    "frameworks.reopen_filing": _("重新打开申报"),
    "frameworks.add_piece": _("放入申报材料"),
    "frameworks.replace_piece": _("替换申报材料"),
    "frameworks.take_piece_away": _("拿掉申报材料"),
    "frameworks.put_piece_back": _("放回申报材料"),
    "frameworks.date_piece": _("改申报材料的日期"),
    "frameworks.judge_piece": _("审申报材料"),
    "frameworks.accept_pieces": _("批量通过申报材料"),
    "frameworks.pass_over": _("不用推荐的材料"),
    "frameworks.look_again": _("重新看推荐的材料"),
    "frameworks.mark_proving": _("标出印证语句"),
    "frameworks.unmark_proving": _("取消印证语句"),
    "frameworks.source_figures": _("写明数字来源"),
    "frameworks.pack_filing": _("打申报材料包"),
    "frameworks.bring_in": _("导入测评体系"),
    "frameworks.put_in_force": _("启用测评体系"),
    "frameworks.discard": _("删除测评体系的草稿"),
    "frameworks.rename": _("改测评体系的名称"),
    "frameworks.set_points": _("改分值"),
    "frameworks.back": _("确认措施是否支撑标准"),
    "frameworks.assign": _("分解责任"),
    "frameworks.take_back": _("收回责任"),
    "frameworks.link": _("确认标准对照"),
    "frameworks.dispute": _("对责任分解提出异议"),
    "frameworks.withdraw_dispute": _("撤回责任异议"),
    "frameworks.decide_dispute": _("答复责任异议"),
    "frameworks.end_ruling": _("不再沿用责任异议的决定"),
    "frameworks.assign_as_written": _("按测评体系里写的单位分解责任"),
    "frameworks.apply_table": _("从 Excel 导入责任分解表"),
    "frameworks.add_column": _("加自设栏目"),
    "frameworks.rename_column": _("改自设栏目的名称"),
    "frameworks.move_column": _("挪自设栏目"),
    "frameworks.remove_column": _("删除自设栏目"),
    "frameworks.fill_in": _("填自设栏目"),
}
_EDITION: Mapping[str, str | Promise] = {
    "edition": _("第几版"),
    "standards": _("测评标准"),
    "carried": _("沿用的责任"),
    "count": _("数量"),
    "role": _("角色"),
    "name": _("单位或类别"),
    "unknown": _("名录里没有的名称"),
    "item": _("测评标准"),
    "unit": _("单位"),
    "unit_class": _("单位类别"),
    "column": _("栏目"),
    "kind": _("填什么"),
    "text": _("内容"),
    "added": _("新增"),
    "changed": _("改角色"),
    "removed": _("收回"),
    "entries": _("自设栏目的内容"),
}
_PIECE: Mapping[str, str | Promise] = {
    "kind": _("种类"),
    "title": _("名称"),
    "unit": _("单位"),
    "code": _("标准编号"),
    "number": _("第几份"),
    "version": _("第几版"),
    "state": _("审核结果"),
    "reason": _("原因"),
    "first": _("材料从哪天起"),
    "last": _("材料到哪天止"),
    "words": _("印证语句"),
    "page": _("第几页"),
    "count": _("数量"),
}
_FILING: Mapping[str, str | Promise] = {
    "title": _("名称"),
    "first": _("材料从哪天起"),
    "last": _("材料到哪天止"),
    "due": _("申报截止"),
    "count": _("数量"),
    "sha256": _("校验码"),
}
_DISPUTE: Mapping[str, str | Promise] = {
    "item": _("测评标准"),
    "wanted": _("第几份材料"),
    "unit": _("单位"),
    "role": _("角色"),
    "reason": _("原因"),
    "whose": _("应当是哪个单位的"),
    "outcome": _("结论"),
    "given_to": _("改由哪个单位负责"),
    "answer": _("答复"),
}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {
    "frameworks.dispute": _DISPUTE,
    "frameworks.filing": _FILING,
    "frameworks.want": {"count": _("数量")},
    "frameworks.piece": _PIECE,
    "frameworks.edition": _EDITION,
    "frameworks.framework": {"title": _("名称")},
    "frameworks.item": {"points": _("分值"), "measure": _("措施"), "serves": _("是否支撑")}
    | {"target": _("对照的标准"), "relation": _("关系"), "differs": _("不同之处")},
}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {
    "frameworks.item": {"relation": dict(Crossing.choices), "differs": dict(Difference.choices)},
    "frameworks.dispute": {"role": dict(AssignmentRole.choices), "outcome": dict(DisputeOutcome.choices)},
    "frameworks.piece": {"kind": dict(PieceKind.choices), "state": dict(PieceState.choices)},
    "frameworks.edition": {"role": dict(AssignmentRole.choices), "kind": dict(ColumnKind.choices)},
}
RELATED: Mapping[str, Mapping[str, str]] = {
    "frameworks.dispute": {"item": "frameworks.item", "unit": "places.unit", "given_to": "places.unit"},
    "frameworks.piece": {"unit": "places.unit"},
    "frameworks.item": {"measure": "plans.measure", "target": "frameworks.item"},
    "frameworks.edition": {"item": "frameworks.item", "unit": "places.unit", "unit_class": "places.unitclass"},
}
