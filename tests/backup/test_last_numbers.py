"""Numbers of rows go on after the last one that was ever given."""

import pytest
from django.db import connection

from wenming.backup.last_numbers import go_on_after, last_number
from wenming.backup.tables import Table, applied, tables_at
from wenming.places.models import Area

pytestmark = pytest.mark.django_db(transaction=True)


def table_of(label: str) -> Table:
    return next(table for table in tables_at(applied(connection)) if table.label == label)


def test_a_number_that_was_given_counts_though_the_row_is_no_more() -> None:
    area = Area.objects.create(name="县", kind="county")
    last = area.pk
    area.delete()
    assert last_number(table_of("places.area"), connection) == last


def test_the_next_row_comes_after_it() -> None:
    table = table_of("places.area")
    go_on_after(5_000, table, connection)
    assert Area.objects.create(name="县", kind="county").pk == 5_001
    assert last_number(table, connection) == 5_001


def test_a_table_without_numbers_of_its_own_has_none() -> None:
    table = table_of("audit.head")
    go_on_after(7, table, connection)
    assert last_number(table, connection) == 0
