"""Where messages go, and where they do not; against a real server."""

import json
import socket
import time
from collections.abc import Callable

import pytest
from pytest_django import Settings

from tests.plans.making import NOON
from tests.reading.second.serving import Reply, serve
from tests.reminders.making import SECRET, make_message
from tests.reminders.test_formats import hmac_base64
from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.formats import Outgoing, outgoing, taken
from wenming.reminders.models import BotKind
from wenming.reminders.webhook import place_of, post

TAKEN = Reply(b'{"errcode": 0, "errmsg": "ok"}')


def why_not(send: Callable[[], object]) -> tuple[str, bool]:
    with pytest.raises(NotSent) as caught:
        send()
    return caught.value.code, caught.value.is_passing


def test_a_signed_message_arrives(named: None) -> None:
    with serve(TAKEN) as service:
        address = f"{service.url}/robot/send?access_token=1"
        answer = post(outgoing(BotKind.DINGTALK, address, SECRET, make_message(), at=NOON))
    assert taken(BotKind.DINGTALK, answer) == "ok"
    (request,) = service.requests
    assert request.path.startswith("/robot/send?access_token=1&timestamp=")
    moment = request.path.partition("timestamp=")[2].partition("&")[0]
    signature = request.path.partition("sign=")[2].replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")
    assert signature == hmac_base64(SECRET, f"{moment}\n{SECRET}")
    assert json.loads(request.body)["msgtype"] == "markdown"
    assert request.headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "bad_address"),
        ("qyapi.weixin.qq.com/cgi-bin", "bad_address"),
        ("ftp://bot.example/", "bad_address"),
        ("file:///etc/passwd", "bad_address"),
        ("https://user:word@bot.example/", "bad_address"),
        ("https://bot.example:port/", "bad_address"),
        ("https://bot.example/a b", "bad_address"),
        ("https://bot.example/\r\nHost: other", "bad_address"),
        ("https://群.example/", "bad_address"),
        ("https://[::1/", "bad_address"),
        (f"https://bot.example/{'a' * 1000}", "bad_address"),
        ("http://bot.example/", "needs_https"),
    ],
)
def test_addresses_that_are_none(address: str, code: str) -> None:
    assert why_not(lambda: place_of(address)) == (code, False)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "10.1.2.3", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[::1]", "[fd00::1]"),
        *("169.254.169.254", "0.0.0.0", "[::ffff:10.0.0.1]", "224.0.0.1", "2130706433", "0x7f.1"),
        *("[64:ff9b::a00:1]", "[64:ff9b:1::1]", "[2002:a00:1::1]", "[2001:0:a00:1::1]", "[::a00:1]", "[fec0::1]"),
    ],
)
def test_nothing_inside_is_spoken_to_unless_it_is_named(host: str) -> None:
    assert why_not(lambda: post(Outgoing(f"https://{host}:9/", b"{}"))) == ("inside", False)


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[64:ff9b::a9fe:a9fe]", "[fec0::1]"]
)
def test_what_holds_a_clouds_secrets_is_never_spoken_to(host: str, settings: Settings) -> None:
    settings.WEBHOOK_HOSTS = [host.strip("[]")]
    assert why_not(lambda: post(Outgoing(f"https://{host}:9/", b"{}"))) == ("inside", False)


def test_without_tls_only_nearby(settings: Settings) -> None:
    settings.WEBHOOK_HOSTS = ["8.8.8.8"]
    assert why_not(lambda: post(Outgoing("http://8.8.8.8/", b"{}"))) == ("needs_https", False)


def test_nobody_there_can_be_tried_again(named: None) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert why_not(lambda: post(Outgoing(address, b"{}"))) == ("unreachable", True)


def test_all_addresses_together_have_the_time_of_one(
    named: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REMINDER_SECONDS = 0.3
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes connections and never says a word
        entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", silent.getsockname())
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: [entry] * 6)
        begun = time.monotonic()
        assert why_not(lambda: post(Outgoing("https://127.0.0.1/", b"{}"))) == ("unreachable", True)
    assert time.monotonic() - begun < 4 * settings.REMINDER_SECONDS


def test_a_certificate_that_is_none_is_not_trusted(named: None) -> None:
    with serve(TAKEN) as service:
        address = service.url.replace("http://", "https://")
        assert why_not(lambda: post(Outgoing(address, b"{}"))) == ("unreachable", True)
    assert service.requests == []


@pytest.mark.parametrize(
    ("status", "code", "is_passing"), [(302, "moved", False), (404, "refused", False), (503, "busy", True)]
)
def test_what_is_not_taken(status: int, code: str, is_passing: bool, named: None) -> None:
    with serve(Reply(b"", status=status, headers={"Location": "http://127.0.0.1:1/"})) as service:
        assert why_not(lambda: post(Outgoing(f"{service.url}/", b"{}"))) == (code, is_passing)
    assert len(service.requests) == 1  # nobody followed


@pytest.mark.parametrize(
    "reply", [Reply(b"", status=500), Reply(b"{}", wait=2), Reply(b"x" * 40, drip=0.1)], ids=["500", "silent", "drips"]
)
def test_what_may_have_been_taken(reply: Reply, named: None, settings: Settings) -> None:
    settings.REMINDER_SECONDS = 0.5
    with serve(reply) as service, pytest.raises(Unsure):
        post(Outgoing(f"{service.url}/", b"{}"))


def test_a_huge_answer_is_not_read_to_its_end(named: None) -> None:
    with serve(Reply(b"x" * 1_000_000)) as service:
        assert len(post(Outgoing(f"{service.url}/", b"{}"))) == 64 * 1024
