"""Nobody keeps our pages: after signing out, 后退 on a shared computer must not show them again."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


def no_store_middleware(get_response: GetResponse) -> GetResponse:
    """Tell browsers and proxies to keep no answer, unless the view has said something of its own."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return answer
