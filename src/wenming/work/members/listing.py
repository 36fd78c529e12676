"""A list of people as it is brought in: pasted, or as a workbook with our columns; what is not right, by its cell.

Nothing is written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter.utility import xl_col_to_name

from wenming.places.excel.cells import day_in
from wenming.places.excel.columns import in_all_languages, plain
from wenming.reading.files.cells import CellSheet
from wenming.reading.files.cells import Line as SheetLine
from wenming.reading.workbook import cell_text
from wenming.rules.seen import one_line
from wenming.work.models import Member
from wenming.work.models.records import NAME_LENGTH
from wenming.work.records.roster import MOST_PEOPLE, Person

HEADS = {
    "name": gettext_lazy("姓名"),
    "office": gettext_lazy("职务、科室或村（社区）"),
    "since": gettext_lazy("从哪天起"),
    "until": gettext_lazy("到哪天止"),
}
_WIDTHS = (14, 28, 14, 14)
_HEAD_WITHIN = 20  # rows from the top


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody of a list; a day that is not said changes nothing of what is known."""

    name: str
    office: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not right, at which cell: B7. Without a cell it is of the whole list."""

    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: rows, or what is not right in it."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()


def of_people(people: Iterable[Person]) -> Listed:
    """A pasted list: names and offices."""
    return Listed(tuple(Row(one.name, one.office) for one in people))


def of_sheets(sheets: Sequence[CellSheet]) -> Listed:
    """What the first sheet with a column 姓名 says; all its rows, or every fault."""
    for sheet in sheets:
        at, places = _heads(sheet)
        if at >= 0:
            return _checked([_Read(line, places) for line in sheet.lines[at + 1 :]])
    return Listed(faults=(Fault("", _("没有找到“姓名”这一列。请下载空表，照着填。")),))


def _heads(sheet: CellSheet) -> tuple[int, dict[str, int]]:
    words = {word: key for key, head in HEADS.items() for word in in_all_languages(head)}
    for at, line in enumerate(sheet.lines[:_HEAD_WITHIN]):
        found = {words[plain(cell)]: place for place, cell in enumerate(line.cells) if plain(cell) in words}
        if "name" in found:
            return at, found
    return -1, {}


class _Read:
    """One row of a sheet by our columns."""

    def __init__(self, line: SheetLine, places: Mapping[str, int]) -> None:
        self._line, self._places = line, places
        self.faults: list[Fault] = []
        said = {key: self._said(key) for key in HEADS}
        self.is_empty = not any(said.values())
        self.row = Row(self._name(said["name"]), self._office(said["office"]), self._day("since"), self._day("until"))
        if self.row.since and self.row.until and self.row.until < self.row.since:
            self.fault("until", _("结束的日子不能早于开始的日子。"))

    def _said(self, key: str) -> str:
        place = self._places.get(key, len(self._line.cells))
        return one_line(self._line.cells[place]) if place < len(self._line.cells) else ""

    def _name(self, said: str) -> str:
        if not said and not self.is_empty:
            self.fault("name", _("没有写姓名。"))
        return self._short("name", "".join(said.split()) if not said.isascii() else said)

    def _office(self, said: str) -> str:
        return self._short("office", said)

    def _short(self, key: str, said: str) -> str:
        if len(said) > NAME_LENGTH:
            self.fault(key, _("太长了，最多 %(most)d 个字。") % {"most": NAME_LENGTH})
        return said

    def _day(self, key: str) -> date | None:
        said = self._said(key).removesuffix(" 00:00:00")
        day = day_in(said) if said else None
        if said and (day is None or not 1900 <= day.year <= 2199):
            self.fault(key, _("看不出是哪一天，请写成 2026-03-05 这样。"))
            return None
        return day

    def fault(self, key: str, words: str) -> None:
        """Something is not right in a cell of this row."""
        cell = f"{xl_col_to_name(self._places.get(key, 0))}{self._line.number}"
        self.faults.append(Fault(cell, words))


def _checked(found: Sequence[_Read]) -> Listed:
    rows = [one for one in found if not one.is_empty]
    seen: set[tuple[str, str]] = set()
    for one in rows:
        who = (one.row.name, one.row.office)
        if who in seen and one.row.name:
            one.fault("name", _("前面已有同名同职务的一行；两个人的，请写上职务或科室区分。"))
        seen.add(who)
    faults = tuple(fault for one in rows for fault in one.faults)
    if len(rows) > MOST_PEOPLE:
        faults = (Fault("", _("一次最多 %(most)d 人，请分成几份。") % {"most": MOST_PEOPLE}),)
    if not rows:
        faults = (Fault("", _("名单里没有人。")),)
    return Listed(faults=faults) if faults else Listed(tuple(one.row for one in rows))


def workbook(members: Iterable[Member]) -> bytes:
    """The roll with our columns, as it can be brought in again; empty to be filled in."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet, head = book.add_worksheet(_("名册")), book.add_format({"bold": True, "bg_color": "#F3EFEA"})
        text = book.add_format({"num_format": "@"})
        sheet.freeze_panes(1, 0)
        for place, (word, width) in enumerate(zip(HEADS.values(), _WIDTHS, strict=True)):
            sheet.set_column(place, place, width, text)
            sheet.write_string(0, place, str(word), head)
        for number, one in enumerate(members, start=1):
            days = [day.isoformat() if day else "" for day in (one.since, one.until)]
            for place, words in enumerate((one.name, one.office, *days)):
                sheet.write_string(number, place, cell_text(words), text)
    return file.getvalue()


def attendance(rows: Iterable[tuple[str, int]]) -> bytes:
    """How often each took part, by office and without names."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet, head = book.add_worksheet(_("参加情况")), book.add_format({"bold": True, "bg_color": "#F3EFEA"})
        sheet.freeze_panes(1, 0)
        for place, word in enumerate((_("序号"), HEADS["office"], _("参加次数"))):
            sheet.set_column(place, place, _WIDTHS[place])
            sheet.write_string(0, place, str(word), head)
        for number, (office, times) in enumerate(rows, start=1):
            sheet.write_number(number, 0, number)
            sheet.write_string(number, 1, cell_text(office))
            sheet.write_number(number, 2, times)
    return file.getvalue()
