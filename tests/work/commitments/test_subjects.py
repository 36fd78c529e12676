"""Who is judged by a commitment."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, Says, make_class, make_unit, make_version
from tests.work.making import make_commitment, make_measure
from wenming.places.models import UnitKind
from wenming.reading.model import Role
from wenming.work.commitments.subjects import ALL, open_to, owners_of, subjects_of
from wenming.work.models import Commitment, Whom

pytestmark = pytest.mark.django_db


def test_owners_lead_or_are_responsible_by_name_or_through_a_class() -> None:
    lead, town, other, helper = (make_unit(name) for name in ("县文明办", "甲镇", "乙镇", "县团委"))
    towns = make_class("各镇", members=[town, other])
    version = make_version(
        Says(
            "评议",
            duties=[
                ("县文明办", Role.LEAD, lead),
                ("各镇", Role.RESPONSIBLE, towns),
                ("县团委", Role.COOPERATING, helper),
                ("某局", Role.RESPONSIBLE, None),
            ],
        )
    )
    measure = version.measures.get()
    commitment = make_commitment(measure)
    assert subjects_of([commitment]) == {commitment.pk: {lead.pk, town.pk, other.pk}}
    assert owners_of([measure.pk]) == {measure.pk: {lead.pk, town.pk, other.pk}}


def test_a_class_named_units_and_all_together() -> None:
    village = make_unit("一村", kind=UnitKind.VILLAGE)
    villages = make_class("各行政村", kinds=[UnitKind.VILLAGE])
    school = make_unit("实验小学")
    measure = make_measure(make_unit())
    of_class = make_commitment(measure, whom=Whom.CLASS, unit_class=villages)
    named = make_commitment(measure, whom=Whom.UNITS)
    named.units.add(school)
    together = make_commitment(measure, whom=Whom.TOGETHER)
    found = subjects_of([of_class, named, together])
    assert found == {of_class.pk: {village.pk}, named.pk: {school.pk}, together.pk: {ALL}}


def test_who_is_dissolved_is_not_judged() -> None:
    unit, school = make_unit(), make_unit("旧校")
    measure = make_measure(unit)
    named = make_commitment(measure, whom=Whom.UNITS)
    named.units.add(school)
    for one in (unit, school):
        one.dissolved_on = NOON.date()
        one.save()
    assert subjects_of([make_commitment(measure), named]).popitem()[1] == frozenset()


def test_a_unit_records_for_what_it_is_judged_by_and_for_what_it_answers() -> None:
    unit, town = make_unit(), make_unit("甲镇")
    towns = make_class("各镇", members=[town])
    measure = make_measure(unit)
    own = make_commitment(measure)
    together = make_commitment(measure, whom=Whom.TOGETHER)
    of_towns = make_commitment(measure, whom=Whom.CLASS, unit_class=towns)
    named = make_commitment(measure, whom=Whom.UNITS)
    named.units.add(town)
    assert set(Commitment.objects.filter(open_to([unit.pk]))) == {own, together}
    assert set(Commitment.objects.filter(open_to([town.pk]))) == {of_towns, named}


def test_queries_do_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    measure = make_measure(make_unit())
    commitments = [make_commitment(measure, whom=whom) for whom in (Whom.OWNERS, Whom.UNITS, Whom.TOGETHER) * 3]
    with django_assert_max_num_queries(6):
        subjects_of(commitments)
