"""What the pages of reminders show."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries, Settings

from tests.command.making import make_group, make_link, make_seat
from tests.plans.making import NOON, make_person, make_unit
from tests.reminders.making import TODAY, make_bot, make_cell, make_liaison, make_units
from wenming.accounts.models import PostRole
from wenming.reminders import queries
from wenming.reminders.loading import load_day
from wenming.reminders.models import Delivery
from wenming.rules.reminding.matters import Level

pytestmark = pytest.mark.django_db


def test_the_next_day_on_which_something_goes_out() -> None:
    evening = datetime(2026, 3, 6, 12, tzinfo=UTC)  # a Friday at eight
    assert queries.next_day(NOON) == TODAY
    assert queries.next_day(evening) == date(2026, 3, 9)


def test_who_is_told_when(settings: Settings) -> None:
    settings.MAIL = {"EMAIL_HOST": "mail.example"}
    unit = make_unit()
    make_liaison(unit, "顾兰")
    make_liaison(unit, "沈青", hour=None)
    leader = make_person("局长", PostRole.LEADER, unit)
    make_cell(unit, date(2026, 3, 2))  # three working days
    first, *others = queries.told_on(load_day(TODAY))
    assert (first.person, first.is_escalation, first.hour) == (leader, True, None)
    assert [row.why for row in first.rows] == ["逾期满 3 个工作日，请单位领导过问"]
    assert {(one.person.full_name, one.hour) for one in others} == {("顾兰", 8), ("沈青", None)}
    settings.MAIL = {}
    assert {one.hour for one in queries.told_on(load_day(TODAY))} == {None}


def test_what_reaches_nobody_with_the_names_that_are_known() -> None:
    unit = make_unit()
    make_link("顾维桢", unit=unit)
    make_cell(unit, date(2026, 2, 27))
    found = {one.level: one.names for one in queries.missing_on(load_day(TODAY))}
    assert found == {Level.OWN: "", Level.UNIT_LEADER: "", Level.IN_CHARGE: "顾维桢"}


def test_ones_own_digest() -> None:
    one, other = make_unit("甲局"), make_unit("乙局")
    liaison = make_liaison(one)
    make_cell(one)
    make_cell(other)
    head = make_person("总指挥", None)
    make_seat(make_group(), "总指挥", user=head)
    assert [row.unit for row in queries.own_digest(liaison, TODAY)] == ["甲局"]
    assert queries.own_digest(head, TODAY) == []
    make_cell(other, date(2026, 2, 27))
    assert [row.unit for row in queries.own_digest(head, TODAY)] == ["乙局"]


def test_ones_own_digest_looks_at_ones_own_units(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    make_units(5)
    liaison = make_liaison(make_unit("第0单位"), "另一人")
    with django_assert_max_num_queries(12):
        assert len(queries.own_digest(liaison, TODAY)) == 1


def test_what_was_sent_and_what_went_wrong() -> None:
    unit = make_unit()
    made = {"matters": 1, "begun": NOON, "area": unit.area}
    states = [("sent", ""), ("failed", "refused"), ("unknown", "no_answer"), ("failed", "no_longer")]
    for number, (state, code) in enumerate(states):
        Delivery.objects.create(
            day=TODAY - timedelta(days=number), user=make_person(f"人{number}", None), state=state, code=code, **made
        )
    Delivery.objects.create(day=TODAY, bot=make_bot("https://bot.example/"), state="failed", **made)
    everything = ~Q(pk__in=[])
    assert queries.deliveries(everything).count() == 5
    assert queries.deliveries(everything, state="sent").count() == 1
    assert queries.deliveries(everything, state="nonsense").count() == 5
    assert queries.troubles(everything, since=TODAY - timedelta(days=7)) == 3
    assert queries.troubles(everything, since=TODAY) == 1
