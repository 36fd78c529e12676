"""Months and weeks: first days, last days, and steps from one to another."""

from datetime import date, timedelta

WEEK = 7
_DAY = timedelta(days=1)


def month_after(day: date, number: int = 1) -> date:
    """The first day of the month that is so many months after that of the day; before it where negative, 0: its own.

    >>> month_after(date(2026, 1, 31)), month_after(date(2026, 1, 31), -1)
    (datetime.date(2026, 2, 1), datetime.date(2025, 12, 1))
    """
    years, month = divmod(day.month - 1 + number, 12)
    return date(day.year + years, month + 1, 1)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month of that day.

    >>> month_of(date(2024, 2, 5))
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    return day.replace(day=1), month_after(day) - _DAY


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of that day.

    >>> week_of(date(2026, 3, 5))
    (datetime.date(2026, 3, 2), datetime.date(2026, 3, 8))
    """
    monday = day - day.weekday() * _DAY
    return monday, monday + (WEEK - 1) * _DAY
