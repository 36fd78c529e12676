"""Stopping an account, and restoring it."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.accounts.sign_in.actions import end_all_sessions
from wenming.audit.recording import action, record


class OwnAccount(ValueError):
    """Nobody stops their own account."""


@action
def stop(*, person: User, by: User, at: datetime) -> User:
    """The person can sign in no more and is signed in nowhere; posts stay as they are. Raises OwnAccount.

    Stopping a stopped account changes nothing.
    """
    if person.pk == by.pk:
        raise OwnAccount
    locked = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if locked.is_active:
        locked.is_active = False
        locked.save(update_fields=["is_active"])
        record("accounts.stop_account", locked, by=by, at=at, before={"is_active": True}, after={"is_active": False})
        end_all_sessions(user=locked, by=by, at=at)
    return locked


@action
def restore(*, person: User, by: User, at: datetime) -> User:
    """The person can sign in again, with what they signed in with before."""
    locked = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if not locked.is_active and locked.erased_on is None:
        locked.is_active = True
        locked.save(update_fields=["is_active"])
        record("accounts.restore_account", locked, by=by, at=at, before={"is_active": False}, after={"is_active": True})
    return locked
