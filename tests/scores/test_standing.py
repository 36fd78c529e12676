"""Where a round stands, from what was seen and not taken back."""

from datetime import date
from fractions import Fraction

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.scores.making import POSITIONS, make_open, saw, towns, value_of
from wenming.accounts.models import User
from wenming.rules.scoring.negative import Status
from wenming.scores.actions.happening import note_event
from wenming.scores.actions.measuring import withdraw
from wenming.scores.actions.rounds import leave_out
from wenming.scores.standing import Standing, observations_of, standing_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    """Somebody of the office."""
    return make_person()


def numbers(now: Standing) -> list[Fraction | None]:
    return [now.points, now.known, now.score]


def test_the_score_is_of_what_is_known(me: User) -> None:
    found = make_open(me, saw("A-1", "1"), saw("A-1", "0"), saw("A-2", "0", grade="B"), saw("A-3", "4"))
    now = standing_of(found)
    assert numbers(now) == [22, 16, 2 + 1 + 8]
    assert now.share == Fraction(11, 16)
    withdraw(measurement=value_of(found, "A-3"), by=me, at=NOON)
    assert numbers(standing_of(found)) == [22, 6, 3]


def test_nothing_seen_is_no_score(me: User) -> None:
    now = standing_of(make_open(me))
    assert numbers(now) == [22, 0, None]
    assert now.share is None


def test_the_negative_list_takes_points_off_but_never_more_than_there_are(me: User) -> None:
    found = make_open(me, saw("A-2", "0", grade="A"), status=Status.NOMINEE)
    note_event(
        framework=found.edition.framework, entry="F-1", on=date(2026, 1, 5), text="事故", source="", by=me, at=NOON
    )
    now = standing_of(found)
    assert now.before_events == 2
    assert now.score == 0


def test_methods_are_put_together_where_the_framework_says_how(me: User) -> None:
    found = make_open(me, saw("B-1", "0.5", method="问卷调查"), saw("B-1", "1", method="实地考察"))
    found.frame["totals"] = {"问卷调查": "20", "实地考察": "40", "网上申报": "40"}
    now = standing_of(found)
    assert numbers(now) == [100, 60, 50]


def test_whose_a_value_is(me: User) -> None:
    (town,), bureau, other = towns("文昌街道"), make_unit("县城管局"), make_unit("县住建局")
    found = make_open(me, saw("A-1", territory=town, departments=(bureau, other), site="文昌路"), saw("B-2", "98"))
    one, figure = observations_of(found)
    assert (one.territory, one.departments, one.site) == (town.name, (bureau.name, other.name), "文昌路")
    assert [each.standard for each in observations_of(found, "B-2")] == ["B-2"]
    assert [each.standard for each in standing_of(found).shares] == ["A-1"]
    assert figure.value == 98


def test_positions_stay_where_an_item_does_not_concern_the_city(me: User) -> None:
    found = make_open(me)
    leave_out(changed=found, codes=["A"], by=me, at=NOON)
    found.refresh_from_db()
    placed = {result.node.code: (position, depth) for position, result, depth in standing_of(found).placed()}
    assert {code: position for code, (position, _depth) in placed.items() if code} == POSITIONS
    assert placed["B-1"][1] == 2


def test_as_many_queries_for_many_values(me: User, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    bureau = make_unit("县城管局")
    found = make_open(me, *[saw("A-1", departments=(bureau,)) for _one in range(30)])
    with django_assert_max_num_queries(4):
        assert standing_of(found).score == 4


def test_a_round_may_last_as_long_as_the_calendar(me: User) -> None:
    found = make_open(me, saw("A-1"), last=date.max, status=Status.HOLDER)
    note_event(
        framework=found.edition.framework, entry="F-1", on=date(2026, 1, 5), text="事故", source="", by=me, at=NOON
    )
    assert standing_of(found).outcome.consequences[0].why == "outside_window"
