"""The responsibility table by unit."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.making import item, make_edition
from tests.plans.making import NOON, make_class, make_person, make_unit
from wenming.frameworks.actions.assigning import assign
from wenming.frameworks.models import AssignmentRole, Edition
from wenming.frameworks.table.lines import lines_of, loads_of
from wenming.places.models import Unit, UnitClass

pytestmark = pytest.mark.django_db


def give(edition: Edition, to: Unit | UnitClass, *codes: str, role: AssignmentRole, wanted: int = 0) -> None:
    """Let them answer."""
    places = [(item(edition, code).pk, wanted) for code in codes]
    assign(edition=edition, places=places, to=to, role=role, by=edition.brought_by, at=NOON)


def test_a_unit_named_itself_counts_before_its_class() -> None:
    edition = make_edition(make_person())
    one, two = make_unit("甲社区"), make_unit("乙社区")
    both = make_class("各社区", members=[one, two])
    give(edition, both, "Ⅰ-1-1", "Ⅰ-1-2", role=AssignmentRole.RESPONSIBLE)
    give(edition, one, "Ⅰ-1-1", role=AssignmentRole.LEAD)
    give(edition, one, "Ⅰ-2-1", role=AssignmentRole.LEAD, wanted=2)
    loads = {load.unit.short: (load.counts, load.pieces) for load in loads_of(edition)}
    assert loads == {"甲社区": ({"lead": 2, "responsible": 1}, 1), "乙社区": ({"responsible": 2}, 0)}
    lines = [(line.item.code, line.wanted, str(line.role), line.via) for line in lines_of(edition, one)]
    assert lines == [
        ("Ⅰ-1-1", "", "lead", None),
        ("Ⅰ-1-2", "", "responsible", both),
        ("Ⅰ-2-1", "心理辅导室照片", "lead", None),
    ]
    assert [load.unit for load in loads_of(edition)] == [one, two]  # the most loaded first


def test_queries_do_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    edition = make_edition(make_person())
    for number in range(5):
        give(
            edition,
            make_class(f"第{number}类", members=[make_unit(f"第{number}局")]),
            "Ⅰ-1-1",
            role=AssignmentRole.RESPONSIBLE,
        )
    with django_assert_max_num_queries(8):
        assert len(loads_of(edition)) == 5
