"""Every change to people and posts: it works, and what it refuses."""

import pytest
from django.contrib.auth import authenticate

from tests.accounts.making import NOON, PASSWORD, make_person, make_unit
from wenming.accounts import actions
from wenming.accounts.models import Post, PostRole, User

pytestmark = pytest.mark.django_db


class TestAddPerson:
    def test_it_works(self) -> None:
        office = make_person("office")
        person = actions.add_person(username="liming", full_name="李敏", at=NOON, by=office, password=PASSWORD)
        assert (person.full_name, person.date_joined, person.added_by, person.is_sample) == (
            "李敏",
            NOON,
            office,
            False,
        )
        assert authenticate(username="liming", password=PASSWORD) == person

    def test_without_a_password_nobody_can_type_one(self) -> None:
        person = actions.add_person(username="liming", full_name="李敏", at=NOON, by=None)
        assert not person.has_usable_password()
        assert authenticate(username="liming", password="") is None

    def test_a_name_in_use_is_refused_with_the_way_out(self) -> None:
        make_person("liming")
        with pytest.raises(actions.UsernameTaken, match=r"“liming”.*请换一个"):
            actions.add_person(username="liming", full_name="李明", at=NOON, by=None)
        assert User.objects.count() == 1


class TestChangePassword:
    def test_only_the_new_one_opens(self) -> None:
        person = make_person("liming")
        actions.change_password(user=person, password="plum-rain-7788")
        assert authenticate(username="liming", password="plum-rain-7788") == person
        assert authenticate(username="liming", password=PASSWORD) is None


class TestGivePost:
    def test_it_works(self) -> None:
        office = make_person("office")
        person = make_person("liming", role=None)
        post = actions.give_post(user=person, role=PostRole.LIAISON, unit=make_unit(), at=NOON, by=office)
        assert (post.given_by, post.given_at) == (office, NOON)
        assert list(person.posts.all()) == [post]

    def test_loaded_with_the_directory_it_has_no_giver(self) -> None:
        post = make_person().posts.get()
        assert (post.given_by, post.given_at) == (None, None)

    def test_the_same_post_twice_is_refused(self) -> None:
        person = make_person("liming", role=PostRole.LIAISON)
        with pytest.raises(actions.PostHeld, match="liming先生 已是县文明办的联络员"):
            actions.give_post(user=person, role=PostRole.LIAISON, unit=make_unit(), at=NOON, by=None)
        assert Post.objects.count() == 1

    def test_another_role_for_the_same_unit_is_another_post(self) -> None:
        person = make_person("liming", role=PostRole.LIAISON)
        actions.give_post(user=person, role=PostRole.INSPECTOR, unit=make_unit(), at=NOON, by=None)
        assert Post.objects.count() == 2
