"""One moment of the database, while others go on."""

import pytest
from django.db import DatabaseError, connection, connections

from wenming.audit.models import Tip
from wenming.backup.snapshot import ALIAS, size_in_bytes, snapshot

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_written_later_is_not_seen_and_nobody_waits() -> None:
    Tip.objects.create(number=1)
    with snapshot():
        Tip.objects.create(number=2)
        assert list(Tip.objects.using(ALIAS).values_list("number", flat=True)) == [1]
    assert Tip.objects.count() == 2
    assert ALIAS not in list(connections)


def test_nothing_is_written_through_it() -> None:
    with pytest.raises(DatabaseError), snapshot():
        Tip.objects.using(ALIAS).create(number=3)
    assert not Tip.objects.exists()


def test_the_database_has_a_size() -> None:
    assert size_in_bytes(connection) > 100_000
