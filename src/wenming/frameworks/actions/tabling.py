"""A responsibility table from outside becomes the one that stands, all of it or nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.frameworks.actions.assigning import locked
from wenming.frameworks.actions.columns import write_entries
from wenming.frameworks.models import Assignment, AssignmentRole, Edition
from wenming.frameworks.table.differences import Differences, Wish, differences, fingerprint


class Stale(ValueError):
    """Somebody has changed the table since it was compared."""


@action
def apply_table(*, edition: Edition, wishes: Sequence[Wish], seen: str, by: User, at: datetime) -> Differences:
    """Make it so; ``seen``: the fingerprint of the table with which it was compared. Raises Superseded, Stale."""
    kept = locked(edition)
    if fingerprint(kept) != seen:
        raise Stale(_("核对以后，责任分解表又有了别的改动，所以什么也没有写入。请再核对一次。"))
    found = differences(kept, wishes)
    _remove([row.pk for row in found.removed])
    _change(found, by, at)
    Assignment.objects.bulk_create(
        (
            Assignment(
                item_id=item, wanted=wanted, role=role, unit_id=unit, unit_class_id=unit_class, made_by=by, made_at=at
            )
            for (item, wanted), (unit, unit_class), role in found.added
        ),
        batch_size=500,
    )
    write_entries({place: after for place, (_before, after) in found.entries.items()}, by=by, at=at)
    if found.count:
        told = {"added": len(found.added), "changed": len(found.changed), "removed": len(found.removed)}
        record("frameworks.apply_table", kept, by=by, at=at, after={**told, "entries": len(found.entries)})
    return found


def _remove(keys: Sequence[int]) -> None:
    for at in range(0, len(keys), 500):
        Assignment.objects.filter(pk__in=keys[at : at + 500]).delete()


def _change(found: Differences, by: User, at: datetime) -> None:
    """Whoever leads no more gives way first: no place has two leads at any time."""
    for row, role in found.changed:
        row.role, row.made_by, row.made_at = role, by, at
    for is_lead in (False, True):
        rows = [row for row, role in found.changed if (role is AssignmentRole.LEAD) is is_lead]
        Assignment.objects.bulk_update(rows, ["role", "made_by", "made_at"], batch_size=200)
