"""Every page asks who is there; whose session ended under their hands is told so and led back to their page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

SAFE = {"GET", "HEAD", "OPTIONS"}


class SignInRequired(LoginRequiredMiddleware):
    """Django's own leads back to the address asked for, but that of a form, or of a piece, is no page to return to."""

    def handle_no_permission(  # type: ignore[override]  # to htmx a redirect is another kind of answer
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirectBase:
        """Ask to sign in."""
        is_piece = "HX-Request" in request.headers
        if request.method in SAFE and not is_piece:
            return super().handle_no_permission(request, view_func)
        there = reverse("accounts:sign_in", query={"next": _page_of(request), "lapsed": 1})
        return HttpResponseClientRedirect(there) if is_piece else redirect(there)


def _page_of(request: HttpRequest) -> str:
    """The page of ours from which the request came, else the first page."""
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host():
        return reverse("home")
    return f"{came.path}?{came.query}" if came.query else came.path
