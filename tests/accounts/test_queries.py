"""What this room is asked for."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import NOON, make_person, make_unit
from wenming.accounts import queries
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


def test_sample_people_come_in_the_order_they_were_loaded_with_their_posts(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for name in ("c", "a", "b"):
        make_person(name, is_sample=True, unit=make_unit(f"{name}局"))
    with django_assert_num_queries(2):
        found = [
            (person.username, [str(post.unit) for post in person.posts.all()]) for person in queries.sample_people()
        ]
    assert found == [("c", ["c局"]), ("a", ["a局"]), ("b", ["b局"])]


def test_only_active_sample_people_with_a_post_are_offered() -> None:
    make_person("real")
    make_person("without post", role=None, is_sample=True)
    gone = make_person("gone", is_sample=True)
    gone.is_active = False
    gone.save()
    assert list(queries.sample_people()) == []
    assert queries.sample_person(gone.pk) is None


def test_a_person_of_the_offer_can_be_found_and_a_real_one_cannot() -> None:
    sample = make_person("sample", is_sample=True)
    assert queries.sample_person(sample.pk) == sample
    assert queries.sample_person(make_person("real").pk) is None


def test_the_offer_is_short() -> None:
    for number in range(queries.SAMPLE_SHOWN + 3):
        make_person(f"person{number}", is_sample=True)
    assert len(queries.sample_people()) == queries.SAMPLE_SHOWN


def test_posts_come_with_their_units(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    person = make_person(role=PostRole.LIAISON)
    with django_assert_num_queries(1):
        held = [(post.role, str(post.unit)) for post in queries.posts_of(person, on=NOON.date())]
    assert held == [("liaison", "县文明办")]


def test_the_county_is_named_once_the_directory_is_there() -> None:
    assert queries.county_name() == ""
    make_unit()
    assert queries.county_name() == "青禾县"
