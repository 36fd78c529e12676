"""The calendar that verdicts go by."""

from functools import cache

from wenming.rules.days.calendar import Calendar, make_calendar


@cache
def calendar() -> Calendar:
    """Which days offices work, when festivals fall, and when schools have their terms; made once."""
    return make_calendar()
