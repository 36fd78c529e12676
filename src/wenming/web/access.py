"""Guarding a view. What a person may do is known to a room above; it hands every request its ``rights``."""

from collections.abc import Callable, Collection
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def needs(right: str) -> Callable[[View[P]], View[P]]:
    """The view answers only those who hold ``right``; to others there is no such page."""

    def guard(view: View[P]) -> View[P]:
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            held: Collection[str] = getattr(request, "rights", ())
            if right not in held:
                raise Http404
            return view(request, *args, **kwargs)

        update_wrapper(guarded, view)
        return guarded

    return guard
