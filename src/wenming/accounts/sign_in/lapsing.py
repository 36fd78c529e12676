"""A session ends when nobody acts for a while, and after its longest time whatever is done."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, sessions
from wenming.accounts.sign_in.policy import policy

GetResponse = Callable[[HttpRequest], HttpResponse]
BACKGROUND = "X-In-Background"  # set by our script on what nobody's hand asked for: such requests keep no session alive


def lapsing_middleware(get_response: GetResponse) -> GetResponse:
    """Sign out whose session has lapsed; note that the others are still there."""

    def answer(request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session:
            _look(request)
        return get_response(request)

    return answer


def _look(request: HttpRequest) -> None:
    at = timezone.now()
    if sessions.has_lapsed(request.session, at=at, policy=policy()):
        if isinstance(request.user, User):
            actions.lapse(user=request.user, at=at)
        sessions.forget_row(request.session.session_key)
        logout(request)
    elif BACKGROUND not in request.headers:
        sessions.note_seen(request, at=at)


def session_end(request: HttpRequest) -> dict[str, object]:
    """For every template: after how many seconds without a request the session ends, and in how many in any case."""
    session = getattr(request, "session", None)
    if session is None or SESSION_KEY not in session:
        return {}
    rules = policy()
    left = sessions.lifetime_left(session, at=timezone.now(), policy=rules)
    return {"session_idle": int(rules.idle.total_seconds()), "session_left": left}
