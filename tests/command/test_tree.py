"""The groups of a day under each other."""

import pytest

from tests.command.making import TODAY, make_group, make_seat
from tests.plans.making import NOON, make_unit
from tests.plans.making import make_person as person
from wenming.command import actions
from wenming.command.tree import flat, tree

pytestmark = pytest.mark.django_db


def test_lines_gather_those_of_one_title() -> None:
    top = make_group()
    make_group("一组", top)
    make_seat(top, "总指挥", "甲")
    make_seat(top, "副总指挥", "乙")
    make_seat(top, "副总指挥", user=person("丙", None))
    make_seat(top, "成员单位", unit=make_unit())
    (node,) = tree(TODAY)
    assert [(line.title, len(line.seats), line.is_units) for line in node.lines] == [
        ("总指挥", 1, False),
        ("副总指挥", 2, False),
        ("成员单位", 1, True),
    ]
    assert [str(one.group) for one in flat([node])] == ["创建指挥部", "一组"]


def test_a_group_that_is_over_is_not_there() -> None:
    top = make_group()
    below = make_group("一组", top)
    actions.end_group(group=below, until=TODAY, by=None, at=NOON)
    assert [len(node.children) for node in tree(TODAY)] == [1]
    assert [len(node.children) for node in tree(TODAY.replace(day=TODAY.day + 1))] == [0]


def test_two_queries_however_many(django_assert_num_queries: object) -> None:
    top = make_group()
    for number in range(4):
        group = make_group(f"{number}组", top)
        make_seat(group, user=person(f"人{number}", None), unit=make_unit(f"单位{number}"))
    with django_assert_num_queries(2):  # type: ignore[operator]
        for node in flat(tree(TODAY)):
            assert all(seat.who or seat.unit for line in node.lines for seat in line.seats)
