"""The file of a feed, read back as the programs of phones do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from wenming.papers.feeds.writing import Item, Sheet, write

CHANGED = datetime(2026, 3, 5, 4, tzinfo=UTC)
ITEM = Item(
    uid="1-2-20260101@feed",
    first=date(2026, 3, 31),
    last=date(2026, 3, 31),
    summary="民主评议 · 甲镇",
    description="每季度开展民主评议；\n方案,一",
    url="https://wenming.example/work/why/1/2/2026-01-01/",
    changed=CHANGED,
    sequence=3,
)
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200)


def sheet(*items: Item) -> Sheet:
    return Sheet("feed", "创建工作到期 · 甲镇", "每一项站在它到期的那一天。", items)


def events(body: bytes) -> list[Event]:
    return [one for one in Calendar.from_ical(body).walk("VEVENT") if isinstance(one, Event)]


def test_an_event_says_all_that_it_is() -> None:
    (event,) = events(write(sheet(ITEM)))
    assert event.decoded("dtstart") == date(2026, 3, 31)
    assert event.decoded("dtend") == date(2026, 4, 1)  # the day after the last
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtstamp") == event.decoded("last-modified") == CHANGED
    assert (str(event["uid"]), event["sequence"], str(event["status"])) == (ITEM.uid, 3, "CONFIRMED")
    assert (str(event["summary"]), str(event["description"])) == (ITEM.summary, ITEM.description)
    assert (str(event["url"]), str(event["transp"])) == (ITEM.url, "TRANSPARENT")
    assert "attendee" not in event


def test_the_calendar_says_when_to_ask_again() -> None:
    calendar = Calendar.from_ical(write(sheet(ITEM)))
    assert calendar.decoded("refresh-interval") == timedelta(hours=12)
    body = write(sheet(ITEM)).decode()
    for line in ("VERSION:2.0", "METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"):
        assert f"{line}\r\n" in body
    assert "PRODID:" in body


def test_programs_find_it_on_its_days() -> None:
    window = replace(ITEM, first=date(2026, 3, 29), uid="window")
    found = recurring_ical_events.of(Calendar.from_ical(write(sheet(window))))
    assert len(found.at(date(2026, 3, 29))) == 1
    assert len(found.at(date(2026, 3, 31))) == 1
    assert found.at(date(2026, 4, 1)) == []
    assert found.at(date(2026, 3, 28)) == []


def test_it_rings_at_nine_so_many_days_before_the_due_day() -> None:
    window = replace(ITEM, first=date(2026, 3, 29), rings=1)
    (event,) = events(write(sheet(window)))
    (bell,) = event.walk("VALARM")
    rings = datetime(2026, 3, 29) + bell.decoded("trigger")  # noqa: DTZ001 - local, as whole days are
    assert rings == datetime(2026, 3, 30, 9)  # noqa: DTZ001
    assert str(bell["action"]) == "DISPLAY"
    assert events(write(sheet(ITEM)))[0].walk("VALARM") == []


def test_what_is_asked_no_more_is_cancelled() -> None:
    (event,) = events(write(sheet(replace(ITEM, is_cancelled=True))))
    assert str(event["status"]) == "CANCELLED"


def test_an_empty_calendar_has_a_component() -> None:
    body = write(sheet())
    assert b"BEGIN:VTIMEZONE" in body
    assert events(body) == []
    assert b"BEGIN:VTIMEZONE" not in write(sheet(ITEM))


@given(TEXT, TEXT)
def test_lines_are_folded_at_75_octets_and_nothing_is_lost(summary: str, description: str) -> None:
    body = write(sheet(replace(ITEM, summary=summary, description=description)))
    lines = body.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # no character is cut in two
    (event,) = events(body)
    assert (str(event["summary"]), str(event["description"])) == (summary, description)


def test_the_same_sheet_is_the_same_file() -> None:
    assert write(sheet(ITEM)) == write(sheet(ITEM))
