"""An example calendar."""

from datetime import date

import pytest

from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span
from wenming.work.commitments.preview import SHOWN, preview_of

pytestmark = pytest.mark.django_db  # the calendar has days that the office added
WEEKLY = Commitment(Recurring(Amount(1, None, "次"), 1, Every.WEEK), Span(date(2026, 1, 1), date(2026, 12, 31)))


def test_the_periods_from_today_on() -> None:
    shown = preview_of("学习", WEEKLY, today=date(2026, 3, 5))
    assert shown.periods[0].last == date(2026, 3, 8)
    assert (len(shown.periods), shown.count) == (SHOWN, 53)


def test_the_first_ones_where_all_are_over() -> None:
    assert preview_of("学习", WEEKLY, today=date(2027, 3, 5)).periods[0].first == date(2026, 1, 1)
