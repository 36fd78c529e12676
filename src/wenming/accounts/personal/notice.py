"""The notice to people (个人信息处理说明, 个人信息保护法 17): made from what every room says of its tables.

Its version is a digest of its words, so that no change of what is kept goes unsaid; each version that was shown is
kept with the day since which it holds.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from wenming.accounts.models import Notice
from wenming.accounts.personal.periods import period_words
from wenming.accounts.personal.tables import tables
from wenming.accounts.queries import county_name
from wenming.audit.recording import action, record
from wenming.rules.chain import Json, canonical
from wenming.rules.personal_data import Keeping, Kind, Personal, Purpose

_KINDS = list(Kind)
_VERSION_LENGTH = 8  # hexadecimal characters


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept for one purpose: for each period, which fields of which tables."""

    purpose: str
    basis: str
    kept: Sequence[tuple[str, Sequence[tuple[str, str]]]]  # words of the period; of the table and its fields


@dataclass(frozen=True, slots=True)
class Shown:
    """The notice as it stands."""

    handler: str
    contact: str
    entries: Sequence[Entry]
    version: str
    is_sensitive: bool  # some of it is of the kind that article 28 names


def notice() -> Shown:
    """The notice in the language of the reader; its version is that of the Chinese text."""
    with override("zh-hans"):
        version = hashlib.sha256(canonical(_text(*_parties(), _entries()))).hexdigest()[:_VERSION_LENGTH]
    kinds = {field.kind for table in tables().values() for field in table.fields.values()}
    return Shown(*_parties(), _entries(), version, Kind.SENSITIVE in kinds)


def _parties() -> tuple[str, str]:
    return settings.HANDLER or _("%(county)s文明办") % {"county": county_name()}, settings.HANDLER_CONTACT


def _entries() -> list[Entry]:
    told: dict[Purpose, list[tuple[object, Personal]]] = {}
    for table in tables().values():
        for field in table.fields.values():
            told.setdefault(field.purpose, []).append((table.words, field))
    purposes = sorted(told, key=lambda one: min(_KINDS.index(field.kind) for _table, field in told[one]))
    return [Entry(str(one.words), str(one.basis), _kept(told[one])) for one in purposes]


def _kept(fields: Sequence[tuple[object, Personal]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The fields of each table in one line, under how long they are kept."""
    periods: dict[Keeping, dict[str, list[str]]] = {}
    for table, field in fields:
        names = periods.setdefault(field.keeping, {}).setdefault(str(table), [])
        if str(field.words) not in names:
            names.append(str(field.words))
    return [
        (
            period_words(keeping),
            [(table, pgettext("between names", "、").join(names)) for table, names in lines.items()],
        )
        for keeping, lines in periods.items()
    ]


def _text(handler: str, contact: str, entries: Sequence[Entry]) -> dict[str, Json]:
    told = [
        {"purpose": one.purpose, "basis": one.basis, "kept": [[period, lines] for period, lines in one.kept]}
        for one in entries
    ]
    return {"handler": handler, "contact": contact, "entries": told}


@action
def keep_notice(at: datetime) -> int:
    """Keep the words of the notice where they are new, with today; how many versions that were: none, or one."""
    now = notice()
    newest = Notice.objects.order_by("pk").last()
    if newest is not None and newest.version == now.version:
        return 0
    with override("zh-hans"):
        text = _text(*_parties(), _entries())
    Notice.objects.create(version=now.version, since=localdate(at), text=text)
    record("accounts.change_notice", None, by=None, at=at, after={"version": now.version})
    return 1
