"""What happens to organisations."""

from datetime import timedelta

import pytest

from tests.places.making import TODAY, hang_everything_on, order, pointing_at
from tests.plans.making import NOON, Says, make_class, make_person, make_unit, make_version
from wenming.accounts.models import Post, PostRole
from wenming.audit.models import Event
from wenming.places import actions, queries
from wenming.places.actions import Order
from wenming.places.held import pointers, undeclared
from wenming.places.models import Alias, ChangeKind, Unit, UnitChange, UnitKind
from wenming.plans.models import Duty, VersionState
from wenming.reading.model import Role
from wenming.rules.matching import match

pytestmark = pytest.mark.django_db


def names(unit: Unit) -> set[str]:
    return set(unit.aliases.values_list("name", flat=True))


def meant(name: str) -> int | None:
    found = match(name, queries.directory()).entry
    return found.id if found else None


def test_every_room_says_how_its_rows_are_handed_over() -> None:
    assert list(undeclared(Unit)) == []


def test_the_test_hangs_every_sort_of_row_on_a_unit() -> None:
    unit = make_unit()
    hang_everything_on(unit, make_person())
    assert pointing_at(unit) == {pointer.key for pointer in pointers(Unit)}


class TestMerge:
    def test_nothing_is_left_behind(self) -> None:
        gone, kept, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
        hang_everything_on(gone, person)
        gone = Unit.objects.get(pk=gone.pk)
        actions.merge_units(unit=gone, into=kept, by=person, at=NOON)
        assert pointing_at(Unit(pk=gone.pk)) == set()
        assert pointing_at(kept) == {pointer.key for pointer in pointers(Unit)}
        assert Event.objects.filter(verb="places.merge_units").count() == 1

    def test_the_old_key_leads_to_the_unit_that_is_left(self) -> None:
        first, second, third, person = make_unit("甲局"), make_unit("乙局"), make_unit("丙局"), make_person()
        key = first.pk
        actions.merge_units(unit=first, into=second, by=person, at=NOON)
        assert queries.current_unit(key) == second
        actions.merge_units(unit=Unit.objects.get(pk=second.pk), into=third, by=person, at=NOON)
        assert queries.current_unit(key) == third
        assert queries.current_unit(0) is None

    def test_the_code_is_taken_over(self) -> None:
        gone, kept = make_unit("县教体局"), make_unit("县教育局")
        gone.credit_code = "91350100M000100Y43"
        gone.save()
        kept = actions.merge_units(unit=gone, into=kept, by=make_person(), at=NOON)
        assert kept.credit_code == "91350100M000100Y43"

    def test_a_ring_of_parents_is_refused(self) -> None:
        gone, between, kept = make_unit("上"), make_unit("中"), make_unit("下")
        between.parents.add(gone)
        kept.parents.add(between)
        with pytest.raises(actions.OwnParent):
            actions.merge_units(unit=gone, into=kept, by=make_person(), at=NOON)
        assert Unit.objects.filter(short="上").exists()


def test_a_renamed_unit_is_still_understood_by_its_old_name() -> None:
    unit, person = make_unit("县教育局"), make_person()
    change = actions.rename_unit(
        unit=unit, name="青禾县教育和体育局", short="县教体局", order=order(person, "青编〔2026〕3号")
    )
    unit.refresh_from_db()
    assert (unit.name, unit.short) == ("青禾县教育和体育局", "县教体局")
    assert meant("青禾县教育局") == meant("县教育局") == meant("县教体局") == unit.pk
    assert (change.kind, change.on, change.basis) == (ChangeKind.RENAMED, TODAY, "青编〔2026〕3号")
    assert change.before == {"name": "青禾县教育局", "short": "县教育局"}
    assert Event.objects.filter(verb="places.rename_unit").count() == 1


def test_a_taken_name_is_no_new_name() -> None:
    unit, other = make_unit("县教育局"), make_unit("县体育局")
    with pytest.raises(actions.NameTaken):
        actions.rename_unit(unit=unit, name=other.name, short="", order=order(make_person()))
    assert not UnitChange.objects.exists()


