"""Writing the directory's workbook: as it stands, empty to start from, or as it came with its faults marked.

Nothing in a cell is ever a formula; what looks like one is kept as text also when somebody edits it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wenming.places.excel.columns import COLUMNS, EXPLAINED, SHEETS, Column
from wenming.reading.files.cells import CellSheet
from wenming.reading.workbook import FORMULA_SIGNS, cell_text

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_VALIDATED = 50_000  # rows below the head that offer a choice
_MOST_COLUMNS = 60  # of a sheet that is given back
_LONGEST_SHEET_NAME = 31  # characters
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")

Cells = Mapping[str, str]  # key of a column → its text
Marks = Mapping[str, Mapping[tuple[int, int], str]]  # sheet → (row from 1, column from 0) → what is not right


def write_directory(file: IO[bytes], rows: Mapping[str, Iterable[Cells]]) -> None:
    """Write the workbook with these rows; a sheet without any is ready to be filled in."""
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        for key, name in SHEETS.items():
            sheet, looks = book.add_worksheet(str(name)), _Looks(book)
            _begin(sheet, COLUMNS[key], looks)
            for number, cells in enumerate(rows.get(key, ()), start=1):
                for place, column in enumerate(COLUMNS[key]):
                    _write(sheet, (number, place), cells.get(column.key, ""), looks)
        _explain(book)


def write_marked(file: IO[bytes], sheets: Sequence[CellSheet], marks: Marks) -> None:
    """Write the workbook that came, its cells at their places, those that are not right marked and commented."""
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        looks = _Looks(book)
        taken: set[str] = set()
        for sheet in sheets:
            written, marked = book.add_worksheet(_sheet_name(sheet.name, taken)), marks.get(sheet.name, {})
            written.set_column(0, _MOST_COLUMNS, 18)
            _give_back(written, sheet, marked, looks)


def _sheet_name(name: str, taken: set[str]) -> str:
    """The name as Excel bears it, where the file came from a program that bears others; put among those taken."""
    clean = _NO_SHEET_NAME.sub(" ", cell_text(name)).strip("' ")[:_LONGEST_SHEET_NAME].strip("' ")
    found, number = clean or "1", 1
    while found.lower() in taken:
        number += 1
        found = f"{clean[: _LONGEST_SHEET_NAME - 6]} {number}"
    taken.add(found.lower())
    return found


def _give_back(written: Worksheet, sheet: CellSheet, marked: Mapping[tuple[int, int], str], looks: "_Looks") -> None:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), words in marked.items():
        by_row.setdefault(row, {})[column] = words
    for line in sheet.lines:
        wrong = by_row.get(line.number, {})
        for place in sorted({*range(min(len(line.cells), _MOST_COLUMNS)), *wrong}):
            text = line.cells[place] if place < len(line.cells) else ""
            _write(written, (line.number - 1, place), text, looks, is_wrong=place in wrong)
            if place in wrong:
                written.write_comment(line.number - 1, place, cell_text(wrong[place]), {"x_scale": 2})


class _Looks:
    """The formats of a workbook's cells."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        plain = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top", "num_format": "@"}
        wrong = {**plain, "bg_color": "#F9DCD9", "border": 1, "border_color": "#B3261E"}
        self.head: Format = book.add_format({**plain, "bold": True, "bg_color": "#F3EFEA", "bottom": 1})
        self._cells: Mapping[tuple[bool, bool], Format] = {
            (is_wrong, is_quoted): book.add_format({**(wrong if is_wrong else plain), "quote_prefix": is_quoted})
            for is_wrong in (False, True)
            for is_quoted in (False, True)
        }

    def cell(self, text: str, *, is_wrong: bool = False) -> Format:
        """For a cell with that text; what looks like a formula is quoted."""
        return self._cells[is_wrong, text.startswith(FORMULA_SIGNS)]


def _write(sheet: Worksheet, place: tuple[int, int], text: str, looks: _Looks, *, is_wrong: bool = False) -> None:
    clean = cell_text(text)
    if clean:
        sheet.write_string(*place, clean, looks.cell(clean, is_wrong=is_wrong))
    elif is_wrong:
        sheet.write_blank(*place, None, looks.cell("", is_wrong=True))


def _begin(sheet: Worksheet, columns: Sequence[Column], looks: _Looks) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, looks.cell(""))
        sheet.write_string(0, place, str(column.head), looks.head)
        if column.choices and column.is_one_choice:
            offered = {"validate": "list", "source": [str(choice.label) for choice in column.choices]}
            said = {"error_title": str(column.head), "error_message": _("请从下拉清单里选。")}
            sheet.data_validation(1, place, _VALIDATED, place, {**offered, **said})


def _explain(book: xlsxwriter.Workbook) -> None:
    """The sheet that says what each column takes."""
    sheet, looks = book.add_worksheet(str(EXPLAINED)), _Looks(book)
    for place, width in enumerate((12, 20, 70, 60)):
        sheet.set_column(place, place, width)
    for place, word in enumerate((_("表"), _("列"), _("填什么"), _("可填"))):
        sheet.write_string(0, place, word, looks.head)
    for number, line in enumerate(_explanations(), start=1):
        for place, text in enumerate(line):
            _write(sheet, (number, place), text, looks)


def _explanations() -> Iterator[tuple[str, str, str, str]]:
    for key, name in SHEETS.items():
        for column in COLUMNS[key]:
            choices = "、".join(str(choice.label) for choice in column.choices) if column.choices else ""
            yield str(name), str(column.head), str(column.takes), choices
    yield "", "", _("列的先后可以换，不认识的列不读。文件里没有的辖区、单位和类别保持原样，不会删除。"), ""
    yield "", "", _("整列删掉，这一项就不改；留着列而不填，就是清空这一项。曾用名一直保留。"), ""
