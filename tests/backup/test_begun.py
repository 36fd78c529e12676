"""A restore that was ended before its end is known from its mark; what it means for a place is in test_restoring.py."""

import pytest
from django.db import connection

from tests.audit.making import tell
from wenming.backup import begun

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_the_mark_to_its_end() -> None:
    assert not begun.is_half_done(connection)
    begun.set_mark(connection)
    try:
        assert begun.is_half_done(connection)
        tell("青禾县")  # somebody is at work here
        assert not begun.is_half_done(connection)
    finally:
        begun.take_mark_away(connection)
    assert not begun.is_half_done(connection)
