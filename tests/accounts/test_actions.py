"""Every change to people and posts: it works, and what it refuses."""

from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from django.contrib.auth import authenticate

from tests.accounts.making import NOON, PASSWORD, make_person, make_unit
from wenming.accounts import actions
from wenming.accounts.actions import NewPost
from wenming.accounts.models import NOBODY_TWICE, Post, PostRole, User
from wenming.accounts.rights import APART
from wenming.audit.models import Event

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
        assert str(person.password_set_on) == "2026-03-05"  # from then on it grows old

    def test_without_a_password_nobody_can_type_one(self) -> None:
        person = actions.add_person(username="liming", full_name="李敏", at=NOON, by=None)
        assert not person.has_usable_password()
        assert person.password_set_on is None
        assert authenticate(username="liming", password="") is None

    def test_a_name_in_use_is_refused_with_the_way_out(self) -> None:
        make_person("liming")
        with pytest.raises(actions.UsernameTaken, match=r"“liming”.*请换一个"):
            actions.add_person(username="liming", full_name="李明", at=NOON, by=None)
        assert User.objects.count() == 1


class TestGivePost:
    def test_it_works(self) -> None:
        office = make_person("office")
        person = make_person("liming", role=None)
        post = actions.give_post(user=person, new=NewPost(role=PostRole.LIAISON, unit=make_unit()), at=NOON, by=office)
        assert (post.given_by, post.given_at) == (office, NOON)
        assert list(person.posts.all()) == [post]
        event = Event.objects.get(verb="accounts.give_post", by=office)
        assert (event.thing_id, event.after["role"], event.after["user"]) == (str(post.pk), "liaison", person.pk)

    def test_for_an_area_and_some_days(self) -> None:
        county = make_unit().area
        first, last = date(2026, 3, 1), date(2026, 3, 31)
        person = make_person("liming", role=None)
        new = NewPost(role=PostRole.LEADER, area=county, since=first, until=last)
        post = actions.give_post(user=person, new=new, at=NOON, by=None)
        assert (post.area, post.unit, post.since, post.until) == (county, None, first, last)

    def test_loaded_with_the_directory_it_has_no_giver(self) -> None:
        post = make_person().posts.get()
        assert (post.given_by, post.given_at) == (None, None)

    def test_the_same_post_twice_is_refused(self) -> None:
        person = make_person("liming", role=PostRole.LIAISON)
        with pytest.raises(actions.PostHeld, match="liming先生 已是县文明办的联络员"):
            actions.give_post(user=person, new=NewPost(role=PostRole.LIAISON, unit=make_unit()), at=NOON, by=None)
        assert Post.objects.count() == 1

    def test_another_role_for_the_same_unit_is_another_post(self) -> None:
        person = make_person("liming", role=PostRole.LIAISON)
        actions.give_post(user=person, new=NewPost(role=PostRole.INSPECTOR, unit=make_unit()), at=NOON, by=None)
        assert Post.objects.count() == 2

    def test_nobody_gives_a_post_to_themselves(self) -> None:
        keeper = make_person("keeper", role=PostRole.SECURITY)
        with pytest.raises(actions.GivenToSelf):
            actions.give_post(user=keeper, new=NewPost(role=PostRole.LIAISON, unit=make_unit()), at=NOON, by=keeper)

    @pytest.mark.parametrize(
        ("held", "role"),
        [(one, other) for apart in APART for one in sorted(apart) for other in sorted(apart) if one != other],
    )
    def test_what_is_apart_is_held_by_two(self, held: PostRole, role: PostRole) -> None:
        person = make_person("liming", role=held)
        unit = None if role in NOBODY_TWICE else make_unit()
        with pytest.raises(actions.HeldApart, match="不能兼任"):
            actions.give_post(user=person, new=NewPost(role=role, unit=unit), at=NOON, by=None)
        actions.end_post(post=person.posts.get(), at=NOON, by=None)
        assert actions.give_post(user=person, new=NewPost(role=role, unit=unit), at=NOON, by=None).role == role

    @pytest.mark.parametrize(("role", "where"), [("liaison", []), ("liaison", ["unit", "area"]), ("audit", ["unit"])])
    def test_a_post_is_for_one_place(self, role: str, where: list[str]) -> None:
        unit = make_unit()
        new = NewPost(
            role=PostRole(role),
            unit=unit if "unit" in where else None,
            area=unit.area if "area" in where else None,
        )
        with pytest.raises(actions.WrongPlace):
            actions.give_post(user=make_person("liming", role=None), new=new, at=NOON, by=None)

    def test_a_period_ends_after_it_begins(self) -> None:
        person, last = make_person("liming", role=None), date(2026, 3, 1)
        new = NewPost(role=PostRole.LIAISON, unit=make_unit(), since=date(2026, 3, 2), until=last)
        with pytest.raises(actions.WrongPeriod):
            actions.give_post(user=person, new=new, at=NOON, by=None)


