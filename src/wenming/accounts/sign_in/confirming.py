"""Before something that an open screen should not allow, the person says once more who they are."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

P = ParamSpec("P")
A = TypeVar("A", bound=HttpResponseBase)

CONFIRMED = "wenming_confirmed"  # seconds since 1970
HOLDS = timedelta(minutes=10)


def confirm(request: HttpRequest, *, at: datetime) -> None:
    """The person has just said who they are."""
    request.session[CONFIRMED] = int(at.timestamp())


def is_confirmed(request: HttpRequest, *, at: datetime) -> bool:
    """The person has said so lately."""
    since: float = at.timestamp() - request.session.get(CONFIRMED, 0)
    return since < HOLDS.total_seconds()


def confirmed(
    view: Callable[Concatenate[HttpRequest, P], A],
) -> Callable[Concatenate[HttpRequest, P], A | HttpResponse]:
    """The view answers who has just said who they are; others are asked, and led back."""

    @wraps(view)
    def asking(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> A | HttpResponse:
        if not is_confirmed(request, at=timezone.now()):
            return redirect(reverse("accounts:confirm", query={"next": request.path}))
        return view(request, *args, **kwargs)

    return asking
