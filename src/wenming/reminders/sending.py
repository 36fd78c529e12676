"""A round of sending: what is due this hour gets its row, then goes out; at most one message a person and day.

The row is written, and claimed, before anything is sent. Whoever is lost in between leaves it claimed; it is then said
to be unsure, and not sent again. What certainly did not arrive is tried again after a wait that grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from wenming.jobs import actions as jobs
from wenming.jobs import clock
from wenming.jobs.models import Job
from wenming.places.models import Area
from wenming.reminders import formats, mail, webhook
from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.formats import Message
from wenming.reminders.loading import Day, load_day
from wenming.reminders.models import (
    FIRST_HOUR,
    LAST_HOUR,
    SAID_LENGTH,
    Bot,
    Channel,
    Delivery,
    DeliveryState,
    Preference,
)
from wenming.reminders.sealing import CannotOpen, opened
from wenming.reminders.words import digest_message, group_message
from wenming.rules.reaching import reached, turned
from wenming.rules.reminding.digests import counts_of, speaks
from wenming.work.verdicts.days import calendar

NAME = "reminders.send"
LOST = timedelta(minutes=15)  # after which whoever claimed a message has been lost
WAITS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))  # until the next try; then it is given up
LANGUAGE = "zh-hans"  # of messages: the language in which the programme is run


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be sent: to a person by mail, or into a group. ``area`` is whose office sees what became of it."""

    message: Message
    matters: int
    hour: int
    area: int | None
    preference: Preference | None = None
    bot: Bot | None = None

    @property
    def to(self) -> dict[str, int | None]:
        """Whom a delivery names."""
        return {
            "user_id": self.preference.user_id if self.preference else None,
            "bot_id": self.bot.pk if self.bot else None,
        }


def send_due(at: datetime) -> int:
    """Send what is due at that moment; how many messages went out."""
    now = timezone.localtime(at)
    give_up_lost(at)
    if not (calendar().is_working(now.date()) and FIRST_HOUR <= now.hour <= LAST_HOUR):
        return 0
    with override(LANGUAGE):
        sent = sum(_sent(letter, now.date(), at) for letter in letters(now.date()) if letter.hour <= now.hour)
        _close_what_is_no_longer(now.date(), at)
    return sent


def give_up_lost(at: datetime) -> None:
    """What was claimed long ago and never finished may have arrived or not; what waited past its day is over."""
    claimed = Delivery.objects.filter(state=DeliveryState.SENDING, tried__lt=at - LOST)
    claimed.update(state=DeliveryState.UNKNOWN, code="cut_off")
    past = Delivery.objects.filter(state=DeliveryState.WAITING, day__lt=timezone.localdate(at))
    past.update(state=DeliveryState.FAILED, code="given_up")


def letters(day: date) -> Iterator[Letter]:
    """All that goes out on that day as things stand, whatever its hour."""
    found = load_day(day)
    yield from _to_people(found)
    yield from _to_groups(found)


def _to_people(found: Day) -> Iterator[Letter]:
    chosen = Preference.objects.filter(channel=Channel.MAIL, user__in=[one.person for one in found.digests])
    by_user = {one.user_id: one for one in chosen.exclude(user__email="").select_related("user")}
    for digest in found.digests if mail.is_possible() else ():
        if preference := by_user.get(digest.person):
            area = found.units[digest.parts[0].line.matter.unit].area_id
            message = digest_message(digest, found.units, found.day)
            yield Letter(message, len(digest.parts), preference.hour, area, preference=preference)


def _to_groups(found: Day) -> Iterator[Letter]:
    known, below = calendar(), turned(Area.objects.values_list("pk", "parent_id"))
    for bot in Bot.objects.filter(is_on=True).select_related("area"):
        areas = reached([bot.area_id], below)
        lines = [line for line in found.lines if found.units[line.matter.unit].area_id in areas]
        if speaks(lines, found.day, known):
            message = group_message(bot.area, counts_of(lines), found.units, found.day)
            yield Letter(message, len(lines), bot.hour, bot.area_id, bot=bot)


def _sent(letter: Letter, day: date, at: datetime) -> bool:
    """Whether the letter went out now: its row is made, claimed, and closed with how it ended."""
    about = {"matters": letter.matters, "area_id": letter.area, "begun": at}
    row, _is_new = Delivery.objects.get_or_create(day=day, **letter.to, defaults=about)
    if not _claimed(row, at):
        return False
    try:
        said = _hand_over(letter, at)
    except NotSent as error:
        _not_sent(row, error, at)
        return False
    except Unsure as error:
        _close(row, DeliveryState.UNKNOWN, error.code, error.said)
        return False
    _close(row, DeliveryState.SENT, "", said)
    return True


def _claimed(row: Delivery, at: datetime) -> bool:
    """Whether it is ours to send: nobody else's, waiting, and not too soon after the last try."""
    if row.state != DeliveryState.WAITING or (row.tried and at < row.tried + WAITS[row.tries - 1]):
        return False
    waiting = Delivery.objects.filter(pk=row.pk, state=DeliveryState.WAITING, tries=row.tries)
    return bool(waiting.update(state=DeliveryState.SENDING, tried=at, tries=F("tries") + 1))


def _hand_over(letter: Letter, at: datetime) -> str:
    if letter.preference:
        return mail.send(letter.preference.user.email, letter.message)
    if letter.bot is None:
        raise NotSent("bad_address")
    return send_to_bot(letter.bot, letter.message, at=at)


def send_to_bot(bot: Bot, message: Message, *, at: datetime) -> str:
    """What the group's bot said to the message. Raises NotSent, Unsure."""
    try:
        address, secret = opened(bot.sealed_address), opened(bot.sealed_secret) if bot.sealed_secret else ""
    except CannotOpen as error:
        raise NotSent("cannot_open") from error
    return formats.taken(bot.kind, webhook.post(formats.outgoing(bot.kind, address, secret, message, at=at)))


def _not_sent(row: Delivery, error: NotSent, at: datetime) -> None:
    """Wait for the next try, or give up where that would not help, or was done often enough."""
    tries = row.tries + 1
    if error.is_passing and tries <= len(WAITS):
        _close(row, DeliveryState.WAITING, error.code, error.said)
        _come_back(at + WAITS[tries - 1])
    else:
        _close(row, DeliveryState.FAILED, error.code, error.said)


def _close(row: Delivery, state: DeliveryState, code: str, said: str) -> None:
    said = " ".join(said.replace("\0", "").split())[:SAID_LENGTH]
    Delivery.objects.filter(pk=row.pk).update(state=state, code=code, said=said)


@transaction.atomic
def _come_back(at: datetime) -> None:
    """Another round then, beside those of every hour; one is enough for all that waits."""
    about = {"name": NAME, "again": at.strftime("%Y-%m-%dT%H:%M")}
    if not Job.objects.filter(kind=clock.KIND, about=about).exists():
        job = jobs.start(kind=clock.KIND, total=1, about=about, by=None, at=timezone.now())
        jobs.run(clock.run_periodic.using(run_after=at), job)


def _close_what_is_no_longer(day: date, at: datetime) -> None:
    """What waits and has nothing more to say: it was done meanwhile, or the person wants no mail any more."""
    waiting = Delivery.objects.filter(day=day, state=DeliveryState.WAITING, tried__lt=at - WAITS[-1] - LOST)
    waiting.update(state=DeliveryState.FAILED, code="no_longer")
