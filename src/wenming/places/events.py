"""The verbs of this room's events, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: dict[str, Promise] = {
    "places.add_area": _("增加辖区"),
    "places.change_area": _("修改辖区"),
    "places.remove_area": _("删除辖区"),
    "places.add_unit": _("增加单位"),
    "places.change_unit": _("修改单位资料"),
    "places.add_class": _("增加单位类别"),
    "places.change_class": _("修改单位类别"),
    "places.learn_alias": _("记住其他叫法"),
    "places.forget_alias": _("取消其他叫法"),
    "places.merge_units": _("合并重复登记的单位"),
    "places.rename_unit": _("单位更名"),
    "places.join_units": _("机构合并"),
    "places.split_unit": _("机构分设"),
    "places.dissolve_unit": _("撤销单位"),
    "places.undo_change": _("撤回单位变更"),
    "places.import_directory": _("从 Excel 导入单位名录"),
    "places.tell_apart": _("说明是两家单位"),
    "places.take_apart_back": _("撤回“两家不同”"),
}
FIELDS = {
    "places.unit": {
        "name": _("全称"),
        "short": _("简称"),
        "kind": _("类型"),
        "area": _("辖区"),
        "parents": _("上级单位"),
        "aliases": _("其他叫法"),
        "credit_code": _("统一社会信用代码"),
        "dissolved_on": _("撤销日期"),
        "on": _("生效日期"),
        "basis": _("依据"),
    },
    "places.unitclass": {"name": _("名称"), "kinds": _("类型"), "area": _("辖区"), "aliases": _("其他叫法")},
    "places.area": {"name": _("名称"), "kind": _("层级"), "code": _("区划代码"), "parent": _("上一级")},
}
HISTORY = {"places.unit": "unit_edit", "places.unitclass": "unit_edit"}
