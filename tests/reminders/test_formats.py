"""What bots are sent: signed as each asks, no longer than each takes, with nothing in it that it takes for its own."""

import base64
import hashlib
import hmac
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.plans.making import NOON
from tests.reminders.making import SECRET, make_message
from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.formats import Outgoing, escaped, outgoing, taken
from wenming.reminders.models import BotKind

ADDRESS = "https://bot.example/send?key=1"
BOTS = [BotKind.WECOM, BotKind.DINGTALK, BotKind.FEISHU]


def sent(kind: BotKind, lines: int = 2, secret: str = SECRET) -> Outgoing:
    return outgoing(kind, ADDRESS, secret, make_message(lines), at=NOON)


def text_in(kind: BotKind, body: bytes) -> str:
    said = json.loads(body)
    places = {
        BotKind.WECOM: lambda: said["markdown"]["content"],
        BotKind.DINGTALK: lambda: said["markdown"]["text"],
        BotKind.FEISHU: lambda: said["content"]["text"],
        BotKind.PLAIN: lambda: said["text"],
    }
    return str(places[kind]())


def hmac_base64(key: str, text: str) -> str:
    return base64.b64encode(hmac.digest(key.encode(), text.encode(), "sha256")).decode()


def test_wecom_takes_markdown_and_its_key_stands_in_the_address() -> None:
    message = sent(BotKind.WECOM)
    said = json.loads(message.body)
    assert message.address == ADDRESS
    assert said["msgtype"] == "markdown"
    assert said["markdown"]["content"].splitlines() == [
        "### 青禾县文明创建提醒",
        "3月5日，2 个单位有事要办：",
        "- 第0单位：＜＠all＞ ＊＊逾期＊＊ 1 项",
        "- 第1单位：＜＠all＞ ＊＊逾期＊＊ 1 项",
        "[打开“我的事”](https://wenming.example/)",
    ]


def test_dingtalk_is_signed_in_its_address() -> None:
    message = sent(BotKind.DINGTALK)
    query = parse_qs(urlsplit(message.address).query)
    moment = query["timestamp"][0]
    assert moment == str(int(NOON.timestamp()) * 1000)
    assert query["sign"] == [hmac_base64(SECRET, f"{moment}\n{SECRET}")]
    assert query["key"] == ["1"]
    said = json.loads(message.body)
    assert (said["msgtype"], said["markdown"]["title"]) == ("markdown", "青禾县文明创建提醒")
    assert sent(BotKind.DINGTALK, secret="").address == ADDRESS


def test_feishu_is_signed_in_its_body() -> None:
    said = json.loads(sent(BotKind.FEISHU).body)
    assert said["timestamp"] == str(int(NOON.timestamp()))
    assert said["sign"] == hmac_base64(f"{said['timestamp']}\n{SECRET}", "")
    assert said["msg_type"] == "text"
    assert "sign" not in json.loads(sent(BotKind.FEISHU, secret="").body)


def test_a_program_of_ones_own_checks_a_header() -> None:
    message = sent(BotKind.PLAIN)
    moment = message.headers["X-Wenming-Timestamp"]
    signed = hmac.new(SECRET.encode(), f"{moment}.".encode() + message.body, hashlib.sha256).hexdigest()
    assert message.headers["X-Wenming-Signature"] == f"sha256={signed}"
    assert json.loads(message.body)["link"] == "https://wenming.example/"
    assert "X-Wenming-Signature" not in sent(BotKind.PLAIN, secret="").headers


@pytest.mark.parametrize(
    ("kind", "most"), [(BotKind.WECOM, 4096), (BotKind.DINGTALK, 20_000), (BotKind.FEISHU, 20 * 1024)]
)
def test_no_longer_than_it_takes_and_what_is_left_out_is_counted(kind: BotKind, most: int) -> None:
    body = sent(kind, lines=2000).body
    text = text_in(kind, body)
    assert len(text.encode() if kind is BotKind.WECOM else body) <= most
    shown = sum("单位：" in line for line in text.splitlines())
    assert 0 < shown < 2000
    assert f"还有 {2000 - shown} 项" in text
    assert "https://wenming.example/" in text


@pytest.mark.parametrize("kind", BOTS)
def test_names_mention_nobody(kind: BotKind) -> None:
    text = text_in(kind, sent(kind).body)
    assert "<" not in text
    assert "@" not in text
    assert "**" not in text


def test_a_text_stays_on_its_line() -> None:
    assert escaped("甲\n# 乙\t[丙](http://x)") == "甲 ＃ 乙 ［丙］(http://x)"
    odd = replace(make_message(1), lines=["甲\n> 乙"])
    assert "\n>" not in text_in(BotKind.WECOM, outgoing(BotKind.WECOM, ADDRESS, "", odd, at=NOON).body)


@pytest.mark.parametrize("kind", BOTS)
@pytest.mark.parametrize(
    "answer", [b'{"errcode": 0, "errmsg": "ok"}', b'{"code": 0, "msg": "ok"}', b'{"StatusCode": 0}']
)
def test_it_was_taken(kind: BotKind, answer: bytes) -> None:
    assert taken(kind, answer) in {"ok", ""}


def test_ones_own_program_takes_it_by_its_status() -> None:
    assert taken(BotKind.PLAIN, b"whatever") == ""


@pytest.mark.parametrize(
    ("answer", "code", "is_passing"),
    [
        (b'{"errcode": 93000, "errmsg": "invalid webhook url"}', "rejected", False),
        (b'{"errcode": 310000, "errmsg": "sign not match"}', "rejected", False),
        (b'{"code": 19021, "msg": "sign match fail"}', "rejected", False),
        (b'{"errcode": 45009, "errmsg": "api freq out of limit"}', "busy", True),
    ],
)
def test_it_was_not_taken(answer: bytes, code: str, is_passing: bool) -> None:
    with pytest.raises(NotSent) as caught:
        taken(BotKind.WECOM, answer)
    assert (caught.value.code, caught.value.is_passing) == (code, is_passing)
    assert json.loads(answer).get("errmsg", json.loads(answer).get("msg")) in caught.value.said


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b"{}", b"", b"\xff"])
def test_an_answer_that_says_nothing_leaves_it_open(answer: bytes) -> None:
    with pytest.raises(Unsure):
        taken(BotKind.FEISHU, answer)
