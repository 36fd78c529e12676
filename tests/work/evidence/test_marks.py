"""What differs between a file and what people said."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.work.evidence.marks import FAR_METRES, Mark, MarkKind, OfFile, Place, Said, marks, metres

CHINA = ZoneInfo("Asia/Shanghai")
ADDED = datetime(2026, 3, 10, 4, tzinfo=UTC)
FIRST, LAST = datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2026-03-09")
HALL, GATE, FAR = Place(30.2741, 120.1551), Place(30.2750, 120.1560), Place(30.4000, 120.1551)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


@pytest.mark.parametrize(
    ("taken", "first", "last", "found"),
    [
        pytest.param("2026-03-05T09:00", "2026-03-05", "2026-03-05", [], id="on the day"),
        pytest.param("2026-03-05T00:00", "2026-03-05", "2026-03-05", [], id="its first minute"),
        pytest.param("2026-03-05T23:59", "2026-03-05", "2026-03-05", [], id="its last minute"),
        pytest.param("2026-03-04T23:59", "2026-03-05", "2026-03-05", [Mark(MarkKind.BEFORE, 1)], id="the day before"),
        pytest.param(
            "2026-03-02T09:00", "2026-03-05", "2026-03-06", [Mark(MarkKind.BEFORE, 3)], id="three days before"
        ),
        pytest.param("2026-03-07T00:00", "2026-03-05", "2026-03-06", [Mark(MarkKind.AFTER, 1)], id="the day after"),
        pytest.param("2026-03-06T12:00", "2026-03-05", "2026-03-07", [], id="in the middle"),
        pytest.param("2026-03-12T09:00", "2026-03-05", "2026-03-05", [Mark(MarkKind.AHEAD, 2)], id="not yet"),
        pytest.param("2025-03-05T09:00", "2026-03-05", "2026-03-05", [Mark(MarkKind.BEFORE, 365)], id="last year"),
    ],
)
def test_of_time(taken: str, first: str, last: str, found: list[Mark]) -> None:
    said = Said(date.fromisoformat(first), date.fromisoformat(last))
    assert list(marks(OfFile(at(taken), ADDED), said, CHINA)) == found


@pytest.mark.parametrize(
    ("place", "others", "is_apart"),
    [
        pytest.param(HALL, [], False, id="alone"),
        pytest.param(HALL, [GATE], False, id="beside"),
        pytest.param(HALL, [FAR], True, id="far"),
        pytest.param(HALL, [FAR, GATE], False, id="one is near"),
        pytest.param(None, [FAR], False, id="unknown"),
    ],
)
def test_of_place(place: Place | None, others: list[Place], is_apart: bool) -> None:
    found = marks(OfFile(None, ADDED, place), Said(date(2026, 3, 5), date(2026, 3, 5), others), CHINA)
    assert [mark.kind for mark in found] == [MarkKind.APART] * is_apart
    assert all(mark.count > FAR_METRES for mark in found)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        (Place(0, 0), Place(0, 0), 0),
        (Place(0, 0), Place(0, 1), 111_195),
        (Place(30, 120), Place(31, 120), 111_195),
        (Place(0, 179.5), Place(0, -179.5), 111_195),
        (Place(90, 0), Place(-90, 0), 20_015_087),
    ],
)
def test_metres(one: Place, other: Place, far: int) -> None:
    assert metres(one, other) == pytest.approx(far, abs=1)


@given(st.datetimes(FIRST, LAST), st.integers(0, 30))
def test_a_photo_of_the_days_themselves_is_never_marked(taken: datetime, days: int) -> None:
    day = taken.date()
    said = Said(day - timedelta(days), day + timedelta(days))
    assert marks(OfFile(taken.replace(tzinfo=CHINA), ADDED), said, CHINA) == ()
