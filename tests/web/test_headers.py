"""What every answer says to the browser: each address, each method, errors, files and redirects."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings as live
from django.http import HttpResponseBase
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from tests.plans.making import make_person
from tests.test_house_rules import addresses
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db

YEAR = 365 * 24 * 60 * 60
SAYS = {
    "Content-Security-Policy": r".*default-src 'none'.*",
    "Strict-Transport-Security": rf"max-age={YEAR}; includeSubDomains.*",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin|no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": r".*camera=\(\).*geolocation=\(\).*",
    "X-Frame-Options": "DENY",
}
POLICY = ("frame-ancestors 'none'", "base-uri 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'")


@pytest.fixture
def https(settings: Settings) -> Client:
    """A browser that speaks to a server as it stands in an office: over HTTPS."""
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = YEAR, True
    settings.SECURE_SSL_REDIRECT = True
    return Client(raise_request_exception=False)


def missing(answer: HttpResponseBase, *, secure: bool = True) -> list[str]:
    """What it does not say."""
    asked = {name: value for name, value in SAYS.items() if secure or name != "Strict-Transport-Security"}
    lacks = [name for name, value in asked.items() if not re.fullmatch(value, answer.headers.get(name, ""))]
    return lacks + [one for one in POLICY if one not in answer.headers.get("Content-Security-Policy", "")]


def paths() -> Iterator[str]:
    """Every address, with something in place of what varies."""
    for address, _entry in addresses(get_resolver()):
        yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda kind: "1" if kind[1] == "int" else "a", address)


@pytest.mark.parametrize("role", [None, PostRole.OFFICE, PostRole.SYSTEM], ids=str)
def test_every_address(https: Client, role: PostRole | None) -> None:
    if role:
        https.force_login(make_person("某人", role))
    wrong = {}
    for path in paths():
        for method in ("get", "post", "head", "options", "put", "delete", "trace"):
            answer = getattr(https, method)(path, secure=True)
            answer.getvalue()  # a file: to its end, or it stays open
            lacks = missing(answer)
            if "no-store" not in answer.headers.get("Cache-Control", "") and answer.status_code != 405:
                lacks.append("no-store")
            if lacks:
                wrong[method, path] = (answer.status_code, lacks)
            if path.startswith("/sign-out"):
                break
    assert wrong == {}


ODD = [
    ("/no/such/page", 404),
    ("/?q=%00", 400),
    ("/static/../secret-key", 404),
    ("/files/a", 404),
    ("/.git/config", 404),
]


@pytest.mark.parametrize(("path", "status"), ODD)
def test_errors_and_files(https: Client, path: str, status: int) -> None:
    https.force_login(make_person("某人"))
    answer = https.get(path, secure=True)
    assert answer.status_code == status
    assert missing(answer) == []


def test_a_static_file(https: Client) -> None:
    (live.STATIC_ROOT / "probe.css").write_text("a {}")
    answer = https.get("/static/probe.css", secure=True)
    assert (b"".join(answer), missing(answer)) == (b"a {}", [])
    answer.close()


def test_a_host_that_is_not_ours(https: Client) -> None:
    answer = https.get("/sign-in/", secure=True, headers={"host": "evil.example"})
    assert (answer.status_code, missing(answer)) == (400, [])


def test_too_much_at_once(https: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = https.post("/sign-in/", {"username": "a" * 1000}, secure=True)
    assert answer.status_code in {400, 413}
    assert missing(answer) == []


def test_our_own_fault(https: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.contrib.auth.middleware.get_user", lambda _request: 1 / 0)
    answer = https.get("/search", secure=True)
    assert (answer.status_code, missing(answer)) == (500, [])


def test_plain_http_is_sent_on(https: Client) -> None:
    answer = https.get("/sign-in/")
    assert (answer.status_code, missing(answer, secure=False)) == (301, [])


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "A"])
def test_methods_that_no_page_answers(https: Client, method: str) -> None:
    answer = https.generic(method, "/sign-in/", secure=True)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")
    assert missing(answer) == []


def test_a_forwarded_host_or_scheme_counts_for_nothing(https: Client) -> None:
    spoofed = {"x-forwarded-proto": "https", "x-forwarded-host": "evil.example"}
    answer = https.get("/sign-in/", headers=spoofed)
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/sign-in/")
