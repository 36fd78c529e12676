"""Behind a proxy of ours, a request comes from the address that the proxy has seen, not from the proxy."""

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


def client_address_middleware(get_response: GetResponse) -> GetResponse:
    """Take the last address of ``X-Forwarded-For``: the proxy wrote it; those before it anybody can have made up."""

    def answer(request: HttpRequest) -> HttpResponse:
        last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if is_address(last):
            request.META["REMOTE_ADDR"] = last
        return get_response(request)

    return answer


def is_address(text: str) -> bool:
    """An IPv4 or IPv6 address and nothing else."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
