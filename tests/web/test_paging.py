"""Pages of a long list."""

import pytest
from django.core.paginator import EmptyPage, Paginator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.plans.making import make_unit
from wenming.places.models import Unit
from wenming.web.paging import KeyPaginator

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [0, 1, 5, 23, 30])
def test_it_gives_the_pages_that_django_gives(count: int) -> None:
    for number in range(count):
        make_unit(f"{number}所")
    rows = Unit.objects.order_by("-short", "-pk")
    ours, theirs = KeyPaginator(rows, 5), Paginator(rows, 5)
    assert ours.num_pages == theirs.num_pages
    for number in theirs.page_range:
        assert list(ours.page(number)) == list(theirs.page(number))
    assert list(ours.get_page("9999")) == list(theirs.get_page("9999"))


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(EmptyPage):
        KeyPaginator(Unit.objects.order_by("pk"), 5).page(2)


def test_the_last_page_skips_nothing() -> None:
    for number in range(12):
        make_unit(f"{number}所")
    with CaptureQueriesContext(connection) as queries:
        list(KeyPaginator(Unit.objects.order_by("-pk"), 5).get_page(3))
    assert len(queries) == 3
    assert "OFFSET" not in queries[1]["sql"]
