"""Taking back what happened to a unit."""

from collections.abc import Callable

import pytest

from tests.places.making import hang_everything_on, order, whole
from tests.plans.making import NOON, Says, make_person, make_unit, make_version
from wenming.accounts.actions import NewPost, end_post, give_post
from wenming.accounts.models import Post, PostRole, User
from wenming.audit.models import Event
from wenming.places import actions, queries
from wenming.places.models import Alias, Unit, UnitChange
from wenming.plans.models import Duty
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


def merge(unit: Unit, other: Unit, by: User) -> UnitChange:
    actions.merge_units(unit=unit, into=other, by=by, at=NOON)
    return UnitChange.objects.latest("pk")


def join(unit: Unit, other: Unit, by: User) -> UnitChange:
    return actions.join_units(units=[unit], into=other, order=order(by))


def dissolve(unit: Unit, other: Unit, by: User) -> UnitChange:
    return actions.dissolve_unit(unit=unit, successor=other, order=order(by))


def dissolve_without(unit: Unit, other: Unit, by: User) -> UnitChange:
    return actions.dissolve_unit(unit=unit, order=order(by))


def split(unit: Unit, other: Unit, by: User) -> UnitChange:
    return actions.split_unit(unit=unit, successors=[other, make_unit("县少年宫")], shares={}, order=order(by))


def rename(unit: Unit, other: Unit, by: User) -> UnitChange:
    return actions.rename_unit(unit=unit, name="新名局", short="新名", order=order(by))


@pytest.mark.parametrize("is_hung_on_both", [False, True])
@pytest.mark.parametrize("change", [merge, join, dissolve, dissolve_without, split, rename])
def test_everything_is_as_it_was(change: Callable[[Unit, Unit, User], UnitChange], is_hung_on_both: bool) -> None:
    unit, other, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
    hang_everything_on(unit, person)
    if is_hung_on_both:  # what is said of both is folded, and comes apart again
        Alias.objects.create(name="某局", unit=other)
        Post.objects.create(user=User.objects.get(username="周以宁"), role=PostRole.LIAISON, unit=other)
        other.parents.add(unit)
        make_unit("实验小学").parents.add(other)
    before = whole()
    made = change(Unit.objects.get(pk=unit.pk), other, person)
    assert whole() != before
    undone = actions.undo_change(change=made, by=person, at=NOON)
    undone.change.others.clear()  # the undone change stays told; but for it all is as before
    undone.change.delete()
    assert whole() == before
    assert undone.left == 0
    assert Event.objects.filter(verb="places.undo_change").count() == 1


def test_what_was_changed_since_is_left() -> None:
    unit, other, third, person = make_unit("县教体局"), make_unit("县教育局"), make_unit("县体育局"), make_person()
    make_version(Says("甲", duties=[("甲", Role.LEAD, unit)]), Says("乙", duties=[("乙", Role.LEAD, unit)]))
    Duty.objects.update(unit=unit)
    made = dissolve(unit, other, person)
    moved = Duty.objects.get(measure__title="乙")
    moved.unit = third
    moved.save()
    undone = actions.undo_change(change=made, by=person, at=NOON)
    assert undone.left == 1
    assert {duty.measure.title: duty.unit for duty in Duty.objects.all()} == {"甲": unit, "乙": third}
    unit.refresh_from_db()
    assert unit.dissolved_on is None


def test_a_merged_unit_bears_its_old_key_again() -> None:
    gone, kept, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
    key = gone.pk
    made = merge(gone, kept, person)
    assert queries.current_unit(key) == kept
    actions.undo_change(change=made, by=person, at=NOON)
    back = Unit.objects.get(pk=key)
    assert (back.short, queries.current_unit(key)) == ("县教体局", back)
    assert not kept.aliases.exists()


def test_merges_on_top_of_each_other_are_undone_in_any_order() -> None:
    first, second, third, person = make_unit("甲局"), make_unit("乙局"), make_unit("丙局"), make_person()
    make_version(Says("事", duties=[("事", Role.LEAD, first)]))
    keys = [first.pk, second.pk]
    inner = merge(first, second, person)
    outer = merge(Unit.objects.get(pk=keys[1]), third, person)
    inner.refresh_from_db()
    undone = actions.undo_change(change=inner, by=person, at=NOON)  # the duty has gone further since
    assert undone.left > 0
    assert Duty.objects.get().unit == third
    actions.undo_change(change=outer, by=person, at=NOON)
    assert set(Unit.objects.filter(pk__in=keys).values_list("short", flat=True)) == {"甲局", "乙局"}


def test_it_is_undone_once() -> None:
    made, person = rename(make_unit(), make_unit(), make_person()), User.objects.get()
    actions.undo_change(change=made, by=person, at=NOON)
    with pytest.raises(actions.CannotUndo, match="已经撤回"):
        actions.undo_change(change=made, by=person, at=NOON)


def test_of_two_renamings_the_later_goes_first() -> None:
    unit, person = make_unit(), make_person()
    first = rename(unit, unit, person)
    actions.rename_unit(unit=unit, name="再改局", short="", order=order(person))
    with pytest.raises(actions.CannotUndo, match="后来又更过名"):
        actions.undo_change(change=first, by=person, at=NOON)


@pytest.mark.parametrize("change", [merge, rename])
def test_a_name_that_was_given_away_does_not_come_back(change: Callable[[Unit, Unit, User], UnitChange]) -> None:
    unit, other, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
    made = change(unit, other, person)
    third = make_unit("第三局")
    third.name = "青禾县教体局"
    third.save()
    with pytest.raises(actions.NameTaken):
        actions.undo_change(change=made, by=person, at=NOON)
    assert UnitChange.objects.get(pk=made.pk).undone_at is None


def test_a_post_that_was_ended_since_does_not_come_back() -> None:
    by, security = make_person(), make_person("王恪", PostRole.SECURITY)
    unit, other, person = make_unit("县体育局"), make_unit("县教育局"), make_person("彭远", None)
    for one in (unit, other):
        give_post(user=person, new=NewPost(role=PostRole.OFFICE, unit=one), by=security, at=NOON)
    change = merge(unit, other, by)
    end_post(post=person.posts.get(), by=security, at=NOON)
    give_post(user=person, new=NewPost(role=PostRole.SECURITY), by=security, at=NOON)
    assert actions.undo_change(change=change, by=by, at=NOON).left == 1
    assert [post.role for post in person.posts.filter(ended_at=None)] == [PostRole.SECURITY]


def test_one_that_is_still_held_does() -> None:
    by, unit, other, person = make_person(), make_unit("县体育局"), make_unit("县教育局"), make_person("彭远", None)
    for one in (unit, other):
        give_post(user=person, new=NewPost(role=PostRole.LIAISON, unit=one), by=by, at=NOON)
    actions.undo_change(change=merge(unit, other, by), by=by, at=NOON)
    assert {post.unit for post in person.posts.filter(ended_at=None)} == {unit, other}
