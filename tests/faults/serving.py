"""The real server in processes of its own, and a client that speaks HTTP to it."""

import http.client
import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from urllib.parse import urlencode

from tests import at_once
from tests.config.test_serve import free_port
from wenming.config.serve import web_command, worker_command

__all__ = ["Answer", "Browser", "Server", "free_port", "serving", "set_up", "working"]

TOKEN = "a" * 32  # of the forms: the same in the cookie and in the head is what the product asks for

SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
from django.test import Client
from tests.plans.making import make_area, make_person
client = Client()
client.force_login(make_person("沈知远"))
print(make_area().pk, int(client.cookies["sessionid"].value.encode().hex(), 16))
"""


def set_up(environment: Mapping[str, str]) -> tuple[int, str]:
    """A county with somebody of the office; the number of its area and the person's session."""
    area, session = at_once.said(at_once.run(dict(environment), SET_UP))
    return area, bytes.fromhex(f"{session:x}").decode()


class Answer:
    """What came back."""

    def __init__(self, status: int, text: str, location: str) -> None:
        self.status, self.text, self.location = status, text, location


class Browser:
    """Somebody signed in."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.cookies = port, f"sessionid={session}; csrftoken={TOKEN}"

    def ask(self, method: str, path: str, form: Mapping[str, object] | None = None) -> Answer | None:
        """The answer, or None where there is no server, or none any more."""
        there = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        headers = {"Cookie": self.cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            there.request(method, path, urlencode(form) if form is not None else None, headers)
            response = there.getresponse()
            text = response.read().decode(errors="replace")
            return Answer(response.status, text, response.headers.get("Location", ""))
        except (OSError, http.client.HTTPException):
            return None
        finally:
            there.close()

    def until(
        self, status: int, path: str, form: Mapping[str, object] | None = None, *, seconds: float = 300
    ) -> Answer:
        """Ask for the page, or send the form, until that status comes back."""
        end = time.monotonic() + seconds
        while True:
            answer = self.ask("GET" if form is None else "POST", path, form)
            if answer and answer.status == status:
                return answer
            assert time.monotonic() < end, answer and (answer.status, re.sub(r"<[^>]*>|\s+", " ", answer.text)[:300])
            time.sleep(0.1)


class Server:
    """The processes of a server."""

    def __init__(self, environment: Mapping[str, str], command: list[str]) -> None:
        self.command, self.text = command, ""
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the server runs
        self.process = subprocess.Popen(
            command, env=dict(environment), cwd=at_once.ROOT, process_group=0, stderr=self.log
        )

    def said(self) -> str:
        """What it has written until now."""
        if self.log.closed:
            return self.text
        self.log.seek(0)
        return self.log.read().decode()

    def kill(self) -> None:
        """All of its processes at once, without a word."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        if not self.log.closed:
            self.text = self.said()
            self.log.close()


@contextmanager
def serving(environment: Mapping[str, str], port: int) -> Iterator[Server]:
    """The web server."""
    server = Server(environment, web_command("127.0.0.1", port))
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def working(environment: Mapping[str, str]) -> Iterator[Server]:
    """The worker."""
    server = Server(environment, [*worker_command(), "--interval", "0.2", "--no-startup-delay"])
    try:
        yield server
    finally:
        server.kill()
