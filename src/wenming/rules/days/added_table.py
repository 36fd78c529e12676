"""The table in which an installation brings its days: CSV with a line for each, Chinese or English heads."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO

from wenming.rules.days.added import Added, AddedKind

HEAD = ("第一天", "最后一天", "类型", "名称", "依据")
MOST_LINES = 500
NAME_LENGTH, SOURCE_LENGTH = 40, 100
KIND_NAMES: Mapping[AddedKind, str] = {
    AddedKind.OFF: "放假",
    AddedKind.WORK: "上班",
    AddedKind.FESTIVAL: "节日",
    AddedKind.AUTUMN: "秋季学期",
    AddedKind.SPRING: "春季学期",
    AddedKind.NOTICE: "放假通知",
}
_KINDS = {name: kind for kind, name in KIND_NAMES.items()} | {kind.value: kind for kind in AddedKind}
_KINDS |= {"休": AddedKind.OFF, "休息": AddedKind.OFF, "班": AddedKind.WORK, "调休上班": AddedKind.WORK}
_COLUMNS: Mapping[str, str] = {
    **dict(zip(HEAD, ("first", "last", "kind", "name", "source"), strict=True)),
    **{name: name for name in ("first", "last", "kind", "name", "source")},
    "日期": "first",
    "day": "first",
    "festival": "name",
    "节日": "name",
    "说明": "name",
}


class LineFault(StrEnum):
    """Why a line cannot be read."""

    NO_HEAD = "no_head"
    TOO_MANY = "too_many"
    NO_DAY = "no_day"
    NO_KIND = "no_kind"
    NO_NAME = "no_name"
    TOO_LONG_A_TEXT = "too_long_a_text"


_FORMULA = re.compile(r"^'(?=[=+\-@\t])")  # the sign that keeps a spreadsheet from computing


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be read: its number in the file, why, and the words that are meant."""

    line: int
    fault: LineFault
    words: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What was read: each entry with the number of its line, and the lines that could not be."""

    entries: tuple[tuple[int, Added], ...]
    bad: tuple[BadLine, ...]


def read(text: str) -> Table:
    """The entries of a table; a line without a last day has one day, empty lines are passed over."""
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_delimiter(text))
    try:
        rows = list(reader)
    except csv.Error:  # a cell of more than 131,072 characters
        return Table((), (BadLine(reader.line_num, LineFault.TOO_LONG_A_TEXT),))
    columns = [_COLUMNS.get(cell.strip()) for cell in rows[0]] if rows else []
    if "first" not in columns or "kind" not in columns:
        return Table((), (BadLine(1, LineFault.NO_HEAD),))
    if len(rows) - 1 > MOST_LINES:
        return Table((), (BadLine(MOST_LINES + 2, LineFault.TOO_MANY),))
    told = [_line(number, columns, row) for number, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)]
    bad = tuple(one for one in told if isinstance(one, BadLine))
    return Table(tuple(one for one in told if not isinstance(one, BadLine)), bad)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return "\t" if "\t" in head else ","


def _line(number: int, columns: Sequence[str | None], row: Sequence[str]) -> tuple[int, Added] | BadLine:
    said = {name: _FORMULA.sub("", cell.strip()) for name, cell in zip(columns, row, strict=False) if name}
    first, last = (_day(said.get(name) or said["first"]) for name in ("first", "last"))
    if first is None or last is None:
        return BadLine(number, LineFault.NO_DAY, said.get("last") or said["first"] if first else said["first"])
    kind = _KINDS.get(said.get("kind", ""))
    if kind is None:
        return BadLine(number, LineFault.NO_KIND, said.get("kind", ""))
    name, source = said.get("name", "") or _own_name(kind), said.get("source", "")
    if not name:
        return BadLine(number, LineFault.NO_NAME)
    if len(name) > NAME_LENGTH or len(source) > SOURCE_LENGTH:
        return BadLine(number, LineFault.TOO_LONG_A_TEXT, name[:NAME_LENGTH])
    return number, Added(kind, first, last, name, source)


def _own_name(kind: AddedKind) -> str:
    """The name of what needs none."""
    return "" if kind in {AddedKind.OFF, AddedKind.FESTIVAL} else KIND_NAMES[kind]


def _day(text: str) -> date | None:
    """A day as people write it: 2027-05-16, 2027/5/16, 2027.5.16, 2027年5月16日."""
    plain = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    try:
        year, month, day = map(int, plain.split("-"))
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def written(entries: Iterable[Added]) -> str:
    """The table as ``read`` reads it.

    >>> written([Added(AddedKind.OFF, date(2027, 5, 16), date(2027, 5, 17), "古尔邦节")]).splitlines()[1]
    '2027-05-16,2027-05-17,放假,古尔邦节,'
    """
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(HEAD)
    table.writerows(
        [one.first, one.last, KIND_NAMES[one.kind], _harmless(one.name), _harmless(one.source)] for one in entries
    )
    return text.getvalue()


def _harmless(text: str) -> str:
    """What a spreadsheet would take for a formula, as text; ``read`` takes the sign away again."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
