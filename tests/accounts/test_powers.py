"""What posts give on a day, and how far."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import NOON
from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.powers import Powers, powers_of
from wenming.accounts.rights import RIGHTS, Right
from wenming.audit import origin
from wenming.places.models import Area, AreaKind, UnitKind

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 5)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def powers(user: User) -> Powers:
    """What the person may do on the day."""
    return powers_of(user, on=DAY)


@pytest.fixture
def county() -> Area:
    """A county in its city."""
    return make_area("青禾县", AreaKind.COUNTY)


@pytest.fixture
def town(county: Area) -> Area:
    """A town of it."""
    return make_area("文昌街道", AreaKind.TOWN, county)


@pytest.fixture
def community(town: Area) -> Area:
    """A community of the town."""
    return make_area("书院社区", AreaKind.COMMUNITY, town)


@pytest.mark.parametrize("role", PostRole)
def test_a_post_gives_what_the_table_says(role: PostRole) -> None:
    person = make_person("某人", None)
    unit = None if role in {"system", "security", "audit"} else make_unit("县文明办")
    Post.objects.create(user=person, role=role, unit=unit)
    assert set(powers(person)) == set(RIGHTS[role])
    assert all(right in powers(person) for right in RIGHTS[role])


def test_without_a_post_nothing_is_given() -> None:
    held = powers(make_person("某人", None))
    assert list(held) == []
    assert not held.exercise(Right.PLAN_VIEW)
    assert not held.reaches(Right.PLAN_VIEW, area=None)


@pytest.mark.parametrize(
    ("period", "counts"),
    [
        ({}, True),
        ({"since": DAY}, True),
        ({"since": AFTER}, False),
        ({"until": DAY}, True),
        ({"until": BEFORE}, False),
        ({"since": BEFORE, "until": AFTER}, True),
        ({"ended_at": NOON}, False),
    ],
    ids=str,
)
def test_a_post_counts_within_its_period(period: dict[str, object], counts: bool) -> None:
    person = make_person("某人", PostRole.LIAISON)
    person.posts.update(**period)
    assert (Right.PLAN_VIEW in powers(person)) is counts


@pytest.mark.parametrize(
    ("period", "counts"),
    [({}, True), ({"ended_at": NOON}, False), ({"until": BEFORE}, False), ({"since": AFTER}, False)],
    ids=str,
)
def test_a_deputys_post_counts_while_the_other_is_held(period: dict[str, object], counts: bool) -> None:
    holder, deputy = make_person("许青", PostRole.OFFICE), make_person("某人", PostRole.OFFICE)
    deputy.posts.update(deputy_of=holder.posts.get())
    holder.posts.update(**period)
    assert (Right.PLAN_REVIEW in powers(deputy)) is counts


class TestReach:
    def test_an_office_reaches_its_area_and_all_below(self, county: Area, town: Area, community: Area) -> None:
        other = make_area("城关镇", AreaKind.TOWN, county)
        held = powers(make_person("某人", PostRole.OFFICE, make_unit("文昌街道", UnitKind.SUBDISTRICT, town)))
        scope = held.scope(Right.UNIT_EDIT)
        assert (scope.areas, scope.above) == (frozenset({town.pk, community.pk}), frozenset({county.pk}))
        assert held.reaches(Right.UNIT_EDIT, area=community.pk)
        assert not held.reaches(Right.UNIT_EDIT, area=other.pk)
        assert not held.reaches(Right.UNIT_EDIT, area=county.pk)
        assert held.reaches(Right.UNIT_VIEW, area=other.pk)

    def test_a_post_for_an_area_reaches_as_far(self, town: Area, community: Area) -> None:
        person = make_person("某人", None)
        Post.objects.create(user=person, role=PostRole.LEADER, area=town)
        assert powers(person).scope(Right.PLAN_VIEW).areas == {town.pk, community.pk}

    def test_a_liaison_sees_the_people_of_the_unit_and_those_below(self, county: Area) -> None:
        bureau, school, other = (make_unit(name, area=county) for name in ("县教育局", "一中", "县城管局"))
        school.parents.add(bureau)
        held = powers(make_person("某人", PostRole.LIAISON, bureau))
        scope = held.scope(Right.PERSON_VIEW)
        assert (scope.units, scope.areas) == (frozenset({bureau.pk, school.pk}), frozenset[int]())
        assert not held.reaches(Right.PERSON_VIEW, area=county.pk, unit=other.pk)

    def test_units_that_stand_above_each_other_end(self, county: Area) -> None:
        one, other = make_unit("甲", area=county), make_unit("乙", area=county)
        one.parents.add(other)
        other.parents.add(one)
        held = powers(make_person("某人", PostRole.LIAISON, one))
        assert held.scope(Right.PERSON_VIEW).units == {one.pk, other.pk}

    def test_two_posts_add_up(self, county: Area, town: Area) -> None:
        other = make_area("城关镇", AreaKind.TOWN, county)
        person = make_person("某人", None)
        Post.objects.create(user=person, role=PostRole.OFFICE, area=town)
        Post.objects.create(user=person, role=PostRole.OFFICE, area=other)
        assert powers(person).scope(Right.UNIT_EDIT).areas == {town.pk, other.pk}
        assert powers(person).own_area(Right.UNIT_EDIT) == town.pk


class TestExercise:
    def acted(self, held: Powers, right: Right, **place: int) -> tuple[str, str]:
        """The role and the place in which a right is exercised."""
        with origin.coming_from(origin.Origin(origin.OriginKind.WEB)):
            held.exercise(right, **place)
            return origin.current().role, origin.current().held_for

    def test_the_log_learns_the_role_and_where_it_is_held(self, county: Area, town: Area) -> None:
        other = make_area("城关镇", AreaKind.TOWN, county)
        person = make_person("某人", None)
        unit = make_unit("文昌街道", UnitKind.SUBDISTRICT, town)
        Post.objects.create(user=person, role=PostRole.OFFICE, unit=unit)
        Post.objects.create(user=person, role=PostRole.OFFICE, area=other)
        held = powers(person)
        assert self.acted(held, Right.UNIT_EDIT) == ("office", f"unit:{unit.pk}")
        assert self.acted(held, Right.UNIT_EDIT, area=other.pk) == ("office", f"area:{other.pk}")
        assert self.acted(held, Right.UNIT_EDIT, area=county.pk) == ("", "")
        assert self.acted(held, Right.SYSTEM_RUN) == ("", "")


def test_which_posts_one_may_give(town: Area, community: Area) -> None:
    office = make_person("某人", PostRole.OFFICE, make_unit("文昌街道", UnitKind.SUBDISTRICT, town))
    givable = powers(office).givable()
    assert list(givable) == [PostRole.LIAISON, PostRole.LEADER, PostRole.INSPECTOR]
    assert givable[PostRole.LIAISON].areas == {town.pk, community.pk}
    keeper = make_person("保卫", None)
    Post.objects.create(user=keeper, role=PostRole.SECURITY)
    assert set(powers(keeper).givable()) == set(PostRole)
    assert powers(make_person("领导", PostRole.LEADER)).givable() == {}


@pytest.mark.parametrize(("role", "queries"), [(None, 1), (PostRole.OFFICE, 2), (PostRole.LIAISON, 3)])
def test_a_fixed_number_of_queries(
    role: PostRole | None, queries: int, town: Area, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_person("某人", role)
    for number in range(3 if role else 0):
        unit = make_unit(f"单位{number}", area=town)
        Post.objects.create(user=person, role=role or "", unit=unit)
    with django_assert_num_queries(queries):
        powers(person)
