"""From which figure a standard's value comes: said, changed, taken back, and taken."""

from decimal import Decimal

import pytest

from tests.plans.making import NOON, make_person
from tests.scores.figures.making import supply
from tests.scores.making import make_open, saw
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.scores.actions.measuring import EnteredMeanwhile, Seen, take_figures, undo_bringing, withdraw
from wenming.scores.actions.supplying import drop_supply
from wenming.scores.models import Measurement, Round, Supply

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    """Somebody of the office."""
    return make_person()


def take(found: Round, me: User, *seen: Seen) -> str:
    return str(take_figures(measured=found, seen=seen, by=me, at=NOON))


def counting() -> list[tuple[str, Decimal]]:
    rows = Measurement.objects.filter(withdrawn_at=None).order_by("standard", "pk")
    return [(one.standard, one.value.normalize()) for one in rows]


def test_said_again_it_is_another_and_not_a_second(me: User) -> None:
    found = make_open(me)
    first = supply(found, me)
    again = supply(found, me, target=Decimal(90))
    assert first.pk == again.pk
    event = Event.objects.filter(verb="scores.set_supply").order_by("pk").last()
    assert event is not None
    assert event.before["target"] != event.after["target"]


def test_dropped_twice_it_is_gone(me: User) -> None:
    row = supply(make_open(me), me)
    drop_supply(supply=row, by=me, at=NOON)
    with pytest.raises(Supply.DoesNotExist):
        drop_supply(supply=row, by=me, at=NOON)


def test_a_value_entered_by_hand_meanwhile_is_not_doubled(me: User) -> None:
    found = make_open(me, saw("A-1"))
    with pytest.raises(EnteredMeanwhile, match="A-1"):
        take(found, me, Seen("A-1", Decimal("0.5"), supply=supply(found, me)))
    assert counting() == [("A-1", Decimal(1))]


def test_undone_only_what_nothing_later_replaced_comes_back(me: User) -> None:
    found = make_open(me)
    lamps, market = supply(found, me), supply(found, me, "A-3")
    take(found, me, Seen("A-1", Decimal("0.1"), supply=lamps), Seen("A-3", Decimal(1), supply=market))
    second = take(found, me, Seen("A-1", Decimal("0.2"), supply=lamps), Seen("A-3", Decimal(2), supply=market))
    third = take(found, me, Seen("A-1", Decimal("0.3"), supply=lamps))
    undo_bringing(measured=found, batch=second, by=me, at=NOON)  # type: ignore[arg-type]
    assert counting() == [("A-1", Decimal("0.3")), ("A-3", Decimal(1))]
    undo_bringing(measured=found, batch=third, by=me, at=NOON)  # type: ignore[arg-type]
    assert counting() == [("A-1", Decimal("0.2")), ("A-3", Decimal(1))]


def test_what_was_withdrawn_makes_room(me: User) -> None:
    found = make_open(me, saw("A-1"))
    withdraw(measurement=Measurement.objects.get(), by=me, at=NOON)
    take(found, me, Seen("A-1", Decimal("0.5"), supply=supply(found, me)))
    assert counting() == [("A-1", Decimal("0.5"))]
