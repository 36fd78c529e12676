"""What is kept no longer than it must be: a job of the clock, a piece at a time, each told in the log."""

from datetime import datetime

from wenming.accounts.personal.periods import kept_since
from wenming.accounts.personal.tables import Declared, declared
from wenming.audit.recording import action, record
from wenming.rules.personal_data import Removal

PIECE = 2000  # rows of one transaction


def run_retention(at: datetime) -> int:
    """Remove the personal data whose time is over (个人信息保护法 19, 47); how many rows. Again, it changes nothing."""
    return sum(_all_of(one, removal, at) for one in declared() for removal in one.table.removals)


def _all_of(one: Declared, removal: Removal, at: datetime) -> int:
    total = count = _piece(one, removal, at)
    while count == PIECE:
        count = _piece(one, removal, at)
        total += count
    return total


@action
def _piece(one: Declared, removal: Removal, at: datetime) -> int:
    """Remove some of the rows that are too old, and tell how many; nothing is told of nothing."""
    too_old = {f"{removal.ages_by}__lt": kept_since(removal.keeping, at), **removal.only}
    keys = list(one.rows().filter(**too_old).values_list("pk", flat=True)[:PIECE])
    if keys:
        one.rows().filter(pk__in=keys).delete()
        told = {"table": one.name, "keeping": removal.keeping, "count": len(keys)}
        record("accounts.run_retention", None, by=None, at=at, after=told)
    return len(keys)
