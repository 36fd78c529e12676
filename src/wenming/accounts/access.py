"""How a view asks "may this person do this?": one decorator, and what the frame of the page may show."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from wenming.accounts import queries
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.rights import Right, rights_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def user_of(request: HttpRequest) -> User:
    """The signed-in person; every page but sign-in has one."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def rights_for(request: HttpRequest) -> frozenset[Right]:
    """What the signed-in person may do, asked once for each request."""
    known: frozenset[Right] | None = getattr(request, "wenming_rights", None)
    if known is None:
        posts = Post.objects.filter(user=user_of(request))
        known = rights_of({PostRole(role) for role in posts.values_list("role", flat=True)})
        request.wenming_rights = known  # type: ignore[attr-defined]
    return known


def needs(right: Right) -> Callable[[View[P]], View[P]]:
    """The view answers only those who hold ``right``; to others there is no such page."""

    def guard(view: View[P]) -> View[P]:
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if right not in rights_for(request):
                raise Http404
            return view(request, *args, **kwargs)

        update_wrapper(guarded, view)
        return guarded

    return guard


def rail(request: HttpRequest) -> dict[str, object]:
    """For every template: the county, and what the signed-in person may do as ``may.plan_view`` and so on."""
    county = SimpleLazyObject(queries.county_name)
    if not isinstance(getattr(request, "user", None), User):
        return {"may": {}, "county": county}
    return {"may": {right.value: True for right in rights_for(request)}, "county": county}
