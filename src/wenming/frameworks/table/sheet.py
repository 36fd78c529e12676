"""The responsibility table as an Excel workbook, as ``incoming`` reads it again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wenming.frameworks.actions.columns import PIECE_HEADS
from wenming.frameworks.models import Assignment, AssignmentRole, Column, ColumnKind, Entry, Item
from wenming.reading.workbook import Cell, Sheet, write_workbook
from wenming.rules.listed import joined

_COLUMNS = ("code", "standard", "piece", "wanted", *AssignmentRole.values)


def excel(items: Iterable[Item], columns: Sequence[Column], *, title: str) -> bytes:
    """A row for each standard, below it one for each piece it wants; items as with_assignments."""
    language = get_language() or "zh"
    heads = {"piece": PIECE_HEADS[language.startswith("en")], **{_key(one): one.name for one in columns}}
    rows = [row for item in items for row in _rows(item, columns)]
    sheet = Sheet(_("责任分解表"), (*_COLUMNS, *map(_key, columns)), rows, heads)
    return write_workbook([sheet], title=title, language=language)


def _key(column: Column) -> str:
    return f"own{column.pk}"


def _rows(item: Item, columns: Sequence[Column]) -> Iterator[dict[str, Cell]]:
    pieces = [one.get("what", "") for one in item.body.get("evidence", [])]
    for number, what in enumerate(["", *pieces]):
        told: dict[str, Cell] = {"code": item.code, "standard": item.title, "piece": number or "", "wanted": what}
        yield told | _names(item, number) | _own(item, number, columns)


def _names(item: Item, number: int) -> dict[str, Cell]:
    rows: list[Assignment] = item.answering  # type: ignore[attr-defined]  # queries.with_assignments
    own = [one for one in rows if one.wanted == number]
    return {role: joined([one.name for one in own if one.role == role]) for role in AssignmentRole.values}


def _own(item: Item, number: int, columns: Sequence[Column]) -> dict[str, Cell]:
    rows: list[Entry] = item.filled_in  # type: ignore[attr-defined]  # queries.with_assignments
    said = {one.column_id: one.text for one in rows if one.wanted == number}
    return {_key(one): _cell(one, said.get(one.pk, "")) for one in columns}


def _cell(column: Column, text: str) -> Cell:
    return date.fromisoformat(text) if text and column.kind == ColumnKind.DATE else text
