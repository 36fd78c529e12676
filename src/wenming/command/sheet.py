"""The structure of a day as an Excel workbook: who sits where, and who looks after what."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _

from wenming.command.models import Link
from wenming.command.tree import Node, flat
from wenming.reading.workbook import write_text

_SEAT_WIDTHS = (34, 16, 14, 28, 22, 12)  # characters
_LINK_WIDTHS = (14, 28, 18, 18, 22, 10, 12)


def write(file: IO[bytes], nodes: Iterable[Node], links: Iterable[Link], *, day: date) -> None:
    """Write a sheet of seats and one of links, a row each, as they are on ``day``; every cell a text."""
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False}) as book:
        seat_head = [_("机构"), _("职位"), _("姓名"), _("职务"), _("单位"), _("第一天")]
        link_head = [_("姓名"), _("职务"), _("辖区"), _("单位"), _("点位"), _("方式"), _("第一天")]
        _sheet(book, _("指挥体系"), seat_head, seat_rows(nodes), _SEAT_WIDTHS, day)
        _sheet(book, _("领导挂点"), link_head, link_rows(links), _LINK_WIDTHS, day)


def seat_rows(nodes: Iterable[Node]) -> Iterable[Sequence[str]]:
    """Each seat as texts, from the topmost group down."""
    for node in flat(nodes):
        for line in node.lines:
            for seat in line.seats:
                unit = seat.unit.name if seat.unit else ""
                yield str(node.group), line.title, seat.who, seat.post, unit, seat.since.isoformat()


def link_rows(links: Iterable[Link]) -> Iterable[Sequence[str]]:
    """Each link as texts."""
    for link in links:
        unit, kind = str(link.unit or ""), link.get_kind_display()
        yield link.who, link.post, str(link.area), unit, link.site, kind, link.since.isoformat()


def _sheet(
    book: xlsxwriter.Workbook,
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    day: date,
) -> None:
    sheet = book.add_worksheet(title)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, f"{title}（{day.isoformat()}）", book.add_format({"bold": True, "font_size": 14}))
    sheet.write_row(1, 0, head, book.add_format({"bold": True, "bottom": 1}))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    sheet.fit_to_pages(1, 0)
    looks = book.add_format(), book.add_format({"quote_prefix": True})
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row):
            write_text(sheet, number, column, text, looks=looks)
