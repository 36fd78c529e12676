"""Who tries to sign in too often waits; whom the browser knows does not wait for others.

A browser that has signed in as somebody carries a signed cookie and has failures of its own (OWASP, "device cookies").
All other browsers share the failures of a user name, and, more loosely, those of an address: a dictionary is stopped
after a few words, while the person it is tried on, and a colleague behind the same address, sign in at once.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from wenming.accounts.models import FailedSignIn, User
from wenming.accounts.sign_in.policy import Policy
from wenming.rules.sign_in_delay import Delays, wait_until

SALT = "wenming.accounts.device"
COOKIE = f"{settings.COOKIE_PREFIX}device"
COOKIE_AGE = timedelta(days=365)
PEOPLE_KEPT = 8  # who sign in with the same browser; whoever comes after them replaces the first
COUNTED = 32  # failures beyond the free ones: by then the longest wait is reached


class MustWait(Exception):
    """Too many failures: the next try is taken from ``until`` on."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


@dataclass(frozen=True, slots=True)
class Caller:
    """From where somebody tries, as a name: what failures are counted by."""

    name_digest: str
    device: str  # empty: a browser that has never signed in with this name
    address: str


def digest_of(text: str) -> str:
    """What is kept instead of the text."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_name(name: str) -> str:
    """What is kept instead of a user name that was typed, however it was written."""
    return digest_of(User.normalize_username(name).casefold())


def caller_of(request: HttpRequest, name: str) -> Caller:
    """Who tries with this user name, known or not."""
    name_digest = digest_of_name(name)
    secret = dict(_devices(request)).get(name_digest, "")
    device = digest_of(f"{name_digest}:{secret}") if secret else ""
    return Caller(name_digest, device, request.META.get("REMOTE_ADDR", ""))


def begin(caller: Caller, *, at: datetime, policy: Policy) -> FailedSignIn:
    """Count this try as a failure until it has succeeded, so that tries at the same moment count each other.

    Raises MustWait; a try that has to wait counts as none.
    """
    row = FailedSignIn.objects.create(
        name_digest=caller.name_digest, device=caller.device, address=caller.address or None, when=at
    )
    until = _wait(caller, besides=row, at=at, policy=policy)
    if until is not None:
        row.delete()
        raise MustWait(until)
    return row


def waiting_until(caller: Caller, *, at: datetime, policy: Policy) -> datetime | None:
    """From when on the next try is taken; None where it need not wait."""
    return _wait(caller, besides=None, at=at, policy=policy)


def _wait(caller: Caller, *, besides: FailedSignIn | None, at: datetime, policy: Policy) -> datetime | None:
    failures = FailedSignIn.objects.exclude(pk=besides.pk) if besides else FailedSignIn.objects.all()
    same_name = failures.filter(name_digest=caller.name_digest, device=caller.device)
    waits = [_until(same_name, policy.delays, at=at)]
    if not caller.device and caller.address:
        same_address = failures.filter(address=caller.address, device="")
        waits.append(_until(same_address, policy.address_delays, at=at))
    return max((one for one in waits if one is not None), default=None)


def _until(failures: QuerySet[FailedSignIn], delays: Delays, *, at: datetime) -> datetime | None:
    latest = failures.filter(when__lte=at).order_by("-when").values_list("when", flat=True)[: delays.free + COUNTED]
    return wait_until(list(latest), at=at, delays=delays)


def forgive(caller: Caller) -> None:
    """The browser has signed in with this name: what was mistyped before is forgotten."""
    if caller.device:
        FailedSignIn.objects.filter(name_digest=caller.name_digest, device=caller.device).delete()


def remember(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """From now on the browser has failures of its own with this name."""
    caller = caller_of(request, name)
    if caller.device:
        return
    kept = [*_devices(request), (caller.name_digest, secrets.token_urlsafe(16))][-PEOPLE_KEPT:]
    response.set_cookie(
        COOKIE,
        signing.dumps(kept, salt=SALT),
        max_age=COOKIE_AGE,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _devices(request: HttpRequest) -> list[tuple[str, str]]:
    """Digest of a user name → secret of this browser for it, of the people who have signed in with it."""
    try:
        kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_AGE)
    except signing.BadSignature:
        return []
    return [(str(name), str(secret)) for name, secret in kept]
