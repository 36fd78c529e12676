"""Entering and correcting figures."""

from datetime import date
from decimal import Decimal

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.figures.making import FUNDS, LAMPS, REVENUE, enter, make_growth, make_rate
from wenming.audit.models import Event
from wenming.work.figures import actions
from wenming.work.models import Cell, Figure

pytestmark = pytest.mark.django_db


def test_the_verdict_follows_and_the_old_value_is_kept() -> None:
    person, unit = make_person(), make_unit("甲镇")
    make_rate(unit)
    figure = enter(person, unit, "93")
    assert Cell.objects.get().state == "open"

    def correct(reason: str) -> Figure:
        said = Decimal(96)
        return actions.correct_figure(figure=figure, value=said, source="月报更正", reason=reason, by=person, at=NOON)

    correct("抄错一位")
    assert Cell.objects.get().state == "met"
    old = figure.versions.get()
    assert (old.value, old.source, old.reason) == (Decimal(93), "月报", "抄错一位")
    with pytest.raises(actions.SameAsBefore):
        correct("再来")
    verbs = list(Event.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["work.enter_figure", "work.correct_figure"]


def test_a_withdrawn_value_counts_no_more_and_its_day_is_free() -> None:
    person, unit = make_person(), make_unit("甲镇")
    make_rate(unit)
    figure = enter(person, unit, "96")
    actions.withdraw_figure(figure=figure, reason="是乙镇的", by=person, at=NOON)
    assert Cell.objects.get().state == "open"
    with pytest.raises(actions.Withdrawn):
        actions.withdraw_figure(figure=figure, reason="再来", by=person, at=NOON)
    enter(person, unit, "97")
    assert Cell.objects.get().state == "met"


def test_a_value_of_the_county_holds_for_whoever_has_none() -> None:
    person, one, other = make_person(), make_unit("甲镇"), make_unit("乙镇")
    make_rate(one, other)
    enter(person, one, "90")
    enter(person, None, "96")
    assert dict(Cell.objects.values_list("unit__short", "state")) == {"甲镇": "open", "乙镇": "met"}


def test_growth_of_a_unit_beside_that_of_the_county() -> None:
    person, unit = make_person(), make_unit("甲镇")
    make_growth(unit)
    before = date(2025, 12, 31)
    for name, of, values in ((FUNDS, unit, ("100", "110")), (REVENUE, None, ("1000", "1050"))):
        for on, value in zip((before, date(2026, 3, 1)), values, strict=True):
            enter(person, of, value, on, name)
    assert Cell.objects.get().state == "met"


def test_what_is_refused() -> None:
    person, unit = make_person(), make_unit("甲镇")
    make_rate(unit)
    enter(person, unit, "93")
    with pytest.raises(actions.AlreadyKnown, match="93"):
        enter(person, unit, "94")
    with pytest.raises(actions.NotYet):
        enter(person, unit, "94", date(2026, 3, 6))
    assert Figure.objects.filter(name=LAMPS).count() == 1
