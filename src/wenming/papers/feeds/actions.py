"""Making a calendar feed and stopping it."""

import hashlib
import secrets
from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.papers.models import Feed
from wenming.places.models import Unit

BYTES = 24  # of the secret: 192 bits
MOST = 20  # that one person has at the same time
TOLD = ("name", "unit", "alarm")


class TooMany(ValueError):
    """The person has as many feeds as one may have."""


class Revoked(ValueError):
    """The feed was stopped before."""


def digest_of(secret: str) -> str:
    """What is kept instead of the secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


@action
def make(*, name: str, unit: Unit | None, alarm: int, by: User, at: datetime) -> tuple[Feed, str]:
    """A feed and the secret of its address, which is kept nowhere. Raises TooMany."""
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)  # two at once are counted one after the other
    if Feed.objects.filter(made_by=by, revoked_at=None).count() >= MOST:
        raise TooMany
    secret = secrets.token_urlsafe(BYTES)
    feed = Feed.objects.create(
        name=name, unit=unit, alarm=alarm, secret_digest=digest_of(secret), made_by=by, made_at=at
    )
    record("papers.make_feed", feed, by=by, at=at, after=state_of(feed, *TOLD))
    return feed, secret


@action
def revoke(*, feed: Feed, by: User, at: datetime) -> Feed:
    """The address opens nothing any more. Raises Revoked."""
    locked = Feed.objects.select_for_update(of=("self",)).get(pk=feed.pk)
    if locked.revoked_at is not None:
        raise Revoked
    locked.revoked_by, locked.revoked_at = by, at
    locked.save(update_fields=["revoked_by", "revoked_at"])
    record("papers.revoke_feed", locked, by=by, at=at, before=state_of(locked, *TOLD))
    return locked
