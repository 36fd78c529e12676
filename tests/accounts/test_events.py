"""The verbs of this room."""

from wenming.accounts import events
from wenming.accounts.sign_in import events as sign_in


def test_those_of_signing_in_are_among_them() -> None:
    assert set(sign_in.EVENTS) <= set(events.EVENTS)
