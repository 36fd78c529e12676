"""The verbs of people and posts."""

from wenming.accounts.events import EVENTS, FIELDS
from wenming.accounts.people import events


def test_the_room_takes_them_up() -> None:
    assert EVENTS.items() >= events.EVENTS.items()
    assert all(FIELDS[kind].items() >= words.items() for kind, words in events.FIELDS.items())
