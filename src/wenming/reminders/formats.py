"""Messages as group bots take them: how each writes text, signs, limits the length, and says that it was taken.

Sources: developer.work.weixin.qq.com/document/path/91770 (企业微信),
open.dingtalk.com/document/robots/custom-robot-access
(钉钉), open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (飞书). Pure: the moment is an argument.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote_plus, urlsplit, urlunsplit

from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.models import BotKind
from wenming.rules.reminding.cutting import fit

# What these programs read as Markdown, a tag or a mention. Some would show a backslash before them, so full-width signs
# stand in their place: they look nearly the same and mean nothing.
_SIGNS = "\\`*_[]#|~<>@"
_FULL_WIDTH = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in _SIGNS})
_BUSY = {45009, 130101, 9499, 11232}  # too many messages at once: 企业微信, 钉钉, 飞书 (two)


@dataclass(frozen=True, slots=True)
class Message:
    """What is said: a title, lines before the list, the list that may be cut, and an address to open (may be empty)."""

    title: str
    head: Sequence[str]
    lines: Sequence[str]
    link: str
    link_words: str
    more: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request to be posted."""

    address: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def outgoing(kind: str, address: str, secret: str, message: Message, *, at: datetime) -> Outgoing:
    """The message for that kind of bot, signed with ``secret`` where there is one."""
    return _MAKERS[BotKind(kind)](address, secret, message, at)


def _wecom(address: str, secret: str, message: Message, at: datetime) -> Outgoing:
    """At most 4,096 bytes of Markdown; the key in the address is all the proof that it asks for."""
    del secret, at
    text = _markdown(message, most=4096)
    return Outgoing(address, _json({"msgtype": "markdown", "markdown": {"content": text}}))


def _dingtalk(address: str, secret: str, message: Message, at: datetime) -> Outgoing:
    """At most 20,000 bytes; the moment in milliseconds and its signature stand in the address."""
    text = _markdown(message, most=18_000, between="\n\n")  # a single line break is none in its Markdown
    body = _json({"msgtype": "markdown", "markdown": {"title": message.title, "text": text}})
    if not secret:
        return Outgoing(address, body)
    moment = str(round(at.timestamp() * 1000))
    sign = quote_plus(_signature(secret, f"{moment}\n{secret}"))
    parts = urlsplit(address)
    query = "&".join(filter(None, [parts.query, f"timestamp={moment}", f"sign={sign}"]))
    return Outgoing(urlunsplit(parts._replace(query=query)), body)


def _feishu(address: str, secret: str, message: Message, at: datetime) -> Outgoing:
    """A body of at most 20 KB; moment and secret are the key of a signature over nothing."""
    tail = [f"{message.link_words}：{message.link}"] if message.link else []
    plain = [[escaped(line) for line in part] for part in ([message.title, *message.head], message.lines)]
    text = fit(plain[0], plain[1], most=12_000, more=message.more, tail=tail)
    body: dict[str, object] = {"msg_type": "text", "content": {"text": text}}
    if secret:
        moment = str(int(at.timestamp()))
        body = {"timestamp": moment, "sign": _signature(f"{moment}\n{secret}", "")} | body
    return Outgoing(address, _json(body))


def _plain(address: str, secret: str, message: Message, at: datetime) -> Outgoing:
    """JSON for a program of one's own; the header X-Wenming-Signature is the HMAC-SHA256 of "moment.body" in hex."""
    text = fit(message.head, message.lines, most=20_000, more=message.more)
    body = _json({"title": message.title, "text": text, "link": message.link})
    moment = str(int(at.timestamp()))
    headers = {"X-Wenming-Timestamp": moment}
    if secret:
        signed = hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
        headers["X-Wenming-Signature"] = f"sha256={signed}"
    return Outgoing(address, body, headers)


_MAKERS = {
    BotKind.WECOM: _wecom,
    BotKind.DINGTALK: _dingtalk,
    BotKind.FEISHU: _feishu,
    BotKind.PLAIN: _plain,
}


def _markdown(message: Message, *, most: int, between: str = "\n") -> str:
    """A heading, lines, a link; nothing that came from people is read as Markdown or as a tag."""
    head = [f"### {escaped(message.title)}", *(escaped(line) for line in message.head)]
    lines = [f"- {escaped(line)}" for line in message.lines]
    tail = [f"[{escaped(message.link_words)}]({message.link})"] if message.link else []
    text = fit(head, lines, most=most, more=message.more, tail=tail)
    return text.replace("\n", between)


def escaped(text: str) -> str:
    """The text on one line, of which nothing is read as Markdown, as a tag or as a mention.

    >>> escaped("<@all> **急**")
    '＜＠all＞ ＊＊急＊＊'
    """
    return " ".join(text.split()).translate(_FULL_WIDTH)


def _signature(key: str, text: str) -> str:
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def taken(kind: str, answer: bytes) -> str:
    """What the other side said, where it took the message. Raises NotSent, Unsure."""
    if kind == BotKind.PLAIN:
        return ""
    try:
        said = json.loads(answer)
        code = said.get("errcode", said.get("code", said.get("StatusCode")))
        words = str(said.get("errmsg", said.get("msg", said.get("StatusMessage", ""))))
    except (ValueError, AttributeError) as error:
        raise Unsure("odd_answer") from error
    if code is None:
        raise Unsure("odd_answer", words)
    if code != 0:
        raise NotSent("busy" if code in _BUSY else "rejected", f"{code} {words}", is_passing=code in _BUSY)
    return words
