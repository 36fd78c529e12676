"""Links: a leader and what they look after."""

import pytest

from tests.command.making import TODAY, make_link
from tests.plans.making import NOON, make_area, make_unit
from wenming.audit.models import Event
from wenming.command import actions
from wenming.command.models import Link, LinkKind
from wenming.places.models import AreaKind

pytestmark = pytest.mark.django_db


def test_the_nearest_name_says_where() -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    links = [make_link(area=town), make_link(unit=make_unit(area=town), area=town), make_link(area=town, site="人民路")]
    assert [link.where for link in links] == ["文昌街道", "县教育局", "人民路"]


def test_the_same_link_is_made_once_in_each_way() -> None:
    make_link()
    with pytest.raises(actions.LinkHeld, match="顾维桢 已经在青禾县 挂点"):
        make_link()
    make_link(kind=LinkKind.COVER)
    make_link("梁闻溪")
    assert Link.objects.count() == 3


def test_until_a_day_to_come_it_is_not_made_again() -> None:
    link = make_link()
    actions.end_link(link=link, until=TODAY, by=None, at=NOON)
    with pytest.raises(actions.LinkHeld):
        make_link()


def test_a_unit_lies_in_the_area() -> None:
    town = make_area("文昌街道", AreaKind.TOWN, make_area())
    unit = make_unit()
    with pytest.raises(actions.NotWithin, match="“县教育局”在青禾县，不在文昌街道"):
        make_link(area=town, unit=unit)
    make_link(area=make_area(), unit=make_unit("文昌街道办", area=town))
    assert Link.objects.count() == 1


def test_a_link_needs_a_leader() -> None:
    with pytest.raises(actions.NobodyThere):
        make_link("")


def test_another_takes_the_place_over_and_nothing_is_overwritten() -> None:
    link = make_link(site="人民路")
    new = actions.replace_link(link=link, leader=actions.Holder(name="乙"), since=TODAY, by=None, at=NOON)
    assert (new.site, new.area, new.predecessor) == ("人民路", link.area, link)
    assert Event.objects.get(verb="command.replace_link").thing_name == "人民路 挂点"
    actions.end_link(link=new, until=TODAY, by=None, at=NOON)
    assert not Link.objects.filter(until=None).exists()
