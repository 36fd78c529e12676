"""Every change of how reminders go: one's own choice, the steps of an area, the bots of groups."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Area
from wenming.reminders import mail, sending, webhook
from wenming.reminders.channels import NotSent, Unsure
from wenming.reminders.models import AreaSteps, Bot, BotKind, Channel, Preference
from wenming.reminders.sealing import sealed
from wenming.reminders.words import trial_message
from wenming.rules.reminding.matters import Steps


class NameTaken(ValueError):
    """The area has a bot of that name."""


class BadAddress(ValueError):
    """The address of a bot is none, or leads where nothing may be sent; ``code`` is one of words.ANSWERS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to be reminded; ``email`` is where mail goes."""

    channel: Channel
    hour: int
    email: str


@dataclass(frozen=True, slots=True)
class NewBot:
    """What is known of a bot. Address and secret: None leaves them as they are; a new one needs an address."""

    area: Area
    name: str
    kind: BotKind
    address: str | None
    secret: str | None
    hour: int
    is_on: bool


@action
def choose(*, user: User, wish: Wish, by: User, at: datetime) -> Preference:
    """The person says how they want to be reminded; the mail address becomes that of their account."""
    chosen, _is_new = Preference.objects.select_for_update().get_or_create(user=user)
    before = state_of(chosen, "channel", "hour")
    chosen.channel, chosen.hour = wish.channel, wish.hour
    chosen.save(update_fields=["channel", "hour"])
    User.objects.filter(pk=user.pk).update(email=wish.email)
    user.email = wish.email
    record("reminders.choose", chosen, by=by, at=at, before=before, after=state_of(chosen, "channel", "hour"))
    return chosen


@action
def set_steps(*, area: Area, steps: Steps, by: User, at: datetime) -> AreaSteps:
    """After how many working days what is late goes up in the area."""
    given = {"unit_leader": steps.unit_leader, "in_charge": steps.in_charge, "changed_by": by, "changed_at": at}
    kept, is_new = AreaSteps.objects.select_for_update().get_or_create(area=area, defaults=given)
    before = {} if is_new else state_of(kept, "unit_leader", "in_charge")
    for name, value in given.items():
        setattr(kept, name, value)
    kept.save()
    record("reminders.set_steps", kept, by=by, at=at, before=before, after=state_of(kept, "unit_leader", "in_charge"))
    return kept


@action
def save_bot(*, bot: Bot | None, new: NewBot, by: User, at: datetime) -> Bot:
    """A new bot (``bot`` None), or what is different about one that is there. Raises BadAddress, NameTaken,
    and DoesNotExist where it was removed meanwhile.
    """
    kept = Bot.objects.select_for_update().get(pk=bot.pk) if bot else Bot(area=new.area)
    before = state_of(kept, *_TOLD) if bot else {}
    kept.area, kept.name, kept.kind, kept.hour, kept.is_on = new.area, new.name, new.kind, new.hour, new.is_on
    kept.changed_by, kept.changed_at = by, at
    if new.address is not None:
        kept.host, kept.sealed_address = _host_of(new.address), sealed(new.address)
    if new.secret is not None:
        kept.sealed_secret = sealed(new.secret) if new.secret else ""
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError as error:
        raise NameTaken(_("这个辖区已有同名的机器人，请换一个名称。")) from error
    if bot:
        _record("reminders.change_bot", kept, by=by, at=at, before=before)
    else:
        _record("reminders.add_bot", kept, by=by, at=at, before=before)
    return kept


_TOLD = ("area", "name", "kind", "host", "hour", "is_on")


def _record(verb: str, bot: Bot, *, by: User, at: datetime, before: Mapping[str, object]) -> None:
    record(verb, bot, by=by, at=at, before=before, after=state_of(bot, *_TOLD))


def _host_of(address: str) -> str:
    try:
        return webhook.place_of(address).host
    except NotSent as error:
        raise BadAddress(error.code) from error


@action
def remove_bot(*, bot: Bot, by: User, at: datetime) -> None:
    """The group is told nothing any more; its address, its secret and what was sent to it are forgotten.

    Raises DoesNotExist where somebody else was faster.
    """
    found = Bot.objects.select_for_update().get(pk=bot.pk)
    _record("reminders.remove_bot", found, by=by, at=at, before={})
    found.delete()


def _outcome(send: Callable[[], str]) -> str:
    try:
        send()
    except (NotSent, Unsure) as error:
        return error.code
    return ""


def try_bot(*, bot: Bot, by: User, at: datetime) -> str:
    """Send a test into the group: empty where it was taken, else a code of words.ANSWERS."""
    code = _outcome(lambda: sending.send_to_bot(bot, trial_message(bot.name), at=at))
    _tell_of_try(bot=bot, code=code, by=by, at=at)
    return code


@action
def _tell_of_try(*, bot: Bot, code: str, by: User, at: datetime) -> None:
    record("reminders.try_bot", bot, by=by, at=at, after={"host": bot.host, "code": code}, succeeded=not code)


def try_mail(*, user: User, by: User, at: datetime) -> str:
    """Send a test to the person's own address; empty where it was taken, else a code of words.ANSWERS."""
    code = _outcome(lambda: mail.send(user.email, trial_message(str(user))))
    _tell_of_mail(user=user, code=code, by=by, at=at)
    return code


@action
def _tell_of_mail(*, user: User, code: str, by: User, at: datetime) -> None:
    record("reminders.try_mail", user, by=by, at=at, after={"code": code}, succeeded=not code)
