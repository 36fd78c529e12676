"""Sends one request to a service on the local network, and to no other place unless that is allowed.

Plain sockets and ``http.client``: no proxy of the environment is used and no redirection followed, so that the text
cannot leave by a side door, and the address that was checked is the address that is spoken to.
"""

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

LARGEST_ANSWER = 256 * 1024  # bytes

# RFC 1918, RFC 4193, loopback and IPv6 link-local; not 169.254/16, where cloud machines keep their secrets
_LOCAL = tuple(
    ip_network(block)
    for block in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10")
)


class NoAnswer(Exception):
    """The service gave no answer; ``code`` and ``about`` name the sentence in ``reading.messages``."""

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a request goes."""

    host: str
    port: int
    path: str
    is_encrypted: bool


class _Connection(http.client.HTTPConnection):
    """HTTP over a socket that is connected already."""

    def __init__(self, place: _Place, ready: socket.socket) -> None:
        super().__init__(place.host, place.port)
        self.sock = ready


def is_local(address: str) -> bool:
    """Whether a numeric address (IPv4 or IPv6) belongs to this computer or the local network."""
    parsed: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return any(parsed in block for block in _LOCAL)


def post(url: str, body: bytes, *, seconds: float, outside: bool = False) -> bytes:
    """The answer to ``body`` (JSON) posted to ``url``, at most ``LARGEST_ANSWER`` bytes.

    Connecting may take ``seconds``, and the answer as long again, however it drips. ``outside`` allows addresses
    beyond the local network. Raises ``NoAnswer`` and nothing else.
    """
    place = _place(url)
    ready = _connected(place, seconds, outside=outside)
    late = threading.Event()
    timer = threading.Timer(seconds, _cut, (ready, late))
    timer.daemon = True
    timer.start()
    try:
        answer = _exchanged(place, ready, body)
    except (OSError, http.client.HTTPException) as error:
        if isinstance(error, TimeoutError):
            late.set()
        elif not late.is_set():
            raise NoAnswer("second_unreachable", host=place.host) from error
    finally:
        timer.cancel()
        ready.close()
    if late.is_set():  # what came before the cut may look whole
        raise NoAnswer("second_slow", seconds=f"{seconds:g}")
    return answer


def _place(url: str) -> _Place:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("http", "https") or not url.isascii() or not url.isprintable() or " " in url:
        raise NoAnswer("second_bad_address", url=url)
    is_encrypted = parts.scheme == "https"
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return _Place(host, port or (443 if is_encrypted else 80), path or "/", is_encrypted)


def _connected(place: _Place, seconds: float, *, outside: bool) -> socket.socket:
    """A socket to the place; every address that its name stands for is checked before any is spoken to."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAnswer("second_unreachable", host=place.host) from error
    addresses = [entry[4][:2] for entry in found]
    if not outside and not all(is_local(str(address[0])) for address in addresses):
        raise NoAnswer("second_not_local", host=place.host)
    for host, port in addresses:
        with suppress(OSError):
            return _encrypted(place, socket.create_connection((str(host), int(port)), timeout=seconds))
    raise NoAnswer("second_unreachable", host=place.host)


def _encrypted(place: _Place, plain: socket.socket) -> socket.socket:
    if not place.is_encrypted:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=place.host)
    except OSError:
        plain.close()
        raise


def _exchanged(place: _Place, ready: socket.socket, body: bytes) -> bytes:
    connection = _Connection(place, ready)
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    connection.request("POST", place.path, body, headers)
    with connection.getresponse() as response:
        if response.status != http.client.OK:
            raise NoAnswer("second_refused", status=str(response.status))
        answer = response.read(LARGEST_ANSWER + 1)
    if len(answer) > LARGEST_ANSWER:
        raise NoAnswer("second_broken")
    return answer


def _cut(ready: socket.socket, late: threading.Event) -> None:
    """Ends a conversation that takes too long, even one that drips a byte a second."""
    late.set()
    with suppress(OSError):
        socket.socket.shutdown(ready, socket.SHUT_RDWR)
