"""Mail against a real server."""

import socket
from email import message_from_bytes, policy

import pytest
from pytest_django import Settings

from tests.reminders.making import Post, make_message
from wenming.reminders import mail
from wenming.reminders.channels import NotSent, Unsure

TO = "gulan@example.org"


def why_not() -> tuple[str, bool]:
    with pytest.raises(NotSent) as caught:
        mail.send(TO, make_message())
    return caught.value.code, caught.value.is_passing


def test_it_arrives_as_it_is_meant(post: Post, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "wenming@example.org"
    assert mail.send(TO, make_message()) == ""
    (envelope,) = post.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == ("wenming@example.org", [TO])
    assert isinstance(envelope.content, bytes)
    got = message_from_bytes(envelope.content, policy=policy.default)
    assert got["Subject"] == "青禾县文明创建提醒"
    assert got.get_content().splitlines()[:4] == [
        "3月5日，2 个单位有事要办：",
        "",
        "第0单位：<@all> **逾期** 1 项",
        "第1单位：<@all> **逾期** 1 项",
    ]


def test_without_a_server_nothing_is_tried(settings: Settings) -> None:
    settings.MAIL = {}
    assert not mail.is_possible()
    assert why_not() == ("no_mail_server", False)


def test_a_server_that_is_away(post: Post, settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = free.getsockname()[1]
        assert why_not() == ("mail_unreachable", True)


def test_a_server_that_knows_no_passwords(post: Post, settings: Settings) -> None:
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "wenming"
    assert why_not() == ("mail_sign_in", False)
    assert post.taken == []


@pytest.mark.parametrize(("answer", "is_passing"), [("550 no such user", False), ("450 try later", True)])
def test_somebody_who_is_not_there(answer: str, is_passing: bool, post: Post) -> None:
    post.to_recipient = answer
    assert why_not() == ("mail_refused", is_passing)


@pytest.mark.parametrize(("answer", "is_passing"), [("554 spam", False), ("451 busy", True)])
def test_a_text_that_is_not_taken(answer: str, is_passing: bool, post: Post) -> None:
    post.to_text = answer
    assert why_not() == ("mail_refused", is_passing)


def test_whoever_hangs_up_may_have_taken_it(post: Post) -> None:
    post.to_text = "hang up"
    with pytest.raises(Unsure):
        mail.send(TO, make_message())


@pytest.mark.parametrize("address", ["a@example.org\nBcc: b@example.org", "a@example.org\r\nX: y"])
def test_no_header_is_smuggled_in(address: str, post: Post) -> None:
    with pytest.raises(NotSent) as caught:
        mail.send(address, make_message())
    assert caught.value.code == "bad_mail_address"
    assert post.taken == []
