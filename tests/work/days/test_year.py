"""A year as a picture."""

from datetime import date

from wenming.rules.days.added import Added, AddedKind, calendar_with
from wenming.rules.days.table import DayKind, nationwide
from wenming.work.days.year import months_of, runs_of

ADDED = (Added(AddedKind.OFF, date(2026, 5, 27), date(2026, 5, 28), "古尔邦节"),)


def test_every_day_stands_once_under_its_day_of_the_week() -> None:
    months = months_of(2026, calendar_with(ADDED), ADDED)
    squares = [square for month in months for week in month.weeks for square in week if square]
    assert [square.on for square in squares] == sorted({square.on for square in squares})
    assert len(squares) == 365
    places = [
        (square.on.weekday(), place)
        for month in months
        for week in month.weeks
        for place, square in enumerate(week)
        if square
    ]
    assert all(weekday == place for weekday, place in places)


def test_days_off_worked_weekends_festivals_and_what_is_local() -> None:
    months = months_of(2026, calendar_with(ADDED), ADDED)
    found = {square.on: square for month in months for week in month.weeks for square in week if square}
    assert (found[date(2026, 10, 1)].is_off, found[date(2026, 10, 1)].name) == (True, "国庆节")
    assert found[date(2026, 10, 10)].is_shifted
    assert found[date(2026, 10, 10)].is_working
    assert (found[date(2026, 5, 28)].is_local, found[date(2026, 5, 28)].name) == (True, "古尔邦节")
    assert not found[date(2026, 10, 1)].is_local
    assert (found[date(2026, 3, 12)].name, found[date(2026, 3, 12)].is_working) == ("植树节", True)
    assert [theme.name for theme in months[3].themes] == ["爱国卫生月", "税收宣传月"]
    assert months[4].working == 17  # of 19 in May 2026 two are now days off


def test_days_in_a_row_are_one_line() -> None:
    feast = [run for run in runs_of(nationwide(), 2026) if run.name == "国庆节" and run.kind is DayKind.OFF]
    assert [(run.first, run.last) for run in feast] == [(date(2026, 10, 1), date(2026, 10, 7))]
