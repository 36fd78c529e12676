"""Figures as an Excel workbook: the empty one to fill in, and what a filled one says, cell by cell.

Nothing is entered here: what is not right is told at its cell, and what is right is shown before anybody confirms it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.places.excel.cells import day_in
from wenming.places.excel.columns import in_all_languages, plain
from wenming.reading.files.cells import CellSheet, Line
from wenming.reading.workbook import cell_text
from wenming.rules.seen import one_line
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.actions import plainly
from wenming.work.figures.series import Place, Series
from wenming.work.models.records import SOURCE_LENGTH

MOST_ROWS = 500  # of one workbook
HEADS = {
    "unit": gettext_lazy("单位"),
    "name": gettext_lazy("数据"),
    "measured_in": gettext_lazy("计量单位"),
    "on": gettext_lazy("日期"),
    "value": gettext_lazy("数值"),
    "source": gettext_lazy("来源"),
}
_ASKED = ("unit", "name", "on", "value", "source")
_WIDTHS = (20, 32, 10, 14, 14, 32)
OF_ALL = gettext_lazy("全县")
_HEAD_WITHIN = 20  # rows from the top
_SMALLEST, _LARGEST = Decimal("0.0001"), Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not right, at which cell: D7. Without a cell it is of the whole workbook."""

    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """One row that can be entered; ``doubt`` is what a person should look at."""

    row: int
    place: Place
    on: date
    value: Decimal
    source: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """All that a workbook says: either something is not right, or every row can be entered."""

    rows: Sequence[Told]
    faults: Sequence[Fault]
    same: int = 0  # rows that say what is known already


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows are compared with: units by their names, series that may be entered, values that are known."""

    units: Mapping[str, int]
    series: Mapping[Place, Series]
    values: Mapping[tuple[str, int, date], Decimal]
    today: date


def empty(rows: Iterable[tuple[str, Series]]) -> bytes:
    """The workbook to fill in: a row for each series by its unit's name."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet, head = book.add_worksheet(_("指标数据")), book.add_format({"bold": True, "bg_color": "#F3EFEA"})
        text, day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for place, (word, width) in enumerate(zip(HEADS.values(), _WIDTHS, strict=True)):
            sheet.set_column(place, place, width, day if place == 3 else None)
            sheet.write_string(0, place, str(word), head)
        for number, (unit, series) in enumerate(rows, start=1):
            for place, words in enumerate((unit, series.name, series.measured_in)):
                sheet.write_string(number, place, cell_text(words), text)
    return file.getvalue()


def check(sheets: Sequence[CellSheet], known: Known) -> Checked:
    """What the first sheet with our heads says."""
    for sheet in sheets:
        at, places = _heads(sheet)
        if at >= 0:
            return _check(sheet.lines[at + 1 :], places, known)
    words = _("没有找到“单位、数据、日期、数值、来源”这几列。请下载空表，照着填。")
    return Checked((), (Fault("", words),))


def _heads(sheet: CellSheet) -> tuple[int, dict[str, int]]:
    """Which line bears all our heads, and where each is; -1 where none does."""
    words = {word: key for key, head in HEADS.items() for word in in_all_languages(head)}
    for at, line in enumerate(sheet.lines[:_HEAD_WITHIN]):
        found = {words[plain(cell)]: place for place, cell in enumerate(line.cells) if plain(cell) in words}
        if all(key in found for key in _ASKED):
            return at, found
    return -1, {}


def _check(lines: Sequence[Line], places: Mapping[str, int], known: Known) -> Checked:
    filled = [line for line in lines if _cell(line, places["on"]) or _cell(line, places["value"])]
    if not filled:
        return Checked((), (Fault("", _("表里还没有填日期和数值。")),))
    if len(filled) > MOST_ROWS:
        return Checked((), (Fault("", _("超过 %(most)d 行，请分成几份导入。") % {"most": MOST_ROWS}),))
    rows, faults, seen, same = [], [], dict[tuple[str, int, date], int](), 0
    for line in filled:
        row = _Row(line, places, known)
        told = row.told()
        faults += row.faults
        if told is None:
            continue
        key = (*told.place, told.on)
        if known.values.get(key) == told.value:
            same += 1
        elif key in known.values:
            faults.append(row.fault("value", _already(known.values[key])))
        elif key in seen:
            faults.append(row.fault("on", _("与第 %(row)d 行是同一天的同一项数据。") % {"row": seen[key]}))
        else:
            seen[key] = line.number
            rows.append(told)
    return Checked(rows, faults, same)


def _already(value: Decimal) -> str:
    return _("这一天已有数据 %(value)s；要改请到这项数据的页面上更正。") % {"value": plainly(value)}


class _Row:
    """One row on its way to be told."""

    def __init__(self, line: Line, places: Mapping[str, int], known: Known) -> None:
        self.line, self.places, self.known = line, places, known
        self.faults: list[Fault] = []

    def told(self) -> Told | None:
        """What it says; None where something in it is not right."""
        place, on, value = self._place(), self._on(), self._value()
        source = one_line(self._text("source"))
        if not source or len(source) > SOURCE_LENGTH:
            self._refuse("source", _("请写明来源，%(most)d 字以内。") % {"most": SOURCE_LENGTH})
        if self.faults or place is None or on is None or value is None:
            return None
        is_share = self.known.series[place].measured_in == "%" and 0 < value < 1
        doubt = (
            _("按 %(value)s%% 计；如果原表是百分数格式，请改成 0 到 100 的数。") % {"value": plainly(value)}
            if is_share
            else ""
        )
        return Told(self.line.number, place, on, value, source, doubt)

    def fault(self, column: str, words: str) -> Fault:
        """Something is not right in a column of this row."""
        return Fault(f"{chr(ord('A') + min(self.places[column], 25))}{self.line.number}", words)

    def _refuse(self, column: str, words: str) -> None:
        self.faults.append(self.fault(column, words))

    def _text(self, column: str) -> str:
        return _cell(self.line, self.places[column])

    def _place(self) -> Place | None:
        name, given = one_line(self._text("name")), one_line(self._text("unit"))
        unit = ALL if plain(given) in in_all_languages(OF_ALL) else self.known.units.get(given)
        if unit is None:
            self._refuse(
                "unit", _("没有叫“%(name)s”的单位，请写名录里的全称或简称；全县的写“全县”。") % {"name": given}
            )
        elif (name, unit) not in self.known.series:
            words = _("“%(name)s”不是这个单位要填的数据，或者不由您填。")
            self._refuse("name", words % {"name": name})
        else:
            return name, unit
        return None

    def _on(self) -> date | None:
        text = self._text("on")
        on = day_in(text)
        if on is None:
            self._refuse("on", _("“%(text)s”不是日期，请写成 2026-03-31。") % {"text": text})
        elif on > self.known.today:
            self._refuse("on", _("%(day)s 还没有到，等有了数据再填。") % {"day": on})
        return on

    def _value(self) -> Decimal | None:
        text = self._text("value").replace(",", "").replace("，", "")
        try:
            value = Decimal(text.rstrip("%％ "))
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or abs(value) >= _LARGEST:
            self._refuse("value", _("“%(text)s”不是数，请只填数字，例如 95.5。") % {"text": text})
            return None
        return value.quantize(_SMALLEST)


def _cell(line: Line, place: int) -> str:
    return line.cells[place].strip() if place < len(line.cells) else ""
