"""The calendar that verdicts go by."""

from datetime import date

from wenming.work.verdicts.days import calendar


def test_it_knows_days_off_and_days_made_up_for() -> None:
    assert not calendar().is_working(date(2026, 10, 1))
    assert calendar().is_working(date(2026, 10, 10))  # a Saturday that makes up for the feast
    assert calendar().school_terms
