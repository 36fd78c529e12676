"""The history of a unit in words."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.places.making import order
from tests.plans.making import NOON, make_person, make_unit
from wenming.places import actions
from wenming.places.history.timeline import timeline
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db


def words(unit: Unit) -> list[str]:
    return [entry.words for entry in timeline(unit)]


def test_each_page_tells_its_side() -> None:
    one, two, heir, person = make_unit("甲局"), make_unit("乙局"), make_unit("丙局"), make_person()
    actions.rename_unit(unit=one, name="甲甲局", short="", order=order(person))
    actions.join_units(units=[one], into=two, order=order(person))
    actions.split_unit(unit=two, successors=[heir], shares={}, order=order(person))
    assert words(one) == ["撤销，并入“青禾乙局”", "由“青禾甲局”更名为“甲甲局”"]
    assert words(two) == ["撤销，分设为“青禾丙局”", "“甲甲局”并入本单位"]
    assert words(heir) == ["由“青禾乙局”分设，承接它的部分职责"]
    actions.dissolve_unit(unit=heir, order=order(person))
    assert words(heir)[0] == "撤销，没有单位承接"


def test_a_dissolved_unit_and_its_heir() -> None:
    gone, heir, person = make_unit("甲局"), make_unit("乙局"), make_person()
    actions.dissolve_unit(unit=gone, successor=heir, order=order(person))
    assert words(gone) == ["撤销，职责由“青禾乙局”承接"]
    assert words(heir) == ["“青禾甲局”撤销，职责由本单位承接"]


@pytest.mark.parametrize("size", [1, 6])
def test_a_long_history_takes_the_same_queries(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    kept, person = make_unit("县教育局"), make_person()
    for number in range(size):
        actions.merge_units(unit=make_unit(f"第{number}局"), into=kept, by=person, at=NOON)
    with django_assert_num_queries(2):
        assert len(timeline(kept)) == size
