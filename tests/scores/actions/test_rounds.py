"""A round's course: made, begun with the framework frozen, closed, opened again."""

from datetime import date

import pytest

from tests.plans.making import NOON, make_person
from tests.scores.making import make, make_open, saw, scored_edition, settings
from wenming.accounts.models import PostRole, User
from wenming.audit.models import Event
from wenming.frameworks.actions.points import set_points
from wenming.rules.scoring.negative import Status
from wenming.scores.actions import rounds
from wenming.scores.actions.measuring import measure
from wenming.scores.models import Reader, Round, RoundKind, RoundState
from wenming.scores.standing import framework_in, standing_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    """Somebody of the office."""
    return make_person()


def test_what_the_office_says_is_kept_and_told(me: User) -> None:
    made = make(me, kind=RoundKind.MOCK, status=Status.NOMINEE, applies_on=date(2026, 5, 1))
    made.refresh_from_db()
    assert (made.kind, made.status, made.applies_on, made.state) == ("mock", "nominee", date(2026, 5, 1), "preparing")
    rounds.change_round(changed=made, settings=settings("改了名的"), by=me, at=NOON)
    event = Event.objects.get(verb="scores.change_round")
    assert (event.before["title"], event.after["title"]) == ("一季度自查", "改了名的")
    assert event.after["applies_on"] is None


def test_the_framework_is_frozen_when_it_begins(me: User) -> None:
    edition = scored_edition(me)
    before, later = make_open(me, edition=edition), make(me, edition=edition, title="二季度自查")
    set_points(item=edition.items.get(code="A-1"), points=None, by=me, at=NOON)
    assert standing_of(before).points == 22
    rounds.begin(begun=later, by=me, at=NOON)
    later.refresh_from_db()
    assert framework_in(later).tree.items[0].items[0].points is None
    with pytest.raises(rounds.WrongState, match="已经开始"):
        rounds.begin(begun=later, by=me, at=NOON)


def test_closed_it_takes_nothing_until_it_is_opened_again(me: User) -> None:
    found = make_open(me, saw("A-1"))
    rounds.close(closed=found, by=me, at=NOON)
    with pytest.raises(rounds.WrongState, match="已经结束"):
        rounds.change_round(changed=found, settings=settings(), by=me, at=NOON)
    with pytest.raises(rounds.WrongState, match="已经结束"):
        rounds.leave_out(changed=found, codes=["A-1"], by=me, at=NOON)
    with pytest.raises(rounds.WrongState, match="已经结束"):
        rounds.close(closed=found, by=me, at=NOON)
    rounds.reopen(closed=found, reason="漏了两个点位", by=me, at=NOON)
    found.refresh_from_db()
    assert (found.state, found.closed_by) == (RoundState.OPEN, None)
    rounds.leave_out(changed=found, codes=["A-1", "B"], by=me, at=NOON)
    found.refresh_from_db()
    assert found.left_out == ["A-1", "B"]
    assert standing_of(found).points == 12


def test_only_what_has_not_begun_goes(me: User) -> None:
    found = make(me)
    rounds.discard(discarded=found, by=me, at=NOON)
    assert not Round.objects.exists()
    with pytest.raises(rounds.WrongState):
        rounds.discard(discarded=make_open(me), by=me, at=NOON)


def test_it_is_opened_to_people_by_name(me: User) -> None:
    one, other = make_person("甲", PostRole.ASSESSOR), make_person("乙", PostRole.LEADER)
    found = make(me)
    rounds.open_to(opened=found, people=[one, other], is_restricted=True, by=me, at=NOON)
    rounds.open_to(opened=found, people=[other], is_restricted=False, by=me, at=NOON)
    found.refresh_from_db()
    assert (found.is_restricted, [row.user for row in Reader.objects.all()]) == (False, [other])
    assert Event.objects.filter(verb="scores.open_to").latest("pk").before == {"is_restricted": True, "readers": 2}


def test_what_two_people_leave_out_at_once_is_both_left_out(me: User) -> None:
    found = make_open(me)
    behind = Round.objects.get(pk=found.pk)
    rounds.leave_out(changed=found, codes=["A-1"], by=me, at=NOON)
    rounds.leave_out(changed=behind, codes=["A-2"], by=me, at=NOON)
    rounds.leave_out(changed=behind, codes=["A-1"], counts=True, by=me, at=NOON)
    found.refresh_from_db()
    assert found.left_out == ["A-2"]


def test_the_log_tells_the_score_with_what_came_in_last(me: User) -> None:
    found = make_open(me, saw("A-1"))
    measure(measured=Round.objects.get(pk=found.pk), seen=saw("A-2", "0", grade="B"), by=me, at=NOON)
    rounds.close(closed=found, by=me, at=NOON)
    assert Event.objects.get(verb="scores.close").after == {"score": "5/6"}
