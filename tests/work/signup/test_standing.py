"""When a sign-up takes names."""

from datetime import timedelta

from tests.plans.making import NOON
from wenming.work.signup.standing import standing

MINUTE = timedelta(minutes=1)


def test_from_the_first_moment_to_the_last() -> None:
    moments = [NOON - MINUTE, NOON, NOON + MINUTE, NOON + 2 * MINUTE]
    assert [standing(NOON, NOON + MINUTE, at) for at in moments] == ["before", "open", "open", "closed"]
