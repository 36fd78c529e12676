"""Handing somebody all that is kept about them: a ZIP with a page to read and the same for machines (45 第三款)."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import IO

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.models import User
from wenming.accounts.personal.gathering import Part, parts_of, shown_words
from wenming.accounts.personal.notice import notice
from wenming.accounts.personal.tables import tables
from wenming.audit.recording import Typed, action, plain, record
from wenming.audit.words import field_words
from wenming.rules.chain import Json

READ = 1000  # rows of one table that the page shows; the file for machines has all
DATA_NAME = "personal-data.json"
_HEADS = {"number": gettext_lazy("编号"), "text": gettext_lazy("内容"), "at": gettext_lazy("时间")}
_Row = Mapping[str, Json]


@dataclass(slots=True)
class _Shown:
    """What the page shows of one table, filled while the other file is written."""

    words: object
    field_words: object
    head: list[str]
    rows: list[list[str]] = field(default_factory=list)
    count: int = 0


@action
def hand_out(file: IO[bytes], *, person: User, reason: str, by: User, at: datetime) -> int:
    """Write the ZIP, and tell that it was; how many rows. ``reason``: why, where it is not the person who asks."""
    shown: list[_Shown] = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(DATA_NAME, "w", force_zip64=True) as data:
            for text in _lines(person, shown, at=at):
                data.write(text.encode())
        archive.writestr(_("个人信息.html"), _page(person, shown, at=at))
    count = sum(one.count for one in shown)
    told = {"count": count, "reason": Typed(reason)} if reason else {"count": count}
    record("accounts.hand_out_data", person, by=by, at=at, after=told)
    return count


def _lines(person: User, shown: list[_Shown], *, at: datetime) -> Iterator[str]:
    """The JSON in pieces, so that no table is held in memory as a whole."""
    head = {"person": person.pk, "made_at": plain(at), "notice": notice().version}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "tables": ['
    comma = ""
    for part in parts_of(person):
        first = next(part.rows, None)
        if first is None:
            continue
        yield comma + "\n" + json.dumps({"table": part.table, "names_as": part.field}, ensure_ascii=False)[:-1]
        yield ', "rows": ['
        yield from _rows(part, chain([first], part.rows), _begin(part, first, shown))
        yield "\n]}"
        comma = ","
    yield "\n]}\n"


def _begin(part: Part, first: _Row, shown: list[_Shown]) -> _Shown:
    shown.append(_Shown(part.words, part.field_words, [_head(part.table, name) for name in first]))
    return shown[-1]


def _head(table: str, name: str) -> str:
    """A field in words, as the rooms call it in their tables, or in the log."""
    field = tables()[table].fields.get(name)
    return str(field.words if field else _HEADS.get(name) or field_words(table, name))


def _rows(part: Part, rows: Iterable[_Row], page: _Shown) -> Iterator[str]:
    for row in rows:
        yield ("," if page.count else "") + "\n" + json.dumps(row, ensure_ascii=False)
        page.count += 1
        if page.count <= READ:
            page.rows.append([str(shown_words(part.table, name, value)) for name, value in row.items()])


def _page(person: User, shown: list[_Shown], *, at: datetime) -> str:
    given = {"person": person, "at": at, "parts": shown, "notice": notice(), "most": READ, "data_name": DATA_NAME}
    return render_to_string("accounts/personal/handed_out.html", given)
