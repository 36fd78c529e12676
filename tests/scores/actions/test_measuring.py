"""Values come in, and are taken back."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.scores.making import make, make_open, saw, towns, value_of
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.scores.actions import measuring
from wenming.scores.actions.rounds import WrongState, close
from wenming.scores.models import Department, Measurement

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    """Somebody of the office."""
    return make_person()


def test_one_value_with_whose_it_is(me: User) -> None:
    found = make_open(me)
    (town,), bureau = towns("文昌街道"), make_unit("县城管局")
    seen = saw("A-1", "0.5", site="文昌路", territory=town, departments=(bureau, bureau), note="两盏不亮")
    row = measuring.measure(measured=found, seen=seen, by=me, at=NOON)
    row.refresh_from_db()
    assert (row.standard, row.value_words, row.site, row.territory, row.note) == (
        "A-1",
        "0.5",
        "文昌路",
        town,
        "两盏不亮",
    )
    assert [one.unit for one in row.departments.all()] == [bureau]
    assert Event.objects.get(verb="scores.measure").after["site"] == "文昌路"


def test_nothing_comes_in_before_it_begins_and_after_it_is_over(me: User) -> None:
    with pytest.raises(WrongState, match="还没有开始"):
        measuring.measure(measured=make(me), seen=saw("A-1"), by=me, at=NOON)
    found = make_open(me, saw("A-1"))
    close(closed=found, by=me, at=NOON)
    with pytest.raises(WrongState, match="已经结束"):
        measuring.bring_in(measured=found, seen=[saw("A-1")], by=me, at=NOON)
    with pytest.raises(WrongState, match="已经结束"):
        measuring.withdraw(measurement=value_of(found, "A-1"), by=me, at=NOON)
    assert Measurement.objects.count() == 1


def test_a_value_is_taken_back_once_and_stays_to_be_seen(me: User) -> None:
    found = make_open(me, saw("A-1"))
    measuring.withdraw(measurement=value_of(found, "A-1"), by=me, at=NOON)
    assert value_of(found, "A-1").withdrawn_by == me
    with pytest.raises(measuring.NothingToUndo):
        measuring.withdraw(measurement=value_of(found, "A-1"), by=me, at=NOON)


def test_a_table_is_undone_as_a_whole_but_for_what_went_already(me: User) -> None:
    found = make_open(me, saw("B-2", "98"))
    bureau = make_unit("县城管局")
    rows = [saw("A-1", departments=(bureau,)), saw("A-1", "0"), saw("A-2", "0", grade="A")]
    batch = measuring.bring_in(measured=found, seen=rows, by=me, at=NOON)
    assert Department.objects.get().measurement.standard == "A-1"
    measuring.withdraw(measurement=value_of(found, "A-2"), by=me, at=NOON)
    assert measuring.undo_bringing(measured=found, batch=batch, by=me, at=NOON) == 2
    with pytest.raises(measuring.NothingToUndo):
        measuring.undo_bringing(measured=found, batch=batch, by=me, at=NOON)
    assert [one.standard for one in found.measurements.filter(withdrawn_at=None)] == ["B-2"]
