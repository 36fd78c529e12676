"""The columns that an office adds to its responsibility table, and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.frameworks.actions.assigning import locked, places_of
from wenming.frameworks.models import COLUMN_LENGTH, MOST_COLUMNS, Column, ColumnKind, Edition, Entry
from wenming.frameworks.rulings import Place
from wenming.rules.frameworks.sheets.columns import LEVELS, ROLES, WORDS, Means, means_of, plain
from wenming.rules.seen import one_line

PIECE_HEADS = ("第几份材料", "Piece")
_TAKEN = {plain(word) for words in (PIECE_HEADS, LEVELS[-1], WORDS[Means.WANTED]) for word in words}


class BadName(ValueError):
    """A column has a short name that no other of the table has."""


class TooMany(ValueError):
    """The table has as many columns as a page can show."""


@action
def add_column(*, edition: Edition, name: str, kind: ColumnKind, by: User, at: datetime) -> Column:
    """One more column, the last. Raises Superseded, BadName, TooMany."""
    kept = locked(edition)
    if kept.columns.count() >= MOST_COLUMNS:
        raise TooMany(_("自设栏目最多 %(most)d 个，再多就印不下了。") % {"most": MOST_COLUMNS})
    last = kept.columns.aggregate(Max("position"))["position__max"] or 0
    column = Column.objects.create(edition=kept, name=_free(kept, name), kind=kind, position=last + 1)
    record("frameworks.add_column", kept, by=by, at=at, after={"column": column.name, "kind": kind.value})
    return column


def _free(edition: Edition, name: str, own: int = 0) -> str:
    """The name where it can be a column's: in Excel it tells the column from all others."""
    name = one_line(name)
    if not plain(name) or len(name) > COLUMN_LENGTH:
        raise BadName(_("栏目要有名称，不超过 %(most)d 个字。") % {"most": COLUMN_LENGTH})
    others = {plain(one.name) for one in edition.columns.all() if one.pk != own}
    if plain(name) in others or plain(name) in _TAKEN or means_of(name) in {Means.CODE, *ROLES}:
        raise BadName(_("已经有“%(name)s”这一栏了。") % {"name": name})
    return name


@action
def rename_column(*, column: Column, name: str, by: User, at: datetime) -> None:
    """Another name. Raises Superseded, BadName, Column.DoesNotExist."""
    edition = locked(column.edition)
    kept = Column.objects.get(pk=column.pk)
    before = kept.name
    kept.name = _free(edition, name, kept.pk)
    kept.save(update_fields=["name"])
    record("frameworks.rename_column", edition, by=by, at=at, before={"column": before}, after={"column": kept.name})


@action
def move_column(*, column: Column, is_left: bool, by: User, at: datetime) -> None:
    """One place to the left or to the right; the outermost stays. Raises Superseded, Column.DoesNotExist."""
    edition = locked(column.edition)
    columns = list(edition.columns.all())
    keys = [one.pk for one in columns]
    if column.pk not in keys:
        raise Column.DoesNotExist
    place = keys.index(column.pk)
    other = place - 1 if is_left else place + 1
    if 0 <= other < len(columns):
        columns[place], columns[other] = columns[other], columns[place]
        for position, one in enumerate(columns, start=1):
            one.position = position
        Column.objects.bulk_update(columns, ["position"])
        record("frameworks.move_column", edition, by=by, at=at, after={"column": column.name})


@action
def remove_column(*, column: Column, by: User, at: datetime) -> None:
    """The column goes with all that stands in it. Raises Superseded, Column.DoesNotExist."""
    edition = locked(column.edition)
    kept = Column.objects.get(pk=column.pk)
    told = {**state_of(kept, "kind"), "column": kept.name, "count": kept.entries.count()}
    record("frameworks.remove_column", edition, by=by, at=at, before=told)
    kept.delete()


@action
def fill_in(*, column: Column, places: Sequence[Place], text: str, by: User, at: datetime) -> int:
    """Let the column say this at these places, or nothing; how many. Raises Superseded, Column.DoesNotExist.

    A column of dates is given them as 2026-03-05; the form sees to it.
    """
    edition = locked(column.edition)
    kept = Column.objects.get(pk=column.pk)
    found = places_of(edition, places)
    write_entries({(item, wanted, kept.pk): text for item, wanted in found}, by=by, at=at)
    after = {"column": kept.name, "count": len(found), "text": Typed(text)}
    record("frameworks.fill_in", edition, by=by, at=at, after=after)
    return len(found)


def write_entries(wishes: Mapping[tuple[int, int, int], str], *, by: User, at: datetime) -> None:
    """What stands at item, piece and column from now on; nothing where the text is empty."""
    columns = {column for _item, _wanted, column in wishes}
    rows = {(row.item_id, row.wanted, row.column_id): row for row in Entry.objects.filter(column__in=columns)}
    _remove(rows[key].pk for key, text in wishes.items() if not text and key in rows)
    changed = [(rows[key], text) for key, text in wishes.items() if text and key in rows and rows[key].text != text]
    for row, text in changed:
        row.text, row.made_by, row.made_at = text, by, at
    Entry.objects.bulk_update([row for row, _text in changed], ["text", "made_by", "made_at"], batch_size=200)
    new = [
        Entry(item_id=item, wanted=wanted, column_id=column, text=text, made_by=by, made_at=at)
        for (item, wanted, column), text in wishes.items()
        if text and (item, wanted, column) not in rows
    ]
    Entry.objects.bulk_create(new, batch_size=500)


def _remove(keys: Iterable[int]) -> None:
    found = list(keys)
    for at in range(0, len(found), 500):
        Entry.objects.filter(pk__in=found[at : at + 500]).delete()


def copy_columns(old: Edition, new: Edition) -> None:
    """A new edition begins with the columns of the one before."""
    Column.objects.bulk_create(
        Column(edition=new, name=one.name, kind=one.kind, position=one.position) for one in old.columns.all()
    )