class TestDeputy:
    DAYS = MappingProxyType({"since": date(2026, 3, 5), "until": date(2026, 3, 9)})

    def test_it_works(self) -> None:
        post, other = make_person("xuqing").posts.get(), make_person("liming", role=None)
        deputy = actions.make_deputy(post=post, user=other, at=NOON, by=None, **self.DAYS)
        assert (deputy.deputy_of, deputy.role, deputy.unit, deputy.until) == (
            post,
            "office",
            post.unit,
            date(2026, 3, 9),
        )
        assert Event.objects.filter(verb="accounts.make_deputy", thing_id=deputy.pk).exists()

    def test_a_deputy_has_no_deputy(self) -> None:
        post, other = make_person("xuqing").posts.get(), make_person("liming", role=None)
        deputy = actions.make_deputy(post=post, user=other, at=NOON, by=None, **self.DAYS)
        with pytest.raises(actions.NotHeld):
            actions.make_deputy(post=deputy, user=make_person("wang", role=None), at=NOON, by=None, **self.DAYS)

    def test_what_is_over_has_no_deputy(self) -> None:
        post = make_person("xuqing").posts.get()
        actions.end_post(post=post, at=NOON, by=None)
        with pytest.raises(actions.NotHeld):
            actions.make_deputy(post=post, user=make_person("liming", role=None), at=NOON, by=None, **self.DAYS)


class TestEndPost:
    def test_it_works_with_those_who_stand_in(self) -> None:
        office, post = make_person("office"), make_person("xuqing").posts.get()
        other = make_person("liming", role=None)
        deputy = actions.make_deputy(post=post, user=other, at=NOON, by=None, **TestDeputy.DAYS)
        actions.end_post(post=post, at=NOON, by=office)
        deputy.refresh_from_db()
        assert (deputy.ended_at, deputy.ended_by) == (NOON, office)
        assert Event.objects.filter(verb="accounts.end_post", by=office).count() == 2

    def test_twice_is_refused(self) -> None:
        post = make_person("xuqing").posts.get()
        actions.end_post(post=post, at=NOON, by=None)
        with pytest.raises(actions.NotHeld):
            actions.end_post(post=post, at=NOON, by=None)


class TestRunOut:
    @pytest.mark.parametrize(
        ("until", "ended"), [(date(2026, 3, 4), True), (date(2026, 3, 5), False), (None, False)], ids=str
    )
    def test_what_has_run_out_is_ended_by_nobody(self, until: date | None, ended: bool) -> None:
        post = make_person("xuqing").posts.get()
        Post.objects.update(until=until)
        assert actions.end_posts_run_out(NOON) == ended
        assert actions.end_posts_run_out(NOON) == 0
        post.refresh_from_db()
        assert (post.ended_at, post.ended_by) == (NOON if ended else None, None)

    def test_the_day_is_the_countys(self) -> None:
        make_person("xuqing").posts.update(until=date(2026, 3, 4))
        assert actions.end_posts_run_out(datetime(2026, 3, 4, 15, 59, tzinfo=UTC)) == 0
        assert actions.end_posts_run_out(datetime(2026, 3, 4, 16, 1, tzinfo=UTC)) == 1

    def test_a_deputy_goes_with_the_post(self) -> None:
        post, other = make_person("xuqing").posts.get(), make_person("liming", role=None)
        actions.make_deputy(post=post, user=other, at=NOON, by=None, **TestDeputy.DAYS)
        Post.objects.update(until=date(2026, 3, 4))
        assert actions.end_posts_run_out(NOON) == 1
        assert not Post.objects.filter(ended_at=None).exists()


def test_an_administrator_is_appointed_by_command() -> None:
    person = actions.appoint(role=PostRole.AUDIT, username="wang", full_name="王恪", password=PASSWORD, at=NOON)
    assert [(post.role, post.unit, post.area) for post in person.posts.all()] == [("audit", None, None)]
    assert authenticate(username="wang", password=PASSWORD) == person
