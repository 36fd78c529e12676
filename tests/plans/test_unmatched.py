"""Names that mean nothing in the directory."""

import pytest

from tests.plans import read
from wenming.plans.models import Duty, MarkState, PlanVersion
from wenming.plans.unmatched import is_unmatched, unmatched

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        ("**镇党委", MarkState.READ, True),
        ("**镇党委", MarkState.CONFIRMED, False),
        ("**镇党委", MarkState.REMOVED, False),
        ("教育局", MarkState.READ, False),
        ("各社区", MarkState.READ, False),
    ],
)
def test_the_rule_is_the_same_for_one_and_for_all(
    version: PlanVersion, name: str, state: MarkState, expected: bool
) -> None:
    Duty.objects.filter(name=name).update(state=state)
    duty = read.duty_of(version, name)
    assert is_unmatched(duty) is expected
    assert unmatched().filter(pk=duty.pk).exists() is expected


def test_nobody_needs_to_look_at_what_is_in_a_removed_measure(version: PlanVersion) -> None:
    version.measures.update(state=MarkState.REMOVED)
    assert not unmatched().exists()
