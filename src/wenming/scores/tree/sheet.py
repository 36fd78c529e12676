"""The score as an Excel workbook: an item a row, in the order of the framework."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wenming.reading.workbook import Cell, Sheet, write_workbook
from wenming.scores.tree.lines import Line, walk
from wenming.scores.working import working

_COLUMNS = ("code", "standard", "points", "known", "score", "rate", "working", "remark")


def workbook(lines: Iterable[Line], *, title: str) -> bytes:
    """Every item with points, score and working."""
    sheet = Sheet(_("得分"), _COLUMNS, [_cells(line) for line in walk(lines)])
    return write_workbook([sheet], title=title, language=get_language() or "zh")


def _cells(line: Line) -> dict[str, Cell]:
    result = line.result
    return {
        "code": result.node.code,
        "standard": "　" * (line.depth - 1) + line.name,
        "points": _number(result.points),
        "known": _number(result.known),
        "score": _number(result.score),
        "rate": line.share,
        "working": working(result),
        "remark": line.state,
    }


def _number(number: Fraction | None) -> Cell:
    return None if number is None else float(number)
