"""The calendar that verdicts go by."""

from wenming.rules.commitments.periods import Calendar, Weekdays


def calendar() -> Calendar:
    """Which days offices work, and when schools have their terms."""
    return Weekdays()
