"""Events as an Excel workbook, a row each, written to a file without holding them all in memory."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

import xlsxwriter
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wenming.audit.models import Event
from wenming.audit.recording import content_of
from wenming.audit.telling import Told, tell
from wenming.reading.workbook import write_text

MOST = 10_000  # events of one workbook; more are asked for in parts
_PIECE = 500
_WIDTHS = (9, 20, 14, 14, 18, 26, 60, 9, 10, 16, 60, 40, 40)  # characters


def write(file: IO[bytes], events: QuerySet[Event], *, with_people: bool) -> None:
    """Write the events; without people neither who nor any personal detail is in it, only the account's number."""
    with xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(_("日志"))
        sheet.freeze_panes(1, 1)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, _head(), book.add_format({"bold": True}))
        looks = book.add_format(), book.add_format({"quote_prefix": True})
        for row, told in enumerate(_in_pieces(events), start=1):
            sheet.write_number(row, 0, told.event.number)
            for column, text in enumerate(_cells(told, with_people=with_people), start=1):
                write_text(sheet, row, column, text, looks=looks)


def _in_pieces(events: QuerySet[Event]) -> Iterator[Told]:
    rows = events.iterator(chunk_size=_PIECE)
    while piece := list(islice(rows, _PIECE)):
        yield from tell(piece)


def _head() -> list[str]:
    words = [_("序号"), _("时间"), _("人员"), _("角色"), _("做了什么"), _("对象"), _("改动"), _("结果"), _("途径")]
    return [*words, _("来自地址"), _("封存内容"), _("前一条封存值"), _("封存值")]


def _cells(told: Told, *, with_people: bool) -> Iterable[str]:
    event = told.event
    yield localtime(event.at).isoformat(sep=" ", timespec="seconds")
    yield told.who if with_people or event.by_id is None else str(event.by_id)
    yield told.role
    yield told.verb
    yield told.thing if with_people else event.thing_name
    yield "；".join(_differences(told, with_people=with_people))
    yield _("成功") if event.succeeded else _("未成功")
    yield told.origin
    yield told.address if with_people else ""
    yield json.dumps(content_of(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    yield event.previous
    yield event.digest


def _differences(told: Told, *, with_people: bool) -> Iterator[str]:
    for one in told.differences:
        if with_people or not one.is_personal:
            yield f"{one.field}：{one.before} → {one.after}" if one.before else f"{one.field}：{one.after}"
