"""An address with a number that no row can bear leads nowhere: neither database could even be asked for it."""

from collections.abc import Callable, Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

LARGEST = 2**63 - 1  # what both databases keep in a whole number

GetResponse = Callable[[HttpRequest], HttpResponse]


class KeysInReach:
    """Middleware: 404 for such an address, before its view is asked."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        _request: HttpRequest,
        _view: Callable[..., HttpResponseBase],
        args: Sequence[object],
        kwargs: Mapping[str, object],
    ) -> None:
        """Raises Http404 where a number of the address is too large."""
        if any(isinstance(value, int) and value > LARGEST for value in (*args, *kwargs.values())):
            raise Http404
