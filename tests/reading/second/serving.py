"""A small real web service on loopback that answers as a test wants it to."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Reply:
    """One answer: its body and status, and how long the service lets one wait for it, or between its bytes.

    ``meanwhile`` is done once the question is there and before it is answered.
    """

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0
    drip: float = 0
    meanwhile: Callable[[], object] | None = None


@dataclass(frozen=True)
class Request:
    """What somebody asked."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Service:
    """The service's address, and what it was asked."""

    url: str
    requests: list[Request] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is expected here."""


@contextmanager
def serve(*replies: Reply) -> Iterator[Service]:
    """Serve the replies in turn, the last one again and again."""
    closing = threading.Event()
    service = Service("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = replies[min(len(service.requests), len(replies) - 1)]
            service.requests.append(Request(self.path, dict(self.headers), body))
            if reply.meanwhile:
                reply.meanwhile()
            closing.wait(reply.wait)
            with suppress(OSError):
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in _pieces(reply):
                self.wfile.write(piece)
                closing.wait(reply.drip)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            pass

    with _Server(("127.0.0.1", 0), Handler) as server:
        service.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield service
        finally:
            closing.set()
            server.shutdown()
            thread.join()


def _pieces(reply: Reply) -> Iterator[bytes]:
    if not reply.drip:
        yield reply.body
        return
    for place in range(len(reply.body)):
        yield reply.body[place : place + 1]
