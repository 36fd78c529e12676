"""What the pages of reminders show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from wenming.accounts.models import Post, User
from wenming.accounts.queries import in_force
from wenming.command.models import Link, Seat
from wenming.command.queries import on_day
from wenming.reminders import mail
from wenming.reminders.leading import Leader
from wenming.reminders.loading import Day, load_day
from wenming.reminders.models import LAST_HOUR, Channel, Delivery, DeliveryState, Preference
from wenming.reminders.words import SHAPES, how_words, why_words
from wenming.rules.reminding.digests import Digest, Part
from wenming.rules.reminding.matters import Level, Standing, next_working
from wenming.work.verdicts.days import calendar

AHEAD = timedelta(days=62)  # how far ahead may be looked


@dataclass(frozen=True, slots=True)
class Row:
    """A matter as a page shows it: whose, what, how it stands in words, why somebody is told."""

    unit: str
    what: str
    standing: Standing
    shape: str
    how: str
    why: str
    is_news: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One person's digest of a day as the preview shows it; ``hour`` is None where it can only be seen on the pages."""

    person: User
    hour: int | None
    rows: list[Row]
    is_escalation: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """What reaches nobody at a level: the rows of a unit, and who would be told if they had an account."""

    unit: str
    level: Level
    names: str
    rows: list[Row]


def next_day(at: datetime) -> date:
    """The day whose digests go out next: today as long as there is an hour left, else the next working day."""
    now = localtime(at)
    first = now.date() if now.hour < LAST_HOUR else now.date() + timedelta(days=1)
    return next_working(first, calendar())


def told_on(found: Day) -> list[Told]:
    """Who gets what, those first to whom something has gone up; one query."""
    keys = [one.person for one in found.digests]
    chosen = {one.user_id: one for one in Preference.objects.filter(user__in=keys, channel=Channel.MAIL)}
    rows = [_line_of(digest, found, chosen.get(digest.person)) for digest in found.digests]
    return sorted(rows, key=lambda one: (not one.is_escalation, one.person.pk))


def _line_of(digest: Digest, found: Day, preference: Preference | None) -> Told:
    person = found.people[digest.person]
    is_mailed = preference is not None and bool(person.email) and mail.is_possible()
    is_escalation = any(part.as_level is not Level.OWN for part in digest.parts)
    hour = preference.hour if preference is not None and is_mailed else None
    return Told(person, hour, rows_of(digest, found), is_escalation)


def rows_of(digest: Digest, found: Day) -> list[Row]:
    """The rows of one digest."""
    return [_row(part, found) for part in digest.parts]


def _row(part: Part, found: Day) -> Row:
    line = part.line
    unit = found.units[line.matter.unit].short
    shape = SHAPES[line.standing]
    return Row(unit, line.matter.what, line.standing, shape, how_words(part), why_words(part), line.is_news)


def missing_on(found: Day) -> list[Missing]:
    """What reaches nobody, by unit and level."""
    heaps: dict[tuple[int, Level], list[Row]] = {}
    for part in found.unreached:
        heaps.setdefault((part.line.matter.unit, part.as_level), []).append(_row(part, found))
    return [
        Missing(found.units[unit].short, level, _names(unit, level, found.in_charge), rows)
        for (unit, level), rows in heaps.items()
    ]


def _names(unit: int, level: Level, in_charge: Mapping[int, tuple[Leader, ...]]) -> str:
    """Who is known by name only."""
    return "、".join(one.name for one in in_charge.get(unit, ())) if level is Level.IN_CHARGE else ""


def own_digest(user: User, day: date) -> list[Row]:
    """What the person is told on that day; empty where nothing of it is new."""
    found = load_day(day, seen=_units_of(user, day))
    digest = found.digest_of(user.pk)
    return rows_of(digest, found) if digest else []


def _units_of(user: User, day: date) -> Q | None:
    """The units whose matters the person may be told; None: any, as leaders look after areas in several ways."""
    leads = Link.objects.filter(on_day(day), user=user).exists() or Seat.objects.filter(on_day(day), user=user).exists()
    return None if leads else Q(pk__in=Post.objects.filter(in_force(day), user=user).values("unit"))


def deliveries(seen: Q, *, state: str = "") -> QuerySet[Delivery]:
    """What was sent, the last first; of one state where that is one."""
    rows = Delivery.objects.filter(seen).select_related("user", "bot")
    return rows.filter(state=state) if state in DeliveryState.values else rows


def troubles(seen: Q, *, since: date) -> int:
    """How many messages since that day did not go out, or perhaps not."""
    wrong = (DeliveryState.FAILED, DeliveryState.UNKNOWN)
    return Delivery.objects.filter(seen, day__gte=since, state__in=wrong).exclude(code="no_longer").count()
