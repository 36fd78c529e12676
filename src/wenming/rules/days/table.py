"""The days on which offices rest or work against the week, as the State Council's notices say them, with their source.

The table is ``china.csv`` beside this module; ``tools/working_days.py`` prints the rows of a year.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import StringIO


class BadTable(ValueError):
    """A table of special days that cannot be meant; the message says the line and why."""


class DayKind(StrEnum):
    """What a special day is."""

    OFF = "off"  # 放假: nobody works, on whatever day of the week
    WORK = "work"  # 调休上班: a Saturday or Sunday on which offices work


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is not as its day of the week: for which festival, and which document says so."""

    on: date
    kind: DayKind
    festival: str
    source: str


@dataclass(frozen=True, slots=True)
class Notice:
    """The State Council's notice on the days off of a year: its number, and the day it was issued."""

    year: int
    number: str
    issued_on: date


# 国务院办公厅关于某年部分节假日安排的通知. 2027 is not issued: its weekends are all that is known.
NOTICES = (
    Notice(2024, "国办发明电〔2023〕7号", date(2023, 10, 25)),
    Notice(2025, "国办发明电〔2024〕12号", date(2024, 11, 12)),
    Notice(2026, "国办发明电〔2025〕7号", date(2025, 11, 4)),
)

_HEAD = ["day", "kind", "festival", "source"]


@cache
def nationwide() -> tuple[SpecialDay, ...]:
    """The special days of all ``NOTICES``, in order."""
    return read(files("wenming.rules.days").joinpath("china.csv").read_text(encoding="utf-8"))


def read(text: str) -> tuple[SpecialDay, ...]:
    """The special days of a CSV table with the columns day, kind, festival, source; in order of their days.

    Raises ``BadTable`` for another head, a line that says no day or kind, a day that stands twice.
    """
    rows = list(csv.reader(StringIO(text, newline="")))
    if not rows or rows[0] != _HEAD:
        raise BadTable(f"line 1: the columns are {', '.join(_HEAD)}")
    found = sorted((_special_day(number, row) for number, row in enumerate(rows[1:], 2)), key=lambda one: one.on)
    _expect_once(day.on for day in found)
    return tuple(found)


def _special_day(number: int, row: list[str]) -> SpecialDay:
    try:
        on, kind, festival, source = row
        return SpecialDay(date.fromisoformat(on), DayKind(kind), festival, source)
    except ValueError as error:
        raise BadTable(f"line {number}: {error}") from error


def _expect_once(days: Iterable[date]) -> None:
    seen: set[date] = set()
    for day in days:
        if day in seen:
            raise BadTable(f"{day} stands twice")
        seen.add(day)


def written(days: Iterable[SpecialDay]) -> str:
    """The table of special days as ``read`` reads it.

    >>> written([SpecialDay(date(2026, 1, 4), DayKind.WORK, "元旦", "国办发明电〔2025〕7号")]).splitlines()[1]
    '2026-01-04,work,元旦,国办发明电〔2025〕7号'
    """
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerows([_HEAD, *([day.on.isoformat(), day.kind.value, day.festival, day.source] for day in days)])
    return text.getvalue()
