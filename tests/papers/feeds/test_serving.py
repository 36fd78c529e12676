"""What is kept of what a feed gave out."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.papers.feeds.test_reading import a_feed
from tests.plans.making import make_person
from wenming.papers.feeds.serving import serve
from wenming.papers.models import Feed

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 3, 5, 1, 2, 3, 456, tzinfo=UTC)


def test_the_same_body_is_of_the_same_moment() -> None:
    feed = a_feed(make_person())
    first = serve(feed, b"one", at=MORNING)
    assert first.since == MORNING.replace(microsecond=0)
    again = serve(Feed.objects.get(), b"one", at=MORNING + timedelta(days=1))
    assert again == first
    changed = serve(Feed.objects.get(), b"two", at=MORNING + timedelta(days=2))
    assert changed.etag != first.etag
    assert changed.since > first.since


def test_only_the_day_of_reading_is_kept(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    serve(a_feed(make_person()), b"one", at=MORNING)
    kept = Feed.objects.get()
    assert kept.used_on == date(2026, 3, 5)
    with django_assert_num_queries(0):  # nothing is written twice on one day
        serve(kept, b"one", at=MORNING + timedelta(hours=3))
