"""Inviting somebody to a post by a link, and taking that back; accepting is part of signing in."""

import secrets
from datetime import datetime, timedelta

from wenming.accounts.actions import NewPost, check_new_post
from wenming.accounts.models import Invitation, User
from wenming.accounts.sign_in.attempts import digest_of
from wenming.audit.recording import action, record, state_of

LASTS = timedelta(days=7)
TOLD = ("full_name", "phone", "role", "unit", "area", "until")


class NotOpen(ValueError):
    """The invitation has been accepted or withdrawn."""


@action
def invite(*, full_name: str, phone: str, new: NewPost, by: User, at: datetime) -> tuple[Invitation, str]:
    """An invitation to make an account with this post, and the secret of its link, which is kept nowhere.

    Raises WrongPlace, WrongPeriod.
    """
    check_new_post(new)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        secret_digest=digest_of(secret),
        full_name=full_name,
        phone=phone,
        role=new.role,
        unit=new.unit,
        area=new.area,
        until=new.until,
        invited_by=by,
        invited_at=at,
        expires=at + LASTS,
    )
    record("accounts.invite", invitation, by=by, at=at, after=state_of(invitation, *TOLD))
    return invitation, secret


@action
def withdraw(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    """The link opens nothing any more. Raises NotOpen."""
    locked = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if locked.withdrawn or locked.accepted_at is not None:
        raise NotOpen
    locked.withdrawn = True
    locked.save(update_fields=["withdrawn"])
    record("accounts.withdraw_invitation", locked, by=by, at=at, before=state_of(locked, *TOLD))
    return locked