def test_organisations_are_joined_with_what_is_open() -> None:
    one, two, into, person = make_unit("县文化局"), make_unit("县旅游局"), make_unit("县文旅局"), make_person()
    superseded = make_version(Says("旧", duties=[("县文化局", Role.LEAD, one)]), by=person)
    make_version(Says("新", duties=[("县文化局", Role.LEAD, one)]), by=person, plan=superseded.plan)
    held = Post.objects.create(user=person, role=PostRole.LIAISON, unit=two)
    ended = Post.objects.create(user=make_person("旧人", None), role=PostRole.LIAISON, unit=two, ended_at=NOON)
    bureaus = make_class("各局", members=[one, two])
    change = actions.join_units(units=[one, two], into=into, order=order(person))
    assert set(change.others.all()) == {one, two}
    assert Duty.objects.get(measure__title="新").unit == into
    assert Duty.objects.get(measure__version__state=VersionState.SUPERSEDED).unit == one
    assert Post.objects.get(pk=held.pk).unit == into
    assert Post.objects.get(pk=ended.pk).unit == two
    assert list(bureaus.named_members.all()) == [into]
    assert names(into) == {"县文化局", "青禾县文化局", "县旅游局", "青禾县旅游局"}
    assert list(Unit.objects.standing().filter(pk__in=[one.pk, two.pk, into.pk])) == [into]
    assert meant("县旅游局") == into.pk
    assert Event.objects.filter(verb="places.join_units").count() == 1


def test_a_liaison_of_both_holds_one_post_with_all_deputies() -> None:
    first, second, third = (make_unit(name) for name in ("甲局", "乙局", "丙局"))
    person, deputy = make_person(), make_person("副手", None)
    posts = [Post.objects.create(user=person, role=PostRole.LIAISON, unit=unit) for unit in (first, second)]
    stands_in = Post.objects.create(user=deputy, role=PostRole.LIAISON, unit=third, deputy_of=posts[1])
    actions.join_units(units=[first, second], into=third, order=order(person))
    assert [post.pk for post in person.posts.filter(role=PostRole.LIAISON)] == [posts[0].pk]
    stands_in.refresh_from_db()
    assert stands_in.deputy_of == posts[0]


def test_a_split_gives_each_what_was_chosen() -> None:
    gone, first, second, person = make_unit("县教体局"), make_unit("县教育局"), make_unit("县体育局"), make_person()
    make_version(
        Says("办学", duties=[("县教体局", Role.LEAD, gone)]), Says("健身", duties=[("县教体局", Role.LEAD, gone)])
    )
    duty = Duty.objects.get(measure__title="健身")
    shares = {"plans.duty.unit": {duty.pk: second.pk}}
    change = actions.split_unit(unit=gone, successors=[first, second], shares=shares, order=order(person))
    assert {one.measure.title: one.unit for one in Duty.objects.all()} == {"办学": first, "健身": second}
    assert set(change.others.all()) == {first, second}
    gone.refresh_from_db()
    assert gone.dissolved_on == TODAY


@pytest.mark.parametrize("has_successor", [True, False])
def test_a_unit_is_dissolved(has_successor: bool) -> None:
    unit, heir, person = make_unit("县农机局"), make_unit("县农业局"), make_person()
    make_version(Says("甲", duties=[("县农机局", Role.LEAD, unit)]))
    make_class("各局", [UnitKind.GOVERNMENT])
    actions.dissolve_unit(unit=unit, successor=heir if has_successor else None, order=order(person))
    unit.refresh_from_db()
    assert unit.dissolved_on == TODAY
    assert Duty.objects.get().unit == (heir if has_successor else unit)
    assert unit.pk not in next(iter(queries.member_ids(queries.classes_found()).values()))
    assert meant("县农机局") == (heir.pk if has_successor else None)


def test_what_cannot_be_is_refused() -> None:
    unit, other, person = make_unit("甲局"), make_unit("乙局"), make_person()
    tomorrow = Order(person, NOON, TODAY + timedelta(days=1))
    with pytest.raises(actions.NotYet):
        actions.dissolve_unit(unit=unit, order=tomorrow)
    with pytest.raises(actions.SameUnit):
        actions.dissolve_unit(unit=unit, successor=unit, order=order(person))
    with pytest.raises(actions.SameUnit):
        actions.join_units(units=[unit], into=unit, order=order(person))
    with pytest.raises(actions.SameUnit):
        actions.split_unit(unit=unit, successors=[unit], shares={}, order=order(person))
    actions.dissolve_unit(unit=unit, order=order(person))
    with pytest.raises(actions.Dissolved):
        actions.dissolve_unit(unit=unit, order=order(person))
    with pytest.raises(actions.Dissolved):
        actions.rename_unit(unit=unit, name="丙局", short="", order=order(person))
    with pytest.raises(actions.Dissolved):
        actions.join_units(units=[other], into=unit, order=order(person))
    with pytest.raises(actions.Dissolved):
        actions.split_unit(unit=other, successors=[unit], shares={}, order=order(person))
    assert UnitChange.objects.count() == 1
    assert not Alias.objects.exists()
