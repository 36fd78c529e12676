"""What units answer for."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import Says, make_class, make_unit, make_version, seeing
from wenming.accounts.rights import Right
from wenming.places.models import UnitKind
from wenming.plans.desk.holdings import Holdings, holdings_of
from wenming.plans.models import MarkState, VersionState
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)
VIEWER = seeing(Right.PLAN_VIEW)


def by(end: str) -> tuple[str, TermKind, Json]:
    return ("前", TermKind.DATE, {"from": None, "to": end})


def every(period: str) -> tuple[str, TermKind, Json]:
    return ("每", TermKind.FREQUENCY, {"min": None, "max": None, "unit": None, "every": 1, "period": period})


def of(*shorts: str) -> Holdings:
    return holdings_of([make_unit(short).pk for short in shorts], powers=VIEWER, today=TODAY)


def titles(holdings: Holdings) -> list[str]:
    return [one.measure.title for one in holdings.all]


def test_a_measure_counts_once_in_the_highest_role_by_name_first() -> None:
    unit = make_unit("书院社区", UnitKind.COMMUNITY)
    communities = make_class("各社区", [UnitKind.COMMUNITY])
    make_version(
        Says("甲", duties=[("各社区", Role.RESPONSIBLE, communities), ("书院社区", Role.COOPERATING, unit)]),
        Says("乙", duties=[("各社区", Role.RESPONSIBLE, communities), ("书院社区", Role.RESPONSIBLE, unit)]),
        Says("丙", duties=[("某局", Role.LEAD, None)]),
    )
    found = of("书院社区")
    assert [(one.measure.title, one.role, one.via) for one in found.all] == [
        ("甲", Role.RESPONSIBLE, "各社区"),
        ("乙", Role.RESPONSIBLE, ""),
    ]
    assert [(str(word), len(held)) for word, held in found.by_role] == [("责任", 2)]


def test_the_nearest_date_comes_first_and_past_ones_are_left_out() -> None:
    unit = make_unit()
    duties = [("教育局", Role.LEAD, unit)]
    make_version(
        Says("年底", duties=duties, terms=[by("2026-12")]),
        Says("过了", duties=duties, terms=[by("2026-05")]),
        Says("先后", duties=duties, terms=[by("2026-03"), by("2026-06-30")]),
        Says("今天", duties=duties, terms=[by("2026-06-01")]),
    )
    coming = of("县教育局").coming
    assert [one.measure.title for one in coming] == ["今天", "先后", "年底"]
    dues = [one.next_due for one in coming if one.next_due]
    assert [(due.left, due.is_soon) for due in dues] == [(0, True), (29, True), (213, False)]


def test_what_recurs_comes_by_its_shortest_period() -> None:
    duties = [("教育局", Role.LEAD, make_unit())]
    make_version(
        Says("甲", duties=duties, terms=[every("year"), every("week")]),
        Says("乙", duties=duties, terms=[every("day")]),
        Says("丙", duties=duties),
    )
    assert [(one.measure.title, one.rhythms) for one in of("县教育局").recurring] == [
        ("乙", ("每天",)),
        ("甲", ("每周", "每年")),
    ]


@pytest.mark.parametrize("state", [VersionState.REVIEW, VersionState.SUPERSEDED])
def test_only_what_is_in_force_binds(state: VersionState) -> None:
    make_version(Says("甲", duties=[("教育局", Role.LEAD, make_unit())]), state=state)
    assert titles(of("县教育局")) == []


def test_what_was_removed_does_not_bind() -> None:
    duties = [("教育局", Role.LEAD, make_unit())]
    version = make_version(
        Says("甲", duties=duties, terms=[by("2026-12")]), Says("乙", duties=duties), Says("丙", duties=duties)
    )
    version.measures.filter(title="乙").update(state=MarkState.REMOVED)
    version.measures.get(title="丙").duties.update(state=MarkState.REMOVED)
    version.measures.get(title="甲").terms.update(state=MarkState.REMOVED)
    assert titles(of("县教育局")) == ["甲"]
    assert of("县教育局").coming == []


def test_several_units_of_one_person_are_told_together() -> None:
    one, two = make_unit("县卫健局"), make_unit("县爱卫办")
    make_version(Says("甲", duties=[("卫健局", Role.LEAD, one)]), Says("乙", duties=[("爱卫办", Role.LEAD, two)]))
    assert titles(of("县卫健局", "县爱卫办")) == ["甲", "乙"]


@pytest.mark.parametrize("size", [2, 40])
def test_queries_do_not_grow(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    unit = make_unit()
    make_class("各局", [UnitKind.GOVERNMENT])
    make_version(*(Says(f"第{n}项", duties=[("教育局", Role.LEAD, unit)]) for n in range(size)))
    with django_assert_num_queries(6):
        assert len(holdings_of([unit.pk], powers=VIEWER, today=TODAY).all) == size
