"""A unit objects, the office decides, the table follows."""

import pytest

from tests.frameworks.making import PACK, hold, item, make_edition
from tests.plans.making import NOON, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.frameworks.actions import assigning, disputing
from wenming.frameworks.actions.disputing import Decision, Objecting
from wenming.frameworks.models import Assignment, AssignmentRole, Dispute, DisputeOutcome, Edition
from wenming.frameworks.table.lines import lines_of
from wenming.places.models import Unit

pytestmark = pytest.mark.django_db
LEAD, RESPONSIBLE = AssignmentRole.LEAD, AssignmentRole.RESPONSIBLE


@pytest.fixture
def me() -> User:
    return make_person()


@pytest.fixture
def edition(me: User) -> Edition:
    return make_edition(me, is_draft=False)


def objecting(edition: Edition, unit: Unit, by: User, role: AssignmentRole = RESPONSIBLE) -> Dispute:
    said = Objecting(role, "路灯归电力部门管。", "县供电公司")
    return disputing.dispute(item=item(edition, "Ⅰ-1-1"), wanted=0, unit=unit, said=said, by=by, at=NOON)


def decided(found: Dispute, by: User, outcome: str, to: Unit | None = None) -> Dispute:
    decision = Decision(DisputeOutcome(outcome), "按三定方案。", to)
    return disputing.decide_dispute(disputed=found, decision=decision, by=by, at=NOON)


def who_answers(edition: Edition) -> list[tuple[str, str]]:
    rows = Assignment.objects.filter(item=item(edition, "Ⅰ-1-1")).order_by("pk")
    return [(row.name, row.role) for row in rows]


def test_it_stays_as_it_is(edition: Edition, me: User) -> None:
    unit = make_unit("县城管局")
    hold(edition, unit, me)
    made = objecting(edition, unit, me)
    with pytest.raises(disputing.AlreadyDisputed):
        objecting(edition, unit, me)
    found = decided(made, me, "stays")
    assert (found.outcome, found.answer, found.holds) == ("stays", "按三定方案。", False)
    assert who_answers(edition) == [("县城管局", "responsible")]
    with pytest.raises(disputing.AlreadyDecided):
        decided(made, me, "released")
    with pytest.raises(disputing.AlreadyDecided):
        disputing.withdraw_dispute(disputed=made, by=me, at=NOON)
    assert objecting(edition, unit, me).pk != made.pk  # there may be new reasons


def test_another_unit_answers_in_the_same_role(edition: Edition, me: User) -> None:
    unit, other = make_unit("县城管局"), make_unit("县供电公司")
    Assignment.objects.filter(pk=hold(edition, unit, me).pk).update(role=LEAD)
    made = objecting(edition, unit, me, LEAD)
    for wrong in (None, unit):
        with pytest.raises(disputing.NobodyElse):
            decided(made, me, "moved", wrong)
    with pytest.raises(disputing.NobodyElse):
        decided(made, me, "released", other)
    assert decided(made, me, "moved", other).holds
    assert who_answers(edition) == [("县供电公司", "lead")]
    verbs = list(Event.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-2:] == ["frameworks.dispute", "frameworks.decide_dispute"]


def test_a_member_of_a_class_is_left_out_and_the_others_stay(edition: Edition, me: User) -> None:
    unit, other = make_unit("东关社区"), make_unit("西关社区")
    group = make_class("各社区", members=[unit, other])
    place = [(item(edition, "Ⅰ-1-1").pk, 0)]
    assigning.assign(edition=edition, places=place, to=group, role=LEAD, by=me, at=NOON)
    assert [line.via for line in lines_of(edition, unit)] == [group]
    decided(objecting(edition, unit, me, LEAD), me, "moved", make_unit("县供电公司"))
    assert lines_of(edition, unit) == []
    assert [line.via for line in lines_of(edition, other)] == [group]
    assert who_answers(edition) == [("各社区", "lead"), ("县供电公司", "responsible")]  # there is one lead


def test_a_decision_holds_when_the_standard_is_given_again(edition: Edition, me: User) -> None:
    unit, other = make_unit("县城管局"), make_unit("县供电公司")
    hold(edition, unit, me)
    found = decided(objecting(edition, unit, me), me, "released")
    both = [(item(edition, code).pk, 0) for code in ("Ⅰ-1-1", "Ⅰ-1-2")]

    def give(to: Unit) -> assigning.Assigned:
        return assigning.assign(edition=edition, places=both, to=to, role=RESPONSIBLE, by=me, at=NOON)

    assert give(unit) == assigning.Assigned(made=1, led=0, ruled=1)
    assert give(other).ruled == 0
    disputing.end_ruling(decided=found, by=me, at=NOON)
    assert give(unit).ruled == 0
    assert ("县城管局", "responsible") in who_answers(edition)
    with pytest.raises(disputing.AlreadyDecided):
        disputing.end_ruling(decided=found, by=me, at=NOON)


def test_it_holds_in_the_next_edition_where_the_words_stand(edition: Edition, me: User) -> None:
    unit, other = make_unit("县城管局"), make_unit("县供电公司")
    assigning.assign_as_written(edition=edition, by=me, at=NOON)
    assert who_answers(edition)[0] == ("县城管局", "lead")
    decided(objecting(edition, unit, me, LEAD), me, "moved", other)
    again = make_edition(me, of=edition.framework)
    Assignment.objects.filter(item__edition=again).delete()  # what was carried over
    assigning.assign_as_written(edition=again, by=me, at=NOON)
    assert who_answers(again)[0] == ("县供电公司", "lead")
    changed = make_edition(me, of=edition.framework, text=PACK.replace("不低于95%", "不低于98%"))
    Assignment.objects.filter(item__edition=changed).delete()
    assigning.assign_as_written(edition=changed, by=me, at=NOON)
    assert who_answers(changed)[0] == ("县城管局", "lead")  # to be looked at anew


def test_taken_back_by_the_unit(edition: Edition, me: User) -> None:
    unit = make_unit("县城管局")
    hold(edition, unit, me)
    found = disputing.withdraw_dispute(disputed=objecting(edition, unit, me), by=me, at=NOON)
    assert (found.outcome, found.holds) == ("withdrawn", False)
    with pytest.raises(disputing.AlreadyDecided):
        decided(found, me, "stays")
