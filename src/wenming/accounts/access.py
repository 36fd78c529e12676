"""How a view asks "may this person do this here?": what each request may do, and what the frame may show."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from wenming.accounts import queries
from wenming.accounts.models import User
from wenming.accounts.powers import Powers, powers_of
from wenming.web.access import everybody, needs

__all__ = ["everybody", "needs", "rail", "rights_for", "rights_middleware", "user_of"]

GetResponse = Callable[[HttpRequest], HttpResponse]


def user_of(request: HttpRequest) -> User:
    """The signed-in person; every page but sign-in has one."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def rights_for(request: HttpRequest) -> Powers:
    """What the signed-in person may do today, in the county's time zone; asked once for each request."""
    known: Powers | None = getattr(request, "wenming_rights", None)
    if known is None:
        known = powers_of(user_of(request), on=localdate())
        request.wenming_rights = known  # type: ignore[attr-defined]
    return known


def rights_middleware(get_response: GetResponse) -> GetResponse:
    """Hand every request its ``rights``, asked for only when a view wants to know."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.rights = SimpleLazyObject(lambda: rights_for(request))  # type: ignore[attr-defined]
        return get_response(request)

    return answer


def rail(request: HttpRequest) -> dict[str, object]:
    """For every template: the county, and what the signed-in person may do as ``may.plan_view`` and so on."""
    county = SimpleLazyObject(queries.county_name)
    if not isinstance(getattr(request, "user", None), User):
        return {"may": {}, "county": county}
    return {"may": {right.value: True for right in rights_for(request)}, "county": county}
