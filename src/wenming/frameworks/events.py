"""The verbs of this room in words, and the fields that its events tell."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.frameworks.models import AssignmentRole

EVENTS: Mapping[str, str | Promise] = {
    "frameworks.bring_in": _("导入测评体系"),
    "frameworks.put_in_force": _("启用测评体系"),
    "frameworks.discard": _("删除测评体系的草稿"),
    "frameworks.rename": _("改测评体系的名称"),
    "frameworks.set_points": _("改分值"),
    "frameworks.back": _("确认措施是否支撑标准"),
    "frameworks.assign": _("分解责任"),
    "frameworks.take_back": _("收回责任"),
    "frameworks.assign_as_written": _("按测评体系里写的单位分解责任"),
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
}
FIELDS: Mapping[str, Mapping[str, str | Promise]] = {
    "frameworks.edition": _EDITION,
    "frameworks.framework": {"title": _("名称")},
    "frameworks.item": {"points": _("分值"), "measure": _("措施"), "serves": _("是否支撑")},
}
VALUES: Mapping[str, Mapping[str, Mapping[str, str | Promise]]] = {
    "frameworks.edition": {"role": dict(AssignmentRole.choices)},
}
RELATED: Mapping[str, Mapping[str, str]] = {
    "frameworks.item": {"measure": "plans.measure"},
    "frameworks.edition": {"item": "frameworks.item", "unit": "places.unit", "unit_class": "places.unitclass"},
}
