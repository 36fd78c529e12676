"""Correcting one's own data (更正, 个人信息保护法 46)."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of

FIELDS = ("full_name", "phone")


@action
def correct(*, person: User, full_name: str, phone: str, by: User, at: datetime) -> User:
    """The person is called so, and reached there, from now on; told only where something changes."""
    locked = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    before = state_of(locked, *FIELDS)
    locked.full_name, locked.phone = full_name, phone
    after = state_of(locked, *FIELDS)
    if after != before:
        locked.save(update_fields=FIELDS)
        record("accounts.correct_person", locked, by=by, at=at, before=before, after=after)
    return locked
