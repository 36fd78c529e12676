"""The filters as fields."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_unit, make_version
from wenming.places.models import UnitKind
from wenming.plans.table.filters import Filters, Who
from wenming.plans.table.forms import FilterForm
from wenming.plans.table.selection import select
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


def test_only_those_who_answer_for_something_are_offered() -> None:
    education, _idle = make_unit("县教育局"), make_unit("县统计局")
    make_unit("书院社区", UnitKind.COMMUNITY)
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    version = make_version(
        Says(
            "甲",
            duties=[
                ("教育局", Role.LEAD, education),
                ("各社区", Role.COOPERATING, communities),
                ("某办", Role.LEAD, None),
            ],
        )
    )
    html = str(FilterForm(select(version, Filters()))["who"])
    assert all(name in html for name in ("县教育局", "书院社区", "各社区", "单位类别", "政府部门"))
    assert "县统计局" not in html


def test_a_plan_without_owners_offers_none() -> None:
    html = str(FilterForm(select(make_version(Says("甲")), Filters()))["who"])
    assert html.count("<option") == 1


def test_it_shows_what_is_filtered_and_chapters_by_depth() -> None:
    version = make_version(Says("甲", path=("一", "（一）")))
    filters = Filters(text="甲", chapter=("一", "（一）"), role=Role.LEAD, who=Who("unit", 1))
    form = FilterForm(select(version, filters))
    assert 'value="甲"' in str(form["q"])
    assert '<option value="一 › （一）" selected>\u3000（一） (1)</option>' in str(form["chapter"])
    assert '<option value="lead" selected>牵头</option>' in str(form["role"])


def test_queries_do_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    units = [make_unit(f"第{n}局") for n in range(30)]
    bureaus = make_class("各局", [UnitKind.GOVERNMENT])
    says = (Says(unit.short, duties=[(unit.short, Role.LEAD, unit), ("各局", Role.LEAD, bureaus)]) for unit in units)
    version = make_version(*says)
    selection = select(version, Filters())
    with django_assert_num_queries(3):
        FilterForm(selection)
