"""What the review page asks of the database."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans import read
from tests.plans.making import make_person
from wenming.plans.models import PlanVersion, Presence
from wenming.plans.review import queries

pytestmark = pytest.mark.django_db


def test_four_queries_for_all_marks(version: PlanVersion, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):
        review = queries.load(version)
        assert [str(duty.unit or duty.unit_class or "") for duty in review.duties][:2] == ["县城管局", "县教育局"]
    assert (len(review.measures), len(review.duties), len(review.terms), len(review.doubts)) == (3, 5, 3, 2)


def test_classes_that_are_addressed_have_a_size(version: PlanVersion) -> None:
    assert list(queries.class_sizes(queries.load(version)).values()) == [2]


def test_others_are_here_while_their_page_says_so(version: PlanVersion) -> None:
    me, other = version.uploaded_by, make_person("李敏")
    for person in (me, other):
        Presence.objects.create(version=version, seen_by=person, seen_at=read.NOON)
    assert queries.others(version, me, read.NOON) == [other]
    assert queries.others(version, me, read.NOON + queries.PRESENT + timedelta(seconds=1)) == []
