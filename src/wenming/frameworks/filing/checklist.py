"""The check list of a round as an Excel workbook: every wanted piece, what is there, what is missing and why.

The same list makes the same bytes: no clock is asked.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from wenming.frameworks.filing.standings import Line
from wenming.frameworks.filing.words import fault_words, verdict_words
from wenming.frameworks.models import Filing, Piece, PieceState
from wenming.reading.workbook import write_text

_WIDTHS = (6, 12, 34, 12, 40, 16, 14, 20, 44, 44)
_A3 = 8


def checklist(filing: Filing, lines: Sequence[Line], *, title: str) -> bytes:
    """The workbook: those with gaps first on a sheet of their own, then all in the framework's order."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": title, "created": datetime.combine(filing.due, time(9), UTC)})
        looks = _looks(book)
        gaps = [line for line in lines if line.standing.is_gap]
        _sheet(book.add_worksheet(_("缺口")), looks, gaps, title)
        _sheet(book.add_worksheet(_("全部材料")), looks, lines, title)
    return buffer.getvalue()


def _looks(book: xlsxwriter.Workbook) -> tuple[Format, Format, Format]:
    """Of the head, of a cell, of a text that looks like a formula."""
    plain = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
    top = {**plain, "valign": "top"}
    head = {**plain, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F3EFEA"}
    return book.add_format(head), book.add_format(top), book.add_format({**top, "quote_prefix": True})


def _sheet(sheet: Worksheet, looks: tuple[Format, Format, Format], lines: Sequence[Line], title: str) -> None:
    head, plain, quoted = looks
    for place, (width, words) in enumerate(zip(_WIDTHS, _heads(), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, words, head)
    for number, line in enumerate(lines, start=1):
        for place, words in enumerate(cells(line)):
            write_text(sheet, number, place, words, looks=(plain, quoted))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(lines), len(_WIDTHS) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C{title.replace('&', '&&')}")


def _heads() -> tuple[str, ...]:
    return (
        _("序号"),
        _("编号"),
        _("测评标准"),
        _("第几份"),
        _("要的材料"),
        _("格式"),
        _("状态"),
        _("责任单位"),
        _("已有材料"),
        _("还要做什么"),
    )


def cells(line: Line) -> tuple[str, ...]:
    """One row."""
    want = line.want
    told = " ".join(filter(None, [want.format, want.count, want.window, want.by]))
    return (
        str(want.position),
        want.code,
        want.title,
        str(want.number),
        want.what,
        told,
        verdict_words(line.standing),
        "、".join(dict.fromkeys(one.name for one in line.holders)),
        "\n".join(_piece_words(one) for one in line.pieces),
        "\n".join(_to_do(line)),
    )


def _piece_words(piece: Piece) -> str:
    days = f" {piece.first.isoformat()}" if piece.first else ""
    return f"{piece.title}{days}（{PieceState(piece.state).label}）"


def _to_do(line: Line) -> list[str]:
    """What stops each piece, and whether anything is there at all."""
    found = [verdict_words(line.standing)] if not line.pieces else []
    for piece in line.pieces:
        faults = [fault_words(one, line.standing, line.want) for one in line.standing.fault_of(piece.pk)]
        if faults:
            found.append(f"{piece.title}：{''.join(faults)}{piece.reason}")
    return found
