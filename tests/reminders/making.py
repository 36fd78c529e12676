"""What there is to remind of, who is reminded, and servers that take it; all real."""

import socket
from asyncio import Transport
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.reminders.formats import Message
from wenming.reminders.models import Bot, BotKind, Channel, Preference
from wenming.reminders.sealing import sealed
from wenming.work.models import Cell

TODAY = NOON.date()  # a Thursday
YESTERDAY = date(2026, 3, 4)
SECRET = "SEC-of-the-group"


def make_cell(unit: Unit, due: date = YESTERDAY, state: str = "missed", activity: str = "民主评议") -> Cell:
    """Something that the unit is asked, due on that day."""
    commitment = make_commitment(make_measure(unit), activity=activity)
    days = {"first": date(2026, 1, 1), "last": due, "due": due, "closes": due}
    return Cell.objects.create(commitment=commitment, unit=unit, state=state, is_current=True, **days)


def make_liaison(unit: Unit, name: str = "顾兰", *, hour: int | None = 8) -> User:
    """The unit's liaison, who wants mail at that hour; None: who looks at the pages only."""
    person = make_person(name, PostRole.LIAISON, unit)
    if hour is not None:
        wants_mail(person, hour)
    return person


def wants_mail(person: User, hour: int = 8) -> None:
    """The person wants mail at that hour."""
    person.email = f"p{person.pk}@example.org"
    person.save(update_fields=["email"])
    Preference.objects.create(user=person, channel=Channel.MAIL, hour=hour)


def make_bot(url: str, kind: BotKind = BotKind.WECOM, *, secret: str = "", name: str = "创建工作群") -> Bot:
    """A group of the county."""
    about = {"host": "127.0.0.1", "changed_by": make_person(f"办{name}", None), "changed_at": NOON}
    kept = {"sealed_address": sealed(url), "sealed_secret": sealed(secret) if secret else ""}
    return Bot.objects.create(area=make_area(), name=name, kind=kind, **about, **kept)


def make_message(lines: int = 2) -> Message:
    """A message with something in it that programs might take for their own."""
    return Message(
        title="青禾县文明创建提醒",
        head=["3月5日，2 个单位有事要办："],
        lines=[f"第{number}单位：<@all> **逾期** 1 项" for number in range(lines)],
        link="https://wenming.example/",
        link_words="打开“我的事”",
        more=lambda left: f"还有 {left} 项，请到网页上看。",
    )


def make_units(count: int) -> list[Unit]:
    """So many units, each with a liaison who wants mail, and something late."""
    units = [make_unit(f"第{number}单位") for number in range(count)]
    for number, unit in enumerate(units):
        make_liaison(unit, f"联络员{number}")
        make_cell(unit)
    return units


class Post:
    """A mail server that keeps what it takes; ``answer`` is what it says to each recipient or to the text."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.to_recipient = ""
        self.to_text = ""
        self.meanwhile: Callable[[], object] = lambda: None

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Whether somebody is known."""
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's
        """Take the text, or say why not; to hang up is an answer, too."""
        self.taken.append(envelope)
        if self.to_text == "hang up":
            assert isinstance(server.transport, Transport)
            server.transport.abort()
        return self.to_text or "250 OK"


@contextmanager
def post_office() -> Iterator[tuple[Post, int]]:
    """A mail server on loopback, and its port."""
    post = Post()
    with socket.socket() as free:  # the library takes no port of the system's choice
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post, port
    finally:
        controller.stop()
