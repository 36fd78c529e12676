"""A calendar feed as a file (RFC 5545, RFC 7986): plain values in, bytes out, the same for the same values.

Events are single, none recurs by a rule: a due day is moved by days off, pauses and disputes, which no RRULE can say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm as Bell
from icalendar import Calendar, Event, Timezone, TimezoneStandard

PRODUCT = "-//Wenming//Wenming//ZH"
ZONE = "Asia/Shanghai"
REFRESH = timedelta(hours=12)
_DAY = timedelta(days=1)
_NINE = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Item:
    """What falls due, as one event of whole days."""

    uid: str  # the same for ever
    first: date
    last: date  # the due day
    summary: str
    description: str
    url: str
    changed: datetime  # when somebody last did what moves it
    sequence: int  # grows with each such change
    is_cancelled: bool = False
    rings: int | None = None  # at nine in the morning, so many days before the due day


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole feed."""

    uid: str
    name: str
    description: str
    items: Sequence[Item]


def write(sheet: Sheet) -> bytes:
    """The file: UTF-8, lines ended by CRLF and folded at 75 octets."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("uid", sheet.uid)
    for name in ("name", "x-wr-calname"):
        found.add(name, sheet.name)
    for name in ("description", "x-wr-caldesc"):
        found.add(name, sheet.description)
    found.add("x-wr-timezone", ZONE)
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", "PT12H")  # the same for Outlook, to whom it is text
    if not sheet.items:
        found.add_component(_zone())  # a calendar has one component at least
    for item in sheet.items:
        found.add_component(_event(item))
    return bytes(found.to_ical())


def _event(item: Item) -> Event:
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", item.changed.astimezone(UTC))
    event.add("last-modified", item.changed.astimezone(UTC))
    event.add("sequence", item.sequence)
    event.add("dtstart", item.first)
    event.add("dtend", item.last + _DAY)  # the day after the last
    event.add("summary", item.summary)
    event.add("description", item.description)
    event.add("url", item.url)
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # whoever has something due is not busy all day
    if item.rings is not None:
        event.add_component(_bell(item, item.rings))
    return event


def _bell(item: Item, days: int) -> Bell:
    bell = Bell()
    bell.add("action", "DISPLAY")
    bell.add("description", item.summary)
    bell.add("trigger", (item.last - item.first) - days * _DAY + _NINE)  # counted from the event's first midnight
    return bell


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - local by its nature; since then without summer time
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    zone.add_component(standard)
    return zone
