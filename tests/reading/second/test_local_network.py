"""Requests go to the local network, in time, or not at all."""

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.reading.second.serving import Reply, serve
from wenming.reading.second.local_network import LARGEST_ANSWER, NoAnswer, is_local, post


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.31.255.255", True),
        ("172.32.0.1", False),
        ("192.168.1.9", True),
        ("169.254.169.254", False),
        ("8.8.8.8", False),
        ("0.0.0.0", False),
        ("::1", True),
        ("fd00::5", True),
        ("fe80::1%eth0", True),
        ("2001:4860::1", False),
        ("::ffff:8.8.8.8", False),
        ("::ffff:10.0.0.1", True),
    ],
)
def test_what_is_local(address: str, local: bool) -> None:
    assert is_local(address) is local


def refused(url: str, **known: float) -> tuple[str, dict[str, str]]:
    """The code and gaps with which a post is refused."""
    with pytest.raises(NoAnswer) as refusal:
        post(url, b"{}", seconds=known.get("seconds", 5))
    return refusal.value.code, refusal.value.about


def test_it_posts_and_brings_the_answer_back() -> None:
    with serve(Reply(b"answer")) as service:
        assert post(f"{service.url}/v1/x?y=1", b'{"a":1}', seconds=5) == b"answer"
    [request] = service.requests
    assert (request.path, request.body, request.headers["Content-Type"]) == (
        "/v1/x?y=1",
        b'{"a":1}',
        "application/json",
    )


def test_nothing_is_sent_outside() -> None:
    assert refused("http://203.0.113.7:9/v1") == ("second_not_local", {"host": "203.0.113.7"})
    assert refused("http://[2001:4860::1]/v1")[0] == "second_not_local"


def test_outside_may_be_allowed() -> None:
    with serve(Reply(b"answer")) as service:
        assert post(service.url, b"{}", seconds=5, outside=True) == b"answer"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:8000",
        "ftp://10.0.0.1/",
        "http://",
        "http://[::1",
        "http://a:99999/",
        "http://a/\r\nX: y",
        "http://中文/",
    ],
)
def test_an_incomplete_address_is_refused(url: str) -> None:
    assert refused(url) == ("second_bad_address", {"url": url})


def test_a_name_that_nobody_knows() -> None:
    assert refused("http://nobody.invalid/v1")[0] == "second_unreachable"


def test_a_redirection_is_not_followed() -> None:
    with serve(Reply(b"", status=302, headers={"Location": "http://203.0.113.7/"})) as service:
        assert refused(service.url) == ("second_refused", {"status": "302"})


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://203.0.113.7:9")
    with serve(Reply(b"answer")) as service:
        assert post(service.url, b"{}", seconds=5) == b"answer"


def test_a_slow_service_is_left() -> None:
    with serve(Reply(b"late", wait=5)) as service:
        assert refused(service.url, seconds=0.2) == ("second_slow", {"seconds": "0.2"})


def test_a_service_that_drips_is_left() -> None:
    with serve(Reply(b"x" * 100, drip=0.1)) as service:
        assert refused(service.url, seconds=0.4)[0] == "second_slow"


def test_an_endless_answer_is_no_answer() -> None:
    with serve(Reply(b"x" * (LARGEST_ANSWER + 2))) as service:
        assert refused(service.url)[0] == "second_broken"


@pytest.fixture
def mute() -> Iterator[str]:
    """The address of a service that hangs up on everybody."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            conversation, _ = server.accept()
            conversation.close()

        thread = threading.Thread(target=hang_up, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(5)


def test_a_service_that_hangs_up(mute: str) -> None:
    assert refused(mute)[0] == "second_unreachable"


def test_a_service_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == ("second_unreachable", {"host": "127.0.0.1"})


def test_encryption_is_not_skipped() -> None:
    with serve(Reply(b"answer")) as service:
        assert refused(service.url.replace("http:", "https:"))[0] == "second_unreachable"
