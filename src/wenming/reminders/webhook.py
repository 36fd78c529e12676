"""Posts one message to a bot, and to no place where it must not go.

Plain sockets and ``http.client``: no proxy of the environment is used and no redirection followed, and the address that
was checked is the address that is spoken to. Hosts that the installation does not name (``WEBHOOK_HOSTS``) are reached
by HTTPS only, and only beyond the local network; those that it names also inside, and there also without TLS.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from django.conf import settings

from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.formats import Outgoing

LARGEST_ANSWER = 64 * 1024  # bytes
_MOMENT = 0.001  # seconds: 0 would mean not to wait at all
LONGEST_ADDRESS = 1000  # characters
# Addresses that lead to others which they hide (NAT64, 6to4, the old IPv4-compatible ones), or to a site of long ago.
_HIDING = [
    ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96", "fec0::/10")
]
_TRY_AGAIN = (429, 503)  # the message was not looked at


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes."""

    host: str
    port: int
    path: str
    is_encrypted: bool


class _Connection(http.client.HTTPConnection):
    """HTTP over a socket that is connected already."""

    def __init__(self, place: Place, ready: socket.socket) -> None:
        super().__init__(place.host, place.port)
        self.sock = ready


def place_of(address: str) -> Place:
    """Where the address leads, without asking the network. Raises NotSent: it is none, or not allowed."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    is_clean = address.isascii() and address.isprintable() and " " not in address and len(address) <= LONGEST_ADDRESS
    if not host or parts.scheme not in ("http", "https") or parts.username or not is_clean:
        raise NotSent("bad_address")
    if parts.scheme == "http" and not _is_named(host):
        raise NotSent("needs_https")
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return Place(host, port or (443 if parts.scheme == "https" else 80), path, parts.scheme == "https")


def _is_named(host: str) -> bool:
    return host.lower() in {one.lower() for one in settings.WEBHOOK_HOSTS}


def post(message: Outgoing) -> bytes:
    """What the other side answered. Raises NotSent, Unsure."""
    place = place_of(message.address)
    ready = _connected(place)
    late = threading.Event()
    timer = threading.Timer(settings.REMINDER_SECONDS, _cut, (ready, late))
    timer.daemon = True
    timer.start()
    try:
        answer = _exchanged(place, ready, message)
    except (OSError, http.client.HTTPException) as error:
        raise Unsure("no_answer") from error
    finally:
        timer.cancel()
        ready.close()
    if late.is_set():  # what came before the cut may look whole
        raise Unsure("no_answer")
    return answer


def _connected(place: Place) -> socket.socket:
    """A socket to the place; every address that its name stands for is checked before any is spoken to."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotSent("unreachable", is_passing=True) from error
    addresses = [(str(entry[4][0]), int(entry[4][1])) for entry in found]
    for host, _port in addresses:
        _expect_allowed(host, place)
    until = time.monotonic() + settings.REMINDER_SECONDS  # for all addresses together
    for one in addresses:
        if (left := until - time.monotonic()) <= 0:
            break
        with suppress(OSError):
            ready = _encrypted(place, socket.create_connection(one, timeout=left), until)
            ready.settimeout(settings.REMINDER_SECONDS)
            return ready
    raise NotSent("unreachable", is_passing=True)


def _expect_allowed(number: str, place: Place) -> None:
    """A host that is not named has to be out in the world; one that is, also may be near; never what is link-local.

    Without TLS only what is near is spoken to.
    """
    parsed: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    is_hiding = not parsed.is_loopback and any(parsed in network for network in _HIDING)
    is_outside = parsed.is_global and not parsed.is_multicast and not is_hiding
    is_odd = parsed.is_link_local or parsed.is_multicast or parsed.is_unspecified or parsed.is_reserved or is_hiding
    is_near = parsed.is_loopback or (parsed.is_private and not is_odd)
    if not (is_outside or (is_near and _is_named(place.host))):
        raise NotSent("inside")
    if not place.is_encrypted and is_outside:
        raise NotSent("needs_https")


def _encrypted(place: Place, plain: socket.socket, until: float) -> socket.socket:
    if not place.is_encrypted:
        return plain
    try:
        plain.settimeout(max(until - time.monotonic(), _MOMENT))
        return ssl.create_default_context().wrap_socket(plain, server_hostname=place.host)
    except OSError:
        plain.close()
        raise


def _exchanged(place: Place, ready: socket.socket, message: Outgoing) -> bytes:
    connection = _Connection(place, ready)
    fixed: Mapping[str, str] = {"Content-Type": "application/json; charset=utf-8", "Connection": "close"}
    connection.request("POST", place.path, message.body, {**fixed, **message.headers})
    with connection.getresponse() as response:
        answer = response.read(LARGEST_ANSWER)
        status = response.status
    if status in _TRY_AGAIN:
        raise NotSent("busy", str(status), is_passing=True)
    if status >= http.client.INTERNAL_SERVER_ERROR:
        raise Unsure("odd_answer", str(status))
    if not http.client.OK <= status < http.client.MULTIPLE_CHOICES:
        raise NotSent("moved" if status < http.client.BAD_REQUEST else "refused", str(status))
    return answer


def _cut(ready: socket.socket, late: threading.Event) -> None:
    """Ends a conversation that takes too long, even one that drips a byte a second."""
    late.set()
    with suppress(OSError):
        socket.socket.shutdown(ready, socket.SHUT_RDWR)
