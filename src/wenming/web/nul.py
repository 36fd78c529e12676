"""An address that holds the character NUL is refused: PostgreSQL stores none and looks for none."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from wenming.web.views import bad_request

GetResponse = Callable[[HttpRequest], HttpResponse]


def no_nul_middleware(get_response: GetResponse) -> GetResponse:
    """400 for such an address; in the fields of a form Django's own check finds it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, BadRequest())
        return get_response(request)

    return answer
