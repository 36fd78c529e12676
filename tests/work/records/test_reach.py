"""Who sees which records."""

import pytest
from django.test import Client

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import PostRole
from wenming.accounts.powers import powers_of
from wenming.work.records.reach import records_seen

pytestmark = pytest.mark.django_db


def test_one_s_own_and_those_in_which_one_took_part() -> None:
    unit, other = make_unit("甲社区"), make_unit("县团委")
    own, joint, foreign = make_record(unit), make_record(other), make_record(other)
    joint.with_units.add(unit)
    powers = powers_of(make_person("联络员", PostRole.LIAISON, unit), on=NOON.date())
    assert set(records_seen(powers)) == {own, joint}
    assert foreign not in records_seen(powers)


def test_an_office_sees_all_of_its_area_and_a_stranger_nothing() -> None:
    records = {make_record(make_unit("甲社区")), make_record(make_unit("县团委"))}
    assert set(records_seen(powers_of(make_person(), on=NOON.date()))) == records
    assert not records_seen(powers_of(make_person("无职", None), on=NOON.date())).exists()


def test_who_took_part_looks_and_does_not_change(liaison: Client) -> None:
    record = make_record(make_unit("县团委"))
    record.with_units.add(make_unit("甲社区"))
    record.attendees.create(name="王敏")
    page = liaison.get(f"/records/{record.pk}/")
    html = page.content.decode()
    assert (page.status_code, "改这条记录" in html, "参加人员 1 人" in html, "王敏" in html) == (
        200,
        False,
        True,
        False,
    )
    assert liaison.get(f"/records/{record.pk}/change/").status_code == 404
