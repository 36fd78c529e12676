"""What happened, as it is entered."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from wenming.rules.scoring.negative import Entry
from wenming.scores.negative.forms import EventForm

ENTRIES = (Entry("F-1", "较大安全事故", ()),)


@pytest.mark.parametrize(
    ("name", "value", "is_good"),
    [
        ("text", "一处工地坍塌", True),
        ("entry", "F-9", False),
        ("on", localdate() + timedelta(1), False),
        ("text", "", False),
    ],
)
def test_a_line_of_the_list_and_a_day_that_was(name: str, value: object, is_good: bool) -> None:
    said = {"entry": "F-1", "on": localdate(), "text": "一处工地坍塌", name: value}
    assert EventForm(said, entries=ENTRIES).is_valid() is is_good
