"""A table of values as it is brought in: a workbook or CSV with our columns; what is not right, by its cell.

Nothing is written here.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import islice
from pathlib import PurePath

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from wenming.places.excel.columns import in_all_languages, plain
from wenming.places.models import Unit
from wenming.reading.files.cells import CellSheet, Line, open_cells
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.messages import say as say_pack
from wenming.rules.frameworks.observed import grade_of, value_of
from wenming.rules.matching import Directory, EntryKind, match
from wenming.rules.scoring.model import Node
from wenming.rules.seen import one_line
from wenming.scores.actions.measuring import Seen
from wenming.scores.models import NAME_LENGTH

HEADS = {
    "standard": gettext_lazy("测评标准"),
    "site": gettext_lazy("点位"),
    "territory": gettext_lazy("属地"),
    "departments": gettext_lazy("行业部门"),
    "value": gettext_lazy("数值"),
    "grade": gettext_lazy("等级"),
    "method": gettext_lazy("测评方法"),
    "note": gettext_lazy("说明"),
}
MOST = 20_000  # rows
_DIGITS = 6  # behind the point of a value
_LARGEST = 1_000_000_000
_HEAD_WITHIN = 20  # rows from the top
_MOST_FAULTS = 100
_PARTING = re.compile(r"[;；、,，\n]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not right, at which cell: B7. Without a cell it is of the whole table."""

    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says: values, or what is not right in it."""

    rows: tuple[Seen, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_table(
    data: bytes, name: str, leaves: Mapping[str, Node], known: Directory, units: Mapping[int, Unit]
) -> Table:
    """The values of a file; every fault where there is one, so that nothing of it comes in."""
    try:
        sheets = [_of_csv(data)] if PurePath(name).suffix.lower() == ".csv" else open_cells(data, name=name)
    except UnreadableDocument as error:
        return _faulty(say(error.code, error.about, get_language() or "zh"))
    except (UnicodeDecodeError, csv.Error):
        return _faulty(_("这份 CSV 读不出来：请另存为 UTF-8 编码，或者改用 Excel 文件。"))
    for sheet in sheets:
        at, places = _heads(sheet)
        if at >= 0:
            if doubled := _doubled(sheet.lines[at]):
                return _faulty(_("有两列都是“%(name)s”，不知道读哪一列：请去掉一列。") % {"name": HEADS[doubled]})
            find = _finder(known, units)
            return _checked(_Read(line, places, leaves, find) for line in sheet.lines[at + 1 :])
    return _faulty(_("没有找到“测评标准”和“数值”两列：请照着说明里的列名填。"))


def _faulty(words: str) -> Table:
    return Table(faults=(Fault("", words),))


def _of_csv(data: bytes) -> CellSheet:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True)
    lines = (Line(number, tuple(cells)) for number, cells in enumerate(rows, 1) if any(cells))
    return CellSheet("csv", tuple(islice(lines, _HEAD_WITHIN + MOST + 1)))  # one more than may be, to tell of it


def _keys() -> dict[str, str]:
    """Which column a head means, in whichever language."""
    return {word: key for key, head in HEADS.items() for word in (*in_all_languages(head), key)}


def _doubled(head: Line) -> str:
    """A column that stands there more than once; empty where there is none."""
    words = _keys()
    there = Counter(words[plain(cell)] for cell in head.cells if plain(cell) in words)
    return next((key for key, count in there.items() if count > 1), "")


def _heads(sheet: CellSheet) -> tuple[int, dict[str, int]]:
    words = _keys()
    for at, line in enumerate(sheet.lines[:_HEAD_WITHIN]):
        found = {words[plain(cell)]: place for place, cell in enumerate(line.cells) if plain(cell) in words}
        if "standard" in found and ("value" in found or "grade" in found):
            return at, found
    return -1, {}


Find = Callable[[str], Unit | None]


def _finder(known: Directory, units: Mapping[int, Unit]) -> Find:
    @cache  # the same names stand in many rows, and looking for one takes its time
    def find(name: str) -> Unit | None:
        entry = match(name, known).entry
        return units.get(entry.id) if entry and entry.kind is EntryKind.UNIT else None

    return find


class _Read:
    """One row of a table by our columns."""

    def __init__(self, line: Line, places: Mapping[str, int], leaves: Mapping[str, Node], find: Find) -> None:
        self._line, self._places, self._find = line, places, find
        self.faults: list[Fault] = []
        self.said = {key: self._cell(key) for key in HEADS}
        self._leaf = leaves.get(self.said["standard"])
        self.is_empty = not any(self.said.values())

    def _cell(self, key: str) -> str:
        place = self._places.get(key, len(self._line.cells))
        return one_line(self._line.cells[place]) if place < len(self._line.cells) else ""

    def seen(self) -> Seen:
        """The row as a value; its faults are told beside it."""
        if self._leaf is None:
            self._fault("standard", _("这一轮的测评体系里没有编号“%(code)s”。") % {"code": self.said["standard"][:40]})
        return Seen(
            self.said["standard"],
            self._value(),
            grade=self._grade(),
            method=self._method(),
            site=self._short("site"),
            territory=self._unit("territory", self.said["territory"]),
            departments=tuple(self._departments()),
            note=self._short("note"),
        )

    def _value(self) -> Decimal:
        try:
            return kept(value_of(self.said["value"], self._leaf))
        except PackError as error:
            self._fault("value", own_words(error, get_language() or "zh"))
            return Decimal(0)

    def _grade(self) -> str:
        try:
            return grade_of(self.said["grade"], self._leaf)[:NAME_LENGTH]
        except PackError as error:
            self._fault("grade", own_words(error, get_language() or "zh"))
            return ""

    def _method(self) -> str:
        said, methods = self.said["method"], self._leaf.methods if self._leaf else ()
        about = {"text": said[:40], "methods": "、".join(methods)}
        if said and methods and said not in methods:
            self._fault("method", _("“%(text)s”不是这条标准的测评方法，可以写%(methods)s。") % about)
        elif not said and len(methods) > 1:  # by none of them it would count for no method's total
            self._fault("method", _("这条标准有几种测评方法，要写明是哪一种：%(methods)s。") % about)
        return said[:NAME_LENGTH]

    def _short(self, key: str) -> str:
        if len(self.said[key]) > NAME_LENGTH:
            self._fault(key, _("太长了，最多 %(most)d 个字。") % {"most": NAME_LENGTH})
        return self.said[key][:NAME_LENGTH]

    def _departments(self) -> Iterable[Unit]:
        for name in filter(None, _PARTING.split(self.said["departments"])):
            unit = self._unit("departments", name.strip())
            if unit:
                yield unit

    def _unit(self, key: str, name: str) -> Unit | None:
        unit = self._find(name) if name else None
        if name and unit is None:
            self._fault(key, _("单位名录里没有“%(name)s”：请改成名录里的名称，或者先加进名录。") % {"name": name[:40]})
        return unit

    def _fault(self, key: str, words: str) -> None:
        cell = f"{xl_col_to_name(self._places.get(key, 0))}{self._line.number}"
        self.faults.append(Fault(cell, words))


def _checked(found: Iterable[_Read]) -> Table:
    rows = list(islice((one for one in found if not one.is_empty), MOST + 1))
    if not rows:
        return _faulty(_("表里没有数据。"))
    if len(rows) > MOST:
        return _faulty(_("一次最多 %(most)d 行，请分成几份。") % {"most": MOST})
    seen = tuple(one.seen() for one in rows)
    faults = tuple(fault for one in rows for fault in one.faults)
    return Table(faults=faults[:_MOST_FAULTS]) if faults else Table(seen)


def kept(value: Fraction) -> Decimal:
    """The value as it is kept, to six digits behind the point; raises PackError for one that is too large."""
    if abs(value) > _LARGEST:
        raise PackError("too_large_number", name="value", most=f"{_LARGEST:,}")
    exact = round(value, _DIGITS)
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def own_words(error: PackError, language: str) -> str:
    """What is wrong with a value, in our words for the column."""
    return say_pack(error, language).replace("“value”", f"“{HEADS['value']}”").replace("“grade”", f"“{HEADS['grade']}”")
