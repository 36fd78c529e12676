"""Guarding a view. What a person may do is known to a room above; it hands every request its ``rights``.

Every view says whom it answers: those who hold a right (``needs``), all who are signed in (``everybody``), or anybody
at all (Django's ``login_not_required``). A test refuses a view that says nothing.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, Protocol

from django.http import Http404, HttpRequest, HttpResponseBase

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

EVERYBODY = "everybody"  # stands for a right where signing in is enough


class Rights(Protocol):
    """What a request may do."""

    def exercise(self, right: str) -> bool:
        """Whether the right is held; from now on the person acts in the role that gives it."""


def needs(right: str) -> Callable[[View[P]], View[P]]:
    """The view answers only those who hold ``right``; to others there is no such page."""

    def guard(view: View[P]) -> View[P]:
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            held: Rights | None = getattr(request, "rights", None)
            if held is None or not held.exercise(right):
                raise Http404
            return view(request, *args, **kwargs)

        update_wrapper(guarded, view)
        guarded.right = str(right)  # type: ignore[attr-defined]
        return guarded

    return guard


def everybody(view: View[P]) -> View[P]:
    """The view answers all who are signed in."""
    view.right = EVERYBODY  # type: ignore[attr-defined]
    return view
