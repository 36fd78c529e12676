"""A year as a picture: twelve months of weeks, each day with what is special about it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wenming.rules.days.added import SPECIAL, Added
from wenming.rules.days.calendar import Calendar
from wenming.rules.days.table import DayKind, SpecialDay
from wenming.rules.days.themes import THEME_MONTHS, ThemeMonth

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Square:
    """One day: a day off, a worked weekend, or as its day of the week; what it is for; whether the office said so."""

    on: date
    is_working: bool
    special: SpecialDay | None
    festivals: tuple[str, ...]
    is_local: bool

    @property
    def is_off(self) -> bool:
        """Whether a notice or the office makes it a day off (休)."""
        return self.special is not None and self.special.kind is DayKind.OFF

    @property
    def is_shifted(self) -> bool:
        """Whether it is worked instead of another day (班)."""
        return self.special is not None and self.special.kind is DayKind.WORK

    @property
    def name(self) -> str:
        """What it is for; empty on an ordinary day."""
        return self.special.festival if self.special else "、".join(self.festivals)


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday; a place outside the month is None."""

    first: date
    weeks: Sequence[Sequence[Square | None]]
    themes: tuple[ThemeMonth, ...]
    working: int  # days


@dataclass(frozen=True, slots=True)
class Run:
    """Special days in a row of one kind for one reason, as a table says them."""

    first: date
    last: date
    kind: DayKind
    name: str
    source: str


def months_of(year: int, calendar: Calendar, added: Collection[Added]) -> list[Month]:
    """The twelve months of the year."""
    local = {day for one in added if one.kind in SPECIAL for day in one.days}
    festivals: dict[date, list[str]] = {}
    for span, festival in calendar.festivals_between(date(year, 1, 1), date(year, 12, 31)):
        festivals.setdefault(span.first, []).append(festival.name)
    return [_month(date(year, number, 1), calendar, festivals, local) for number in range(1, 13)]


def _month(first: date, calendar: Calendar, festivals: dict[date, list[str]], local: Collection[date]) -> Month:
    days = []
    day = first
    while day.month == first.month:
        names = tuple(festivals.get(day, ()))
        days.append(Square(day, calendar.is_working(day), calendar.special.get(day), names, day in local))
        day += _DAY
    places: list[Square | None] = [*[None] * first.weekday(), *days]
    places += [None] * (-len(places) % _WEEK)
    weeks = [places[start : start + _WEEK] for start in range(0, len(places), _WEEK)]
    themes = tuple(theme for theme in THEME_MONTHS if theme.month == first.month)
    return Month(first, weeks, themes, sum(one.is_working for one in days))


def runs_of(days: Collection[SpecialDay], year: int) -> list[Run]:
    """The special days of the year, those in a row as one."""
    runs: list[Run] = []
    for one in sorted((day for day in days if day.on.year == year), key=lambda day: day.on):
        if runs and _goes_on(runs[-1], one):
            runs[-1] = replace(runs[-1], last=one.on)
        else:
            runs.append(Run(one.on, one.on, one.kind, one.festival, one.source))
    return runs


def _goes_on(run: Run, day: SpecialDay) -> bool:
    said = (run.kind, run.name, run.source) == (day.kind, day.festival, day.source)
    return said and run.last + _DAY == day.on
