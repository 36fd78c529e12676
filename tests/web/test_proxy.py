"""From where a request comes behind a proxy."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from wenming.web.proxy import client_address_middleware


def address_of(request: HttpRequest) -> str:
    """What the rest of the product sees."""
    client_address_middleware(lambda _request: HttpResponse())(request)
    return str(request.META["REMOTE_ADDR"])


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("10.2.3.4", "10.2.3.4"),
        ("1.1.1.1, 10.2.3.4", "10.2.3.4"),  # the first was made up by who asks
        ("2001:db8::1", "2001:db8::1"),
        ("", "127.0.0.1"),
        ("nonsense", "127.0.0.1"),
        ("10.2.3.4, ", "127.0.0.1"),
        ("10.2.3.4:443", "127.0.0.1"),
    ],
)
def test_the_last_address_counts_and_nonsense_does_not(forwarded: str, address: str) -> None:
    assert address_of(RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})) == address
