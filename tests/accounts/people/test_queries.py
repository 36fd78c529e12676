"""Who sees whom, and what the list finds."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import NOON
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.actions import NewPost
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.people import queries
from wenming.accounts.people.inviting import invite, withdraw
from wenming.accounts.powers import powers_of
from wenming.places.models import Alias, AreaKind, Unit
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db
DAY = NOON.date()
ALL = Scope(everywhere=True)


@pytest.fixture
def town() -> Unit:
    """A unit of a town."""
    return make_unit("文昌街道", area=make_area("文昌街道", AreaKind.TOWN, make_area()))


def seen(me: User) -> set[str]:
    """The names of those whom one sees."""
    return {str(person) for person in queries.people_seen(powers_of(me, on=DAY), me)}


@pytest.mark.parametrize(
    ("role", "where", "names"),
    [
        (PostRole.SECURITY, "town", {"我", "镇上的", "县里的", "以前镇上的", "没有职务的"}),
        (PostRole.OFFICE, "town", {"我", "镇上的", "以前镇上的"}),
        (PostRole.OFFICE, "county", {"我", "镇上的", "县里的", "以前镇上的"}),
        (PostRole.LIAISON, "county", {"我", "县里的"}),
        (PostRole.LEADER, "town", set()),
    ],
)
def test_who_sees_whom(role: PostRole, where: str, names: set[str], town: Unit) -> None:
    county = make_unit("县教育局")
    me = make_person("我", role, {"town": town, "county": county}[where])
    make_person("镇上的", PostRole.LIAISON, town)
    make_person("县里的", PostRole.LIAISON, county)
    make_person("以前镇上的", PostRole.LIAISON, town).posts.update(ended_at=NOON)
    make_person("没有职务的", None)
    assert (seen(me) if role != PostRole.LEADER else set()) == names


def test_whom_one_brought_in_one_sees(town: Unit) -> None:
    me, new = make_person("我", PostRole.OFFICE, town), make_person("新人", None)
    User.objects.filter(pk=new.pk).update(added_by=me)
    assert "新人" in seen(me)


def found(text: str = "", only: str = "") -> set[str]:
    """The names of those who are found."""
    return {str(person) for person in queries.found(User.objects.all(), text=text, only=only, on=DAY)}


def test_the_list_is_searched_and_narrowed(town: Unit) -> None:
    make_person("许青", PostRole.OFFICE, town)
    make_person("秦素", PostRole.LIAISON, make_unit("县爱卫办"))
    make_person("罗小满", None)
    User.objects.filter(username="罗小满").update(is_active=False)
    gone = make_person("顾兰", PostRole.LIAISON, make_unit("县爱卫办"))
    gone.posts.update(until=DAY - timedelta(days=1))
    assert (found("许"), found("爱卫"), found("文昌")) == ({"许青"}, {"秦素"}, {"许青"})
    assert found(only="liaison") == {"秦素"}
    assert found(only=queries.WITHOUT_POST) == {"顾兰"}
    assert found(only=queries.STOPPED) == {"罗小满"}


def test_two_queries_for_any_number_of_people(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(5):
        person = make_person(f"某{number}", PostRole.LIAISON, make_unit(f"单位{number}"))
        Post.objects.create(user=person, role=PostRole.LEADER, area=make_area())
    with django_assert_num_queries(2):
        people = queries.found(User.objects.all(), on=DAY)
        told = [(str(one), [str(post) for post in vars(one)["held"]]) for one in people]
    assert told[0] == ("某0", ["单位0联络员", "青禾县领导"])


def test_open_invitations_to_posts_that_one_may_give(town: Unit) -> None:
    me, keeper = make_person("我", PostRole.OFFICE, town), make_person("保卫", PostRole.SECURITY)
    posts = [
        NewPost(role=PostRole.LIAISON, unit=town),
        NewPost(role=PostRole.LIAISON, unit=make_unit("县教育局")),
        NewPost(role=PostRole.OFFICE, unit=town),
        NewPost(role=PostRole.AUDIT),
    ]
    made = [invite(full_name="新人", phone="", new=new, by=keeper, at=NOON)[0] for new in posts]
    assert list(queries.invitations_seen(powers_of(me, on=DAY))) == made[:1]
    assert set(queries.invitations_seen(powers_of(keeper, on=DAY))) == set(made)
    withdraw(invitation=made[0], by=keeper, at=NOON)
    assert not queries.invitations_seen(powers_of(me, on=DAY)).exists()


def test_a_unit_is_found_by_any_of_its_names(town: Unit) -> None:
    Alias.objects.create(name="文昌办", unit=town)
    names = (town.short, town.name, "文昌办")
    assert [queries.units_called(name, ALL) for name in names] == [[town]] * 3
    assert queries.units_called("文昌办", Scope()) == []
    Unit.objects.update(dissolved_on=DAY)
    assert (queries.units_called("文昌办", ALL), queries.units_offered(ALL)) == ([], [])
