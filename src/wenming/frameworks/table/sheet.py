"""The responsibility table as an Excel workbook."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wenming.frameworks.models import Assignment, AssignmentRole, Item
from wenming.reading.workbook import Cell, Sheet, write_workbook

_COLUMNS = ("code", "standard", *AssignmentRole.values, "wanted")


def excel(items: Iterable[Item], *, title: str) -> bytes:
    """A row for each standard: code, standard, who in which role, the evidence wanted; items as with_assignments."""
    sheet = Sheet(_("责任分解表"), _COLUMNS, [_cells(item) for item in items])
    return write_workbook([sheet], title=title, language=get_language() or "zh")


def _cells(item: Item) -> dict[str, Cell]:
    rows: list[Assignment] = item.answering  # type: ignore[attr-defined]  # queries.with_assignments
    names: dict[str, Cell] = {
        role: "、".join(dict.fromkeys(one.name for one in rows if one.role == role)) for role in AssignmentRole.values
    }
    pieces = "\n".join(one.get("what", "") for one in item.body.get("evidence", []))
    return {"code": item.code, "standard": item.title, **names, "wanted": pieces}
