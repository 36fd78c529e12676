"""Every change to units, classes and their names."""

from typing import Any

import pytest

from tests.plans.making import NOON, Says, make_area, make_class, make_person, make_unit, make_version
from wenming.accounts.models import Post, PostRole
from wenming.places import actions
from wenming.places.models import Alias, AreaKind, Unit, UnitClass, UnitKind
from wenming.plans.models import Duty
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db

BY: dict[str, Any] = {"by": None, "at": NOON}  # from the command line


def names(thing: Unit | UnitClass) -> set[str]:
    return set(thing.aliases.values_list("name", flat=True))


def test_a_unit_is_added_with_its_names() -> None:
    parent = make_unit("县委宣传部")
    unit = actions.add_unit(
        **BY,
        name="青禾县图书馆",
        short="",
        kind=UnitKind.INSTITUTION,
        area=make_area(),
        parents=[parent],
        aliases=["图书馆", "图书馆"],
    )
    assert unit.short == "青禾县图书馆"
    assert list(unit.parents.all()) == [parent]
    assert names(unit) == {"图书馆"}


@pytest.mark.parametrize("taken", ["青禾县教育局", "各社区"])
def test_a_name_is_borne_once(taken: str) -> None:
    unit = make_unit("县教育局")
    unit.name = "青禾县教育局"
    unit.save()
    other, communities = make_unit("县城管局"), make_class("各社区")
    with pytest.raises(actions.NameTaken, match=taken):
        actions.add_unit(**BY, name=taken, short="", kind=UnitKind.OTHER, area=make_area())
    with pytest.raises(actions.NameTaken, match=taken):
        actions.add_class(**BY, name=taken)
    with pytest.raises(actions.NameTaken, match=taken):
        actions.change_unit(**BY, unit=other, name=taken, short="", kind=UnitKind.OTHER, area=make_area())
    if taken != communities.name:
        with pytest.raises(actions.NameTaken, match=taken):
            actions.change_class(**BY, unit_class=communities, name=taken)


def test_an_area_is_named_once_in_its_parent() -> None:
    county = make_area()
    actions.add_area(**BY, name="文昌街道", kind=AreaKind.TOWN, parent=county)
    with pytest.raises(actions.NameTaken):
        actions.add_area(**BY, name="文昌街道", kind=AreaKind.TOWN, parent=county)


def test_a_unit_is_changed_and_keeps_its_own_name() -> None:
    unit, parent = make_unit("县教育局"), make_unit("县教育工委")
    Alias.objects.create(name="旧名", unit=unit)
    Alias.objects.create(name="教育局", unit=unit, learned_by=make_person(), learned_at=NOON)
    actions.change_unit(
        **BY,
        unit=unit,
        name=unit.name,
        short="教体局",
        kind=UnitKind.PARTY,
        area=make_area(),
        parents=[parent],
        aliases=["教育局", "教体局"],
    )
    unit.refresh_from_db()
    assert (unit.short, unit.kind) == ("教体局", UnitKind.PARTY)
    assert list(unit.parents.all()) == [parent]
    assert names(unit) == {"教育局", "教体局"}
    assert unit.aliases.get(name="教育局").learned_at == NOON


def test_nobody_stands_above_themselves() -> None:
    top, middle, low = make_unit("上"), make_unit("中"), make_unit("下")
    middle.parents.add(top)
    low.parents.add(middle)
    for parent in (top, low):
        with pytest.raises(actions.OwnParent):
            actions.change_unit(
                **BY, unit=top, name=top.name, short="上", kind=UnitKind.OTHER, area=make_area(), parents=[parent]
            )
    assert not top.parents.exists()


def test_a_class_is_changed() -> None:
    unit_class, unit = make_class("各社区"), make_unit()
    actions.change_class(
        **BY,
        unit_class=unit_class,
        name="各居委会",
        kinds=[UnitKind.COMMUNITY],
        named_members=[unit],
        aliases=["各社区"],
    )
    unit_class.refresh_from_db()
    assert (unit_class.name, unit_class.kinds, names(unit_class)) == ("各居委会", ["community"], {"各社区"})
    assert list(unit_class.named_members.all()) == [unit]


def test_learning_a_name_forgets_what_it_meant_before() -> None:
    one, two, person = make_unit("甲局"), make_unit("乙局"), make_person()
    actions.learn_alias(name="某局", thing=one, by=person, at=NOON)
    actions.learn_alias(name="某局", thing=two, by=person, at=NOON)
    assert (names(one), names(two)) == (set(), {"某局"})
    actions.forget_alias(**BY, name="某局", thing=two)
    assert names(two) == set()


class TestMerge:
    def test_all_that_points_at_one_points_at_the_other(self) -> None:
        gone, kept, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
        child, parent = make_unit("实验小学"), make_unit("县委教育工委")
        child.parents.add(gone)
        gone.parents.add(parent, kept)
        bureaus = make_class("各局", members=[gone])
        Alias.objects.create(name="教体局", unit=gone)
        liaison = make_person("周以宁", PostRole.LIAISON, gone)
        make_version(Says("甲", duties=[("教体局", Role.LEAD, gone)]))
        actions.merge_units(unit=gone, into=kept, by=person, at=NOON)
        assert not Unit.objects.filter(short="县教体局").exists()
        assert Duty.objects.get().unit == kept
        assert Post.objects.get(user=liaison).unit == kept
        assert list(child.parents.all()) == [kept]
        assert list(kept.parents.all()) == [parent]
        assert list(bureaus.named_members.all()) == [kept]
        assert names(kept) == {"教体局", "县教体局", "青禾县教体局"}

    def test_what_both_had_is_kept_once(self) -> None:
        gone, kept, person = make_unit("县教体局"), make_unit("县教育局"), make_person()
        for unit in (gone, kept):
            Alias.objects.create(name="教育", unit=unit)
            Post.objects.create(user=person, role=PostRole.LIAISON, unit=unit)
        bureaus = make_class("各局", members=[gone, kept])
        actions.merge_units(unit=gone, into=kept, by=person, at=NOON)
        assert person.posts.filter(role=PostRole.LIAISON).count() == 1
        assert kept.aliases.filter(name="教育").count() == 1
        assert list(bureaus.named_members.all()) == [kept]

    def test_a_child_may_be_merged_into_its_parent(self) -> None:
        gone, kept = make_unit("下"), make_unit("上")
        gone.parents.add(kept)
        actions.merge_units(unit=gone, into=kept, by=make_person(), at=NOON)
        assert not kept.parents.exists()
        assert not kept.children.exists()

    def test_a_parent_may_be_merged_into_its_child(self) -> None:
        gone, kept = make_unit("上"), make_unit("下")
        kept.parents.add(gone)
        actions.merge_units(unit=gone, into=kept, by=make_person(), at=NOON)
        assert not kept.parents.exists()

    def test_a_unit_is_not_merged_into_itself(self) -> None:
        unit = make_unit()
        with pytest.raises(actions.SameUnit):
            actions.merge_units(unit=unit, into=unit, by=make_person(), at=NOON)
        assert Unit.objects.filter(pk=unit.pk).exists()

    def test_what_was_merged_meanwhile_is_not_there(self) -> None:
        gone, kept, third, person = make_unit("县教体局"), make_unit("县教育局"), make_unit("县体育局"), make_person()
        actions.merge_units(unit=gone, into=kept, by=person, at=NOON)
        for unit, into in ((gone, third), (third, gone)):
            with pytest.raises(Unit.DoesNotExist):
                actions.merge_units(unit=unit, into=into, by=person, at=NOON)
