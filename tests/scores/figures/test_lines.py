"""What figures say of a round's standards."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.scores.figures.making import WITHIN, lamps, supply
from tests.scores.making import make_open, saw
from tests.work.figures.making import FUNDS, LAMPS, enter
from wenming.accounts.models import User
from wenming.rules.scoring.figures import Taken
from wenming.rules.scoring.scoring_rules import Better
from wenming.scores.actions.measuring import take_figures
from wenming.scores.figures.lines import Line, State, span_of, supplied
from wenming.scores.models import Period, Round
from wenming.work.commitments.subjects import ALL
from wenming.work.models import Figure

pytestmark = pytest.mark.django_db
SEEN = {(LAMPS, ALL), (FUNDS, ALL)}


@pytest.fixture
def me() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def found(me: User) -> Round:
    """A round that goes on."""
    return make_open(me)


def only(found: Round) -> Line:
    [line] = supplied(found, SEEN)
    return line


def take(found: Round, me: User) -> None:
    take_figures(measured=found, seen=[only(found).seen], by=me, at=found.begun_at or found.made_at)


def test_a_share_is_how_far_the_target_is_reached(found: Round, me: User) -> None:
    supply(found, me)
    lamps(me, "76")
    line = only(found)
    assert (line.state, line.number, line.value) == (State.NEW, "76", Decimal("0.8"))
    assert line.seen.note == "亮灯率（全县），期内最后一个数：76，目标 95；2026-02-10，月报"


def test_less_is_better_where_that_is_said(found: Round, me: User) -> None:
    supply(found, me, target=Decimal(38), better=Better.DOWN)
    lamps(me, "76")
    assert only(found).value == Decimal("0.5")


def test_a_ratio_takes_the_figure_itself(found: Round, me: User) -> None:
    supply(found, me, "B-2", target=None)
    lamps(me, "97.5")
    line = only(found)
    assert line.value == Decimal("97.5")
    assert "目标" not in line.seen.note


@pytest.mark.parametrize(("period", "state"), [(Period.YEAR, State.NEW), (Period.WINDOW, State.NO_FIGURE)])
def test_of_which_days_the_values_count(found: Round, me: User, period: Period, state: State) -> None:
    supply(found, me, period=period)
    lamps(me, on=date(2026, 1, 15))
    assert only(found).state is state


def test_what_is_later_than_the_round_does_not_count(found: Round, me: User) -> None:
    row = supply(found, me)
    assert span_of(found, row) == (date(2026, 1, 1), found.last)
    lamps(me, on=date(2026, 2, 21))
    assert only(found).state is State.NO_FIGURE


def test_growth_is_against_the_last_value_before(found: Round, me: User) -> None:
    supply(found, me, "B-2", target=None, taken=Taken.GROWTH)
    lamps(me, "76")
    assert only(found).state is State.NO_FIGURE
    enter(me, None, "50", date(2025, 12, 1))
    assert only(found).value == Decimal(52)


def test_what_was_taken_stays_until_the_figure_moves(found: Round, me: User) -> None:
    supply(found, me)
    lamps(me, "76")
    take(found, me)
    assert only(found).state is State.SAME
    Figure.objects.update(value=95)
    line = only(found)
    assert (line.state, line.value) == (State.MOVED, Decimal(1))
    assert line.there is not None
    assert line.there.value == Decimal("0.8")


def test_what_somebody_entered_is_not_touched(me: User) -> None:
    found = make_open(me, saw("A-1"))
    supply(found, me)
    lamps(me)
    assert only(found).state is State.BY_HAND


def test_a_rule_that_cannot_take_it_says_so(found: Round, me: User) -> None:
    supply(found, me, "A-2")
    lamps(me)
    assert only(found).state is State.UNFIT


def test_a_number_beyond_all_bounds_is_none(found: Round, me: User) -> None:
    supply(found, me, "B-2", target=None, taken=Taken.GROWTH)
    lamps(me, "999999999999")
    enter(me, None, "0.0001", date(2025, 12, 1))
    assert only(found).state is State.UNFIT


def test_a_figure_that_is_not_to_be_seen_tells_nothing(found: Round, me: User) -> None:
    supply(found, me, unit=make_unit("甲镇"))
    lamps(me)
    line = only(found)
    assert (line.state, line.number, line.value) == (State.UNSEEN, "", None)


def test_a_standard_that_the_round_does_not_have_is_left_out(found: Round, me: User) -> None:
    supply(found, me, "Z-9")
    assert supplied(found, SEEN) == []


def test_in_the_order_of_the_framework_with_three_queries(
    found: Round, me: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for standard in ("B-2", "A-3", "A-1"):
        supply(found, me, standard)
    lamps(me, on=WITHIN)
    Round.objects.select_related("edition").get(pk=found.pk)
    with django_assert_num_queries(3):
        lines = supplied(found, SEEN)
    assert [line.leaf.code for line in lines] == ["A-1", "A-3", "B-2"]
