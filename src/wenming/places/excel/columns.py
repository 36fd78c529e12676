"""The sheets of the directory's workbook and their columns: one list for writing, reading and explaining them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from wenming.places.models import AreaKind, UnitKind

AREAS, UNITS, CLASSES = "areas", "units", "classes"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what it takes, how wide it is in characters."""

    key: str
    head: str | Promise
    takes: str | Promise
    width: int
    is_required: bool = False  # a sheet without it is not read
    choices: type[AreaKind] | type[UnitKind] | None = None
    is_one_choice: bool = True  # else several of them


SHEETS: Mapping[str, str | Promise] = {AREAS: _("辖区"), UNITS: _("单位"), CLASSES: _("单位类别")}
EXPLAINED = _("说明")

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    AREAS: (
        Column("code", _("区划代码"), _("县以上 6 位，乡镇街道 9 位，社区（村）12 位；不知道可以不填。"), 16),
        Column("name", _("名称"), _("必填。同一个上级下面不能重名。"), 20, is_required=True),
        Column("kind", _("层级"), _("必填，从下拉清单里选。"), 16, is_required=True, choices=AreaKind),
        Column(
            "parent",
            _("上一级"),
            _("上一级辖区，从最高一级写起，用 / 隔开；也可以写它的区划代码。"),
            40,
            is_required=True,
        ),
    ),
    UNITS: (
        Column("key", _("编号"), _("系统给的编号，用来认出改了名的单位，请不要改。新单位留空。"), 8),
        Column("name", _("全称"), _("必填。公文里的全称，单位和单位类别之间都不能重名。"), 34, is_required=True),
        Column("short", _("简称"), _("表格里显示的叫法；不填就用全称。"), 18),
        Column("kind", _("类型"), _("必填，从下拉清单里选。"), 14, choices=UnitKind),
        Column("area", _("辖区"), _("必填。从最高一级写起，用 / 隔开；也可以写区划代码。"), 40),
        Column("parents", _("上级单位"), _("上级单位的全称，几个用 、 隔开，或者每行一个。"), 30),
        Column("aliases", _("其他叫法"), _("文件里见过的叫法，几个用 、 隔开，或者每行一个。"), 30),
        Column("credit_code", _("统一社会信用代码"), _("18 位；不知道可以不填。"), 24),
        Column("dissolved_on", _("撤销日期"), _("单位撤销的日子，例如 2026-03-05；没有撤销的留空。"), 14),
    ),
    CLASSES: (
        Column("name", _("名称"), _("必填。按名称认出已有的类别。"), 24, is_required=True),
        Column("kinds", _("按类型"), _("类型里的词，几个用 、 隔开。"), 30, choices=UnitKind, is_one_choice=False),
        Column("area", _("限于辖区"), _("写法和单位的辖区一样；不填就是不限。"), 40),
        Column("members", _("逐个指定"), _("单位的全称，几个用 、 隔开，或者每行一个。"), 50),
        Column("aliases", _("其他叫法"), _("几个用 、 隔开，或者每行一个。"), 30),
    ),
}


def in_all_languages(word: str | Promise) -> frozenset[str]:
    """What the word is in each language of the program, as somebody may have typed it."""
    said = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            said.add(plain(str(word)))
    return frozenset(said)


def plain(text: str) -> str:
    """The text without blanks, in small letters: what makes two heads the same."""
    return "".join(text.split()).rstrip("*＊").casefold()


def choices_by_word(choices: type[AreaKind] | type[UnitKind]) -> dict[str, str]:
    """Each word for a choice, in any language, with the choice."""
    return {word: choice.value for choice in choices for word in in_all_languages(choice.label)}
