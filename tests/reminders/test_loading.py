"""From rows to what a day says."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from tests.command.making import make_group, make_link, make_seat
from tests.plans.making import NOON, make_area, make_person, make_unit
from tests.reminders.making import TODAY, YESTERDAY, make_cell, make_liaison, make_units
from tests.work.making import make_record
from wenming.accounts.models import PostRole
from wenming.places.models import AreaKind
from wenming.reminders.loading import load_day, steps_for
from wenming.reminders.models import AreaSteps
from wenming.rules.reminding.matters import Kind, Level, Standing, Steps
from wenming.work.models import Answer, Request

pytestmark = pytest.mark.django_db


def stands() -> list[tuple[Kind, Standing]]:
    return [(line.matter.kind, line.standing) for line in load_day(TODAY).lines]


def test_commitments_that_are_late_or_near() -> None:
    unit = make_unit()
    make_cell(unit, YESTERDAY)
    make_cell(unit, TODAY + timedelta(days=3), "due_soon")
    make_cell(unit, TODAY + timedelta(days=30), "open")
    make_cell(unit, YESTERDAY, "met")
    make_cell(unit, YESTERDAY, "disputed")
    assert stands() == [(Kind.TASK, Standing.LATE), (Kind.TASK, Standing.DUE)]


def test_what_is_not_confirmed_or_long_past_is_not_told() -> None:
    unit = make_unit()
    make_cell(unit, date(2025, 11, 1))
    draft = make_cell(unit).commitment
    draft.state, draft.confirmed_by, draft.confirmed_at = "proposed", None, None
    draft.save()
    assert stands() == []


def test_records_that_came_back_and_material_that_is_asked() -> None:
    unit, office = make_unit(), make_person()
    make_record(unit, state="returned", judged_by=office, judged_at=NOON)
    made = {"made_by": office, "made_at": NOON, "sent_by": office, "sent_at": NOON}
    asked = Request.objects.create(
        area=unit.area, title="一季度小结", basis="方案", due=date(2026, 3, 31), state="sent", **made
    )
    Answer.objects.create(request=asked, unit=unit)
    draft = Request.objects.create(area=unit.area, title="草稿", basis="方案", due=YESTERDAY, **made)
    Answer.objects.create(request=draft, unit=unit)
    assert stands() == [(Kind.RETURNED, Standing.RETURNED), (Kind.ASKED, Standing.ASKED)]


def test_liaison_leader_of_the_unit_and_leader_in_charge() -> None:
    unit = make_unit()
    liaison = make_liaison(unit)
    leader = make_person("局长", PostRole.LEADER, unit)
    head = make_person("总指挥", None)
    make_seat(make_group(), "总指挥", user=head)
    make_cell(unit, date(2026, 2, 27))  # five working days ago, the Saturday of 28 February among them
    found = load_day(TODAY)
    assert {one.person: [part.as_level for part in one.parts] for one in found.digests} == {
        liaison.pk: [Level.OWN],
        leader.pk: [Level.UNIT_LEADER],
        head.pk: [Level.IN_CHARGE],
    }
    assert found.unreached == ()


def test_who_has_stopped_is_told_nothing_and_that_is_said() -> None:
    unit = make_unit()
    get_user_model().objects.filter(pk=make_liaison(unit).pk).update(is_active=False)
    make_cell(unit)
    found = load_day(TODAY)
    assert found.digests == ()
    assert [part.as_level for part in found.unreached] == [Level.OWN]


def test_a_leader_known_by_name_only_is_named() -> None:
    unit = make_unit()
    make_link("顾维桢", unit=unit)
    make_cell(unit, date(2026, 2, 25))
    found = load_day(TODAY)
    assert [one.name for one in found.in_charge[unit.pk]] == ["顾维桢"]
    assert Level.IN_CHARGE in {part.as_level for part in found.unreached}


def test_of_some_units_only_and_none_on_days_off() -> None:
    make_cell(make_unit("甲局"))
    make_cell(make_unit("乙局"))
    assert len(load_day(TODAY, seen=Q(short="甲局")).lines) == 1
    assert load_day(date(2026, 3, 7)).lines == ()


def test_the_nearest_area_with_steps_counts() -> None:
    parents = {3: 2, 2: 1, 1: None}
    assert steps_for(3, {1: Steps(1, 2), 2: Steps(2, 4)}, parents) == Steps(2, 4)
    assert steps_for(3, {}, parents) == Steps(3, 5)
    assert steps_for(None, {1: Steps(1, 2)}, parents) == Steps()


def test_a_town_goes_by_the_steps_of_its_county() -> None:
    unit = make_unit("城关镇", area=make_area("城关镇", AreaKind.TOWN, make_area()))
    make_liaison(unit)
    leader = make_person("镇长", PostRole.LEADER, unit)
    make_cell(unit)
    assert load_day(TODAY).digest_of(leader.pk) is None
    AreaSteps.objects.create(area=make_area(), unit_leader=1, changed_by=leader, changed_at=NOON)
    assert load_day(TODAY).digest_of(leader.pk) is not None


def test_queries_do_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_units(2)
    with django_assert_num_queries(10):
        assert len(load_day(TODAY).digests) == 2
    for number in range(2, 8):
        unit = make_unit(f"第{number}单位")
        make_liaison(unit, f"联络员{number}")
        make_cell(unit)
    with django_assert_num_queries(10):
        assert len(load_day(TODAY).digests) == 8
