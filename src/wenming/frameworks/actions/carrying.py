"""What comes over from one edition to the next: the assignments of standards that stand word for word."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Q

from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, Backing, Crosslink, Edition, Entry
from wenming.frameworks.rows import pack_of
from wenming.rules.amendment import Pair
from wenming.rules.frameworks.editions import compare_editions


def carry_over(old: Edition, new: Edition, *, by: User, at: datetime) -> int:
    """Copy them, as far as the new edition has none there; how many."""
    stands = standing_items(old, new)
    taken = set(Assignment.objects.filter(item__edition=new).values_list("item_id", flat=True))
    olds = Assignment.objects.filter(item__in=stands).order_by("pk")
    copies = [
        Assignment(
            item_id=stands[one.item_id],
            wanted=one.wanted,
            role=one.role,
            unit_id=one.unit_id,
            unit_class_id=one.unit_class_id,
            made_by=by,
            made_at=at,
        )
        for one in olds
        if stands[one.item_id] not in taken
    ]
    _carry_backings(stands)
    _carry_crosslinks(stands)
    _carry_entries(old, new, stands)
    return len(Assignment.objects.bulk_create(copies, batch_size=500))


def _carry_backings(stands: Mapping[int, int]) -> None:
    """Which measures serve them is as true as it was, by whoever said it."""
    rows = list(Backing.objects.filter(item__in=stands).order_by("pk"))
    for row in rows:
        row.pk, row.item_id = None, stands[row.item_id]
    Backing.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _carry_crosslinks(stands: Mapping[int, int]) -> None:
    """How they stand to standards of other frameworks is as true as it was."""
    rows = list(Crosslink.objects.filter(Q(source__in=stands) | Q(target__in=stands)).order_by("pk"))
    for row in rows:
        row.pk = None
        row.source_id = stands.get(row.source_id, row.source_id)
        row.target_id = stands.get(row.target_id, row.target_id)
    Crosslink.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _carry_entries(old: Edition, new: Edition, stands: Mapping[int, int]) -> None:
    """What stands in the office's own columns, as far as the new edition has the column and says nothing there."""
    named = dict(new.columns.values_list("name", "pk"))
    rows = []
    for row in Entry.objects.filter(column__edition=old, column__name__in=named).select_related("column"):
        if row.item_id in stands:
            row.pk, row.item_id, row.column_id = None, stands[row.item_id], named[row.column.name]
            rows.append(row)
    Entry.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def standing_items(old: Edition, new: Edition) -> Mapping[int, int]:
    """The items of the old edition that stand unchanged in the new one: key there → key here."""
    pairs = compare_editions(pack_of(old), pack_of(new))
    before, after = ({position: pk for pk, position in _keys(one)} for one in (old, new))
    return {before[pair.old.key]: after[pair.new.key] for pair in pairs if pair.old and pair.new and _stands(pair)}


def _stands(pair: Pair) -> bool:
    """Other points or another rule change nothing about who answers for it; another evidence list does."""
    return not pair.is_reworded and all(one.field != "evidence" for one in pair.differences)


def _keys(edition: Edition) -> list[tuple[int, int]]:
    return list(edition.items.values_list("pk", "position"))
