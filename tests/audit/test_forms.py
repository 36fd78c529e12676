"""What is sought in the log, typed well or not."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from wenming.audit.forms import Sought, SoughtForm


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("", Sought()),
        ("person=沈知远&thing=教育局", Sought(person="沈知远", thing="教育局")),
        ("verb=places.merge_units&succeeded=0", Sought(verb="places.merge_units", succeeded=False)),
        (
            "since=2026-11-22&until=2026-11-22",  # one whole day of the county
            Sought(
                since=datetime(2026, 11, 21, 16, tzinfo=UTC),
                until=datetime(2026, 11, 22, 16, tzinfo=UTC),
            ),
        ),
        ("of=places.unit:12&address=10.1.2.3", Sought(kind="places.unit", key="12", address="10.1.2.3")),
        ("verb=dance&since=soon&until=9999-12-31&succeeded=2&of=x&thing=局", Sought(thing="局")),
    ],
)
def test_what_was_typed_well_is_sought(typed: str, sought: Sought) -> None:
    assert SoughtForm(QueryDict(typed)).sought() == sought
