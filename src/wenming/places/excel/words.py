"""What comparing a workbook says to people: each fault with its cell, each change field by field, why it stopped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.places.code_words import area_fault_words, credit_fault_words
from wenming.places.excel.columns import COLUMNS, SHEETS, Column
from wenming.places.excel.tasks import STALE
from wenming.places.models import Area, AreaKind, Finding
from wenming.reading.messages import SENTENCES, say
from wenming.rules.codes import Fault, Wrong

STAGE_WORDS: Mapping[str, str | Promise] = {
    "open": gettext_lazy("打开文件"),
    "compare": gettext_lazy("逐行核对"),
    "write": gettext_lazy("写入单位名录"),
}

_WORDS: Mapping[str, str | Promise] = {
    "no_sheet": gettext_lazy("文件里没有“辖区”“单位”“单位类别”这几张表，也没有哪张表的表头有“全称”一列。"),
    "no_column": gettext_lazy("没有找到“%(column)s”这一列。请在表头里补上，别的列可以不要。"),
    "required": gettext_lazy("“%(column)s”要填。"),
    "too_long": gettext_lazy("“%(column)s”每个不超过 %(limit)s 个字。"),
    "slash": gettext_lazy("辖区名称里不能有 /。"),
    "not_in_list": gettext_lazy("“%(column)s”里的“%(value)s”不在清单里，可填：%(choices)s。"),
    "no_area": gettext_lazy("没有“%(value)s”这个辖区。请从最高一级写起，或者先在“辖区”表里加上。"),
    "area_unclear": gettext_lazy("“%(value)s”可能是几个辖区，请从最高一级写起，或者写区划代码。"),
    "twice": gettext_lazy("和第 %(other)s 行是同一个，请只留一行。"),
    "wrong_place": gettext_lazy("%(kind)s不能放在“%(above)s”下面，请写更高一级的辖区。"),
    "out_of_reach": gettext_lazy("这里不在您负责的辖区内，请由那里的文明办或上一级来改。"),
    "area_code_taken": gettext_lazy("代码 %(value)s 已经是另一个辖区的了。"),
    "name_taken": gettext_lazy("“%(value)s”已经有了，名称不能重复。"),
    "below_unfit": gettext_lazy("下级“%(below)s”会不符合要求：层级要比上级低。"),
    "no_such_number": gettext_lazy("名录里没有编号 %(value)s 的单位。新单位请把编号留空。"),
    "credit_code_taken": gettext_lazy("代码 %(value)s 已经登记在另一个单位名下。"),
    "no_day": gettext_lazy("“%(value)s”认不出是哪一天，请写成 2026-03-05 这样。"),
    "not_yet": gettext_lazy("%(value)s 还没有到。请到那天再填。"),
    "stays_dissolved": gettext_lazy("这个单位已于 %(value)s 撤销。要撤回或改日期，请在单位页面的沿革里办理。"),
    "own_parent": gettext_lazy("“%(value)s”会成为自己的上级，请看看上级的上级。"),
    "no_unit": gettext_lazy("没有全称是“%(value)s”的单位。请写全称，或者先在“单位”表里加上。"),
    "is_dissolved": gettext_lazy("“%(value)s”已经撤销，不能再选。"),
    "nobody_in_class": gettext_lazy("请填类型，或逐个指定单位，不然这一类里没有单位。"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: where, what, and its fields before and after."""

    where: str
    name: str
    sentence: str = ""
    fields: tuple[tuple[str, str, str], ...] = ()


def told(finding: Finding) -> Told:
    """The finding in the reader's language."""
    sheet = str(finding.about.get("sheet") or SHEETS.get(finding.sheet, ""))
    if finding.what == "fault":
        cell = finding.about.get("cell", "")
        return Told(f"{sheet}!{cell}" if cell else sheet, finding.name, fault_sentence(finding))
    where = _("%(sheet)s第 %(row)s 行") % {"sheet": sheet, "row": finding.row}
    return Told(where, finding.name, fields=tuple(_fields(finding)) if finding.what == "changed" else ())


def fault_sentence(finding: Finding) -> str:
    """What is not right in a cell, and what to do."""
    code, gaps = finding.about["code"], finding.about.get("gaps", {})
    if code == "area_code":
        sentence = area_fault_words(_wrong(gaps), AreaKind(gaps["kind"]), Area(name=gaps["above"]))
        below = gaps.get("below")
        return _("下级“%(name)s”会不符合要求：%(reason)s") % {"name": below, "reason": sentence} if below else sentence
    if code == "credit_code":
        return credit_fault_words(_wrong(gaps))
    column = _column(finding.sheet, finding.about.get("column", ""))
    words = {**gaps, "column": column.head if column else "", "choices": _choices(column)}
    if "kind" in gaps:
        words["kind"] = AreaKind(gaps["kind"]).label
    return str(_WORDS[code]) % words


def _wrong(gaps: Mapping[str, Any]) -> Fault:
    return Fault(Wrong(gaps["wrong"]), gaps["expected"], gaps.get("place", 0), gaps["found"])


def _column(sheet: str, key: str) -> Column | None:
    return next((column for column in COLUMNS.get(sheet, ()) if column.key == key), None)


def _choices(column: Column | None) -> str:
    return "、".join(str(choice.label) for choice in column.choices) if column and column.choices else ""


def _fields(finding: Finding) -> Iterator[tuple[str, str, str]]:
    for key, (old, new) in finding.about.items():
        column = _column(finding.sheet, key)
        yield str(column.head) if column else key, _said(column, old), _said(column, new)


def _said(column: Column | None, value: str | list[str]) -> str:
    labels = {choice.value: str(choice.label) for choice in column.choices} if column and column.choices else {}
    values = value if isinstance(value, list) else [value]
    return "、".join(labels.get(one, one) for one in values)


def why_stopped(job: Job, language: str) -> str:
    """One sentence that says why the job came to no end."""
    if job.code == STALE:
        return _("核对以后，单位名录又有了别的改动，所以什么也没有写入。请再核对一次。")
    if job.code in SENTENCES:
        return say(job.code, {key: str(value) for key, value in job.about.items()}, language)
    if job.code == jobs.LOST:
        return _("后台程序中断了几次，已经停下，单位名录没有改动。可以再核对一次。")
    return _("出了差错，已经记入日志，单位名录没有改动。可以再核对一次；还是不行，请告诉管理员。")
