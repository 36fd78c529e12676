"""What has to be done before anything else: take a password of one's own, set a second factor up."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django_htmx.http import HttpResponseClientRedirect

from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.sign_in import second_factor
from wenming.accounts.sign_in.policy import policy

SECOND_FACTOR = "wenming_second_factor"  # in the session: it was begun with one, or one was set up in it
BY_CODE = {"totp", "recovery_codes"}

PASSWORD_PAGE = "accounts:password"  # noqa: S105 - the name of a page
SET_UP_PAGE = "accounts:set_up"
# What stays open to whoever owes something: doing it, leaving, and choosing the language.
FREE = {
    PASSWORD_PAGE,
    SET_UP_PAGE,
    "accounts:confirm",
    "accounts:rules",
    "accounts:sign_in",
    "accounts:sign_out",
    "accounts:stay",
    "set_language",
    "health",
}


class FirstThings:
    """Leads whoever owes something to the page where it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Callable[..., Any] | object) -> HttpResponse | None:
        """Go on, or to what is owed."""
        match = request.resolver_match
        if match is None or match.view_name in FREE or not isinstance(request.user, User):
            return None
        page = owed(request, request.user)
        if page is None:
            return None
        there = reverse(page)
        return HttpResponseClientRedirect(there) if "HX-Request" in request.headers else redirect(there)


def owed(request: HttpRequest, user: User) -> str | None:
    """The page where the person has to do something first; None where nothing is owed."""
    if owes_password(user):
        return PASSWORD_PAGE
    return SET_UP_PAGE if owes_second_factor(request, user) else None


def owes_password(user: User) -> bool:
    """The password was given by somebody else, or is too old."""
    if not user.has_usable_password():
        return False
    days, since = policy().password_days, user.password_set_on
    is_old = days is not None and since is not None and localdate() - since > timedelta(days=days)
    return user.must_change_password or is_old


def owes_second_factor(request: HttpRequest, user: User) -> bool:
    """The person must have a second factor and has none; sample people in demo mode need none."""
    rules = policy()
    if not rules.second_factor or SECOND_FACTOR in request.session or (settings.DEMO and user.is_sample):
        return False
    return rules.needs_second_factor(roles_of(user)) and not second_factor.has_one(user)


def roles_of(user: User) -> frozenset[PostRole]:
    """All that the person is, also from a day to come: who will need a second factor may set it up now."""
    held = Post.objects.filter(user=user, ended_at=None).values_list("role", flat=True)
    return frozenset(PostRole(role) for role in held)


def note_second_factor(request: HttpRequest) -> None:
    """Nothing is owed in this session any more."""
    request.session[SECOND_FACTOR] = True
