"""The sessions of a person: how long they last, where they are, how they end.

When a session began and when it was last used stand in the session itself, so that a page needs no further question to
the database; once a minute both are written, to it and to the list that the person sees.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.sign_in.policy import Policy

BEGAN, SEEN = "wenming_began", "wenming_seen"  # seconds since 1970
NOTED_EVERY = 60  # seconds


def begin(request: HttpRequest, user: User, *, at: datetime) -> None:
    """The person has signed in with this request: from now on its session counts."""
    request.session[BEGAN] = request.session[SEEN] = int(at.timestamp())
    if request.session.session_key is None:
        request.session.save()
    _keep_row(request, user, at=at)


def move(request: HttpRequest, user: User, *, former: str | None, at: datetime) -> None:
    """The session has a new key, as after every change of what the person signs in with: it counts from now on."""
    forget_row(former)
    begin(request, user, at=at)


def has_lapsed(session: SessionBase, *, at: datetime, policy: Policy) -> bool:
    """Nobody has used the session for too long, or it is too old."""
    return min(idle_left(session, at=at, policy=policy), lifetime_left(session, at=at, policy=policy)) <= 0


def idle_left(session: SessionBase, *, at: datetime, policy: Policy) -> int:
    """For how many seconds the session lasts if nobody does anything."""
    now = int(at.timestamp())
    return int(session.get(SEEN, now) + policy.idle.total_seconds()) - now


def lifetime_left(session: SessionBase, *, at: datetime, policy: Policy) -> int:
    """For how many seconds the session lasts whatever is done."""
    now = int(at.timestamp())
    return int(session.get(BEGAN, now) + policy.lifetime.total_seconds()) - now


def note_seen(request: HttpRequest, *, at: datetime) -> None:
    """Somebody acts in this session; written at most once a minute."""
    now = int(at.timestamp())
    if now - request.session.get(SEEN, 0) < NOTED_EVERY:
        return
    request.session.setdefault(BEGAN, now)
    request.session[SEEN] = now
    if isinstance(request.user, User):
        _keep_row(request, request.user, at=at)


def _keep_row(request: HttpRequest, user: User, *, at: datetime) -> None:
    facts = {
        "user": user,
        "ip": request.META.get("REMOTE_ADDR") or "0.0.0.0",  # noqa: S104 - no address is known
        "user_agent": request.headers.get("User-Agent", "")[:200],
        "last_seen_at": at,
    }
    UserSession.objects.update_or_create(
        session_key=request.session.session_key, defaults=facts, create_defaults={**facts, "created_at": at}
    )


def forget_row(session_key: str | None) -> None:
    """The session is over: it stands in nobody's list any more."""
    UserSession.objects.filter(session_key=session_key).delete()


def end(rows: list[UserSession]) -> int:
    """End these sessions at once; how many they were."""
    for row in rows:
        SessionStore(row.session_key).delete()
        row.delete()
    return len(rows)


@dataclass(frozen=True, slots=True)
class Shown:
    """A session as its person sees it."""

    pk: int
    device: str
    address: str
    since: datetime
    seen: datetime
    is_this: bool


def of_person(user: User, *, current: str | None, at: datetime, policy: Policy) -> list[Shown]:
    """The person's sessions that still hold, this one first, then those used last."""
    rows = UserSession.objects.filter(
        user=user,
        last_seen_at__gt=at - policy.idle - timedelta(seconds=NOTED_EVERY),
        created_at__gt=at - policy.lifetime,
    )
    shown = [
        Shown(
            one.pk,
            device_in_words(one.user_agent),
            one.ip,
            one.created_at,
            one.last_seen_at,
            one.session_key == current,
        )
        for one in rows.order_by("-last_seen_at", "-pk")
    ]
    return sorted(shown, key=lambda one: not one.is_this)


_BROWSERS = (  # the first that is named wins: most also name those further down
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("QQBrowser", "QQ 浏览器"),
    ("360SE", "360 浏览器"),
    ("360EE", "360 浏览器"),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("HarmonyOS", "鸿蒙"),
    ("Android", "安卓"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("UOS", "统信"),
    ("Kylin", "麒麟"),
    ("Linux", "Linux"),
)


def device_in_words(user_agent: str) -> str:
    """Which browser on which system, as far as it says so."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    if not browser and not system:
        return _("不清楚是什么设备")
    return " · ".join(part for part in (system, browser) if part)
