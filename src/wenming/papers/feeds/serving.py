"""Keeping what a feed gave out last: so much that a program need not fetch it again, and no more about anybody."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from wenming.papers.models import Feed


@dataclass(frozen=True, slots=True)
class Served:
    """What the answer says of itself."""

    etag: str
    since: datetime


def serve(feed: Feed, body: bytes, *, at: datetime) -> Served:
    """Note the day, and since when the feed says what it says.

    This is the one page that writes when it is read: a calendar program has nothing but the time to ask by whether
    there is something new, and its owner sees on which day it last asked. Nothing is written twice on one day.
    """
    digest, today = hashlib.sha256(body).hexdigest(), localdate(at)
    since = feed.body_since if feed.body_since and feed.body_digest == digest else at.replace(microsecond=0)
    if (feed.body_digest, feed.body_since, feed.used_on) != (digest, since, today):
        Feed.objects.filter(pk=feed.pk).update(body_digest=digest, body_since=since, used_on=today)
    return Served(f'"{digest[:32]}"', since)
