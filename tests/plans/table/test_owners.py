"""The table by unit."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_unit, make_version
from wenming.places.models import UnitKind
from wenming.plans.models import PlanVersion
from wenming.plans.table.filters import Filters, Who
from wenming.plans.table.owners import Line, lines_of
from wenming.plans.table.selection import select
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


def lines(version: PlanVersion, filters: Filters | None = None) -> list[Line]:
    return lines_of(select(version, filters or Filters()))


def told(version: PlanVersion, filters: Filters | None = None) -> list[tuple[str, str, str]]:
    return [(line.owner.name, line.role.value, line.via) for line in lines(version, filters)]


def test_units_come_in_the_order_of_the_directory_and_unknown_names_last() -> None:
    bureau, party = make_unit("县教育局"), make_unit("县委宣传部", UnitKind.PARTY)
    version = make_version(
        Says("甲", duties=[("乙办", Role.LEAD, None), ("教育局", Role.COOPERATING, bureau)]),
        Says("乙", duties=[("教育局", Role.LEAD, bureau), ("宣传部", Role.RESPONSIBLE, party)]),
    )
    assert told(version) == [
        ("县委宣传部", "responsible", ""),
        ("县教育局", "lead", ""),
        ("县教育局", "cooperating", ""),
        ("乙办", "lead", ""),
    ]
    education = lines(version)[1].owner
    assert [(str(word), count) for word, count in education.count_words] == [("牵头", 1), ("配合", 1)]
    assert str(lines(version)[1].role_word) == "牵头"


def test_being_named_counts_before_being_a_member() -> None:
    community = make_unit("书院社区", UnitKind.COMMUNITY)
    other = make_unit("河滨社区", UnitKind.COMMUNITY)
    communities, again = make_class("各社区", [UnitKind.COMMUNITY]), make_class("试点社区", members=[other])
    version = make_version(
        Says(
            "甲",
            duties=[
                ("各社区", Role.LEAD, communities),
                ("书院社区", Role.LEAD, community),
                ("试点社区", Role.LEAD, again),
            ],
        )
    )
    assert told(version) == [("书院社区", "lead", ""), ("河滨社区", "lead", "各社区")]


def test_a_unit_that_is_asked_for_stands_alone() -> None:
    one, two = make_unit("县教育局"), make_unit("县城管局")
    version = make_version(Says("甲", duties=[("教育局", Role.LEAD, one), ("城管局", Role.LEAD, two)]))
    assert told(version, Filters(who=Who("unit", two.pk))) == [("县城管局", "lead", "")]
    assert told(version, Filters(who=Who("unit", 999_999))) == []


@pytest.mark.parametrize("size", [2, 40])
def test_queries_do_not_grow(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    units = [make_unit(f"第{n}局") for n in range(size)]
    version = make_version(*(Says(unit.short, duties=[(unit.short, Role.LEAD, unit)]) for unit in units))
    selection = select(version, Filters())
    with django_assert_num_queries(2):
        assert len(lines_of(selection)) == size
