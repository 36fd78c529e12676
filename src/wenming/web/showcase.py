"""What the page of components shows: one invented example for each state."""

from dataclasses import dataclass

from django import forms
from django.core.paginator import Page, Paginator


class ShowcaseForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="方案名称", help_text="与文件上的标题一致，便于查找。", max_length=40)
    unit = forms.ChoiceField(label="牵头单位", choices=[("", "请选择"), ("1", "县教育局"), ("2", "县城管局")])
    note = forms.CharField(label="说明", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    due_on = forms.DateField(label="完成时限", widget=forms.DateInput(attrs={"type": "date"}))
    roles = forms.MultipleChoiceField(
        label="责任", choices=[("lead", "牵头"), ("cooperating", "配合")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="这一条已经核对", help_text="核对过的条目，再导入新版时会保留。")


@dataclass(frozen=True)
class Tab:
    """One of several views of the same thing."""

    label: str
    address: str
    is_current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Node:
    """A heading or a leaf of an outline."""

    title: str
    address: str = ""
    count: int | None = None
    is_current: bool = False
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Piece:
    """A run of text in a comparison: same, gone or new."""

    kind: str
    text: str


@dataclass(frozen=True)
class Sides:
    """A sentence in the old and in the new version; an empty side has none."""

    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Row:
    """A line of the sample table."""

    measure: str
    lead: str
    cooperating: str
    frequency: str
    due: str
    status: str
    done: str


ROWS = (
    Row("楼道杂物清理", "县住建局", "各街道、各社区", "每周1次", "2026-12-31", "met", "12/12 个社区"),
    Row("背街小巷路灯巡修", "县城管局", "县供电公司", "每月不少于2次", "2026-11-30", "due", "7/9 条街巷"),
    Row("文明用餐进食堂", "县教育局", "县市场监管局", "每学期1次", "2026-06-30", "late", "31/34 所学校"),
    Row("志愿服务站点轮值", "团县委", "各单位", "每周不少于3天", "长期", "open", "18/26 个站点"),
    Row("集镇公厕保洁", "县卫健局", "各乡镇", "每天2次", "2026-10-31", "missed", "4/11 个集镇"),
    Row("便民服务点", "县商务局", "各街道", "每季度1次", "2027-01-31", "waiting", "0/5 个街道"),
    Row("校门口护学岗", "县公安局", "县教育局", "每天", "长期", "disputed", "28/31 所学校"),
    Row("老旧小区晾晒点", "县住建局", "各社区", "", "2027-06-30", "exempt", "—"),
)
TABS = (
    Tab("按措施", "?view=measure", is_current=True, count=132),
    Tab("按单位", "?view=unit", count=64),
    Tab("按时限", "?view=term"),
)
OUTLINE = (
    Node(
        "一、市容环境",
        count=3,
        children=(
            Node(
                "（一）楼道与庭院",
                children=(Node("1. 楼道杂物清理", "#outline", is_current=True), Node("2. 晾晒点", "#outline")),
            ),
            Node("（二）街巷照明", "#outline"),
        ),
    ),
    Node("二、公共秩序", count=1, children=(Node("1. 非机动车停放", "#outline"),)),
)
DIFFERENCES = (
    Sides(
        (Piece("same", "县城管局每月巡查路灯不少于"), Piece("gone", "一次"), Piece("same", "。")),
        (Piece("same", "县城管局每月巡查路灯不少于"), Piece("new", "两次"), Piece("same", "，坏灯三日内修复。")),
    ),
    Sides((), (Piece("new", "各集镇公厕每天保洁两次。"),)),
)


def page(number: int) -> Page[int]:
    """A page of a long list."""
    return Paginator(range(1, 241), 20).page(number)


def refused_form() -> ShowcaseForm:
    """The form as it comes back with what was typed and what is wrong."""
    return ShowcaseForm({"title": "", "unit": "2", "note": "按街道分片", "due_on": "0403年"}, auto_id="refused_%s")
