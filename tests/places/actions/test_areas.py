"""Changes to the tree of areas."""

import pytest

from tests.places.making import BY
from tests.plans.making import NOON, make_area, make_person, make_unit
from wenming.audit.models import Event
from wenming.places import actions
from wenming.places.models import Area, AreaKind

pytestmark = pytest.mark.django_db


def county() -> Area:
    return actions.add_area(**BY, name="青禾县", kind=AreaKind.COUNTY, code="420222")


def town(above: Area, code: str = "420222101") -> Area:
    return actions.add_area(**BY, name="文昌街道", kind=AreaKind.TOWN, parent=above, code=code)


def change(area: Area, **changes: object) -> Area:
    given = {"name": area.name, "kind": AreaKind(area.kind), "parent": area.parent, "code": area.code} | changes
    return actions.change_area(**BY, area=area, **given)  # type: ignore[arg-type]


def test_an_area_is_added_with_its_code() -> None:
    area = town(county(), " 420222101000 ")
    assert (area.code, area.parent and area.parent.name) == ("420222101", "青禾县")
    assert Event.objects.filter(verb="places.add_area").count() == 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("420223101", "应以 420222 开头"),
        ("420222", "是 9 位数字"),
        ("42022210A", "只用数字"),
        ("990222101", "没有以 99 开头"),
        ("420222000", "别的层级"),
    ],
)
def test_a_wrong_code_is_refused_in_words(code: str, words: str) -> None:
    above = county()
    with pytest.raises(actions.WrongCode, match=words):
        town(above, code)


def test_the_nearest_code_above_counts() -> None:
    city = actions.add_area(**BY, name="云州市", kind=AreaKind.CITY, code="420200")
    bare = actions.add_area(**BY, name="青禾县", kind=AreaKind.COUNTY, parent=city)
    with pytest.raises(actions.WrongCode, match="应以 4202 开头"):
        town(bare, "420322101")


def test_a_code_is_borne_once() -> None:
    above = county()
    town(above)
    with pytest.raises(actions.WrongCode, match="另一个辖区"):
        actions.add_area(**BY, name="临河街道", kind=AreaKind.TOWN, parent=above, code="420222101")


def test_an_area_lies_below_a_larger_one() -> None:
    with pytest.raises(actions.WrongPlace, match="更高一级"):
        actions.add_area(**BY, name="某县", kind=AreaKind.COUNTY, parent=town(county()))


def test_an_area_is_renamed_and_moved() -> None:
    area, other = town(county(), ""), make_area("白水县")
    moved = change(area, name="文昌镇", parent=other)
    assert (moved.name, moved.parent) == ("文昌镇", other)
    event = Event.objects.get(verb="places.change_area")
    assert (event.before["name"], event.after["name"]) == ("文昌街道", "文昌镇")


def test_it_does_not_move_below_itself() -> None:
    above = county()
    below = town(above)
    with pytest.raises(actions.WrongPlace, match="它自己"):
        change(above, parent=above)
    with pytest.raises(actions.WrongPlace, match="它自己"):
        change(above, parent=below)


def test_what_lies_below_has_to_fit_as_well() -> None:
    above = county()
    town(above)
    with pytest.raises(actions.WrongCode, match="下级“文昌街道”"):
        change(above, code="420223")


def test_a_name_is_borne_once_in_its_place() -> None:
    above = county()
    town(above, "")
    with pytest.raises(actions.NameTaken):
        town(above, "")


def test_only_an_empty_area_is_removed() -> None:
    above, by = county(), make_person()
    empty, full = town(above), actions.add_area(**BY, name="临河街道", kind=AreaKind.TOWN, parent=above)
    make_unit("临河街道办", area=full)
    for area in (above, full):
        with pytest.raises(actions.NotEmpty, match="还不能删除"):
            actions.remove_area(area=area, by=by, at=NOON)
    actions.remove_area(area=empty, by=by, at=NOON)
    assert not Area.objects.filter(pk=empty.pk).exists()
    assert Event.objects.filter(verb="places.remove_area").count() == 1
