"""From a plan in force to commitments that bind."""

from datetime import date

import pytest

from tests.plans.making import NOON, Says, make_class, make_person, make_unit, make_version
from tests.work.making import make_commitment, make_measure
from wenming.audit.models import Event
from wenming.places.models import UnitKind
from wenming.plans.models import VersionState
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind
from wenming.rules.commitments.kept import as_json, commitment_of
from wenming.rules.commitments.model import Amount, Commitment, Deadline, Every, Recurring, Span
from wenming.work.commitments import actions
from wenming.work.commitments.actions import Shape
from wenming.work.models import Cell, CommitmentState, Whom

pytestmark = pytest.mark.django_db

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
MONTHLY = Commitment(Recurring(Amount(1, None, "次"), 1, Every.MONTH), YEAR)
OFTEN: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "quarter"}


def says() -> Says:
    make_class("各社区", kinds=[UnitKind.COMMUNITY])
    terms: list[tuple[str, TermKind, Json]] = [
        ("每个社区", TermKind.COVERAGE, {"each": "社区", "min": None}),
        ("每季度开展一次", TermKind.FREQUENCY, OFTEN),
        ("长期", TermKind.HORIZON, "long"),
    ]
    duties = [("县民政局", Role.LEAD, make_unit("县民政局"))]
    return Says("评议", text="每个社区每季度开展一次民主评议，长期坚持", terms=terms, duties=duties)


def test_a_plan_in_force_becomes_proposals() -> None:
    person = make_person()
    community = make_unit("东街社区", kind=UnitKind.COMMUNITY)
    version = make_version(says(), Says("宣传", text="营造氛围"))
    assess, review = actions.propose(version=version, by=person, at=NOON)
    assert (assess.activity, assess.whom, assess.state) == ("民主评议", Whom.CLASS, CommitmentState.PROPOSED)
    assert (assess.kind, assess.record_kinds, assess.chapter) == ("recurring", ["评议"], "重点任务")
    assert commitment_of(assess.rule).demand == Recurring(Amount(1, None, "次"), 1, Every.QUARTER)
    assert {term.kind for term in assess.terms.all()} == {"coverage", "frequency"}
    assert (review.kind, review.whom) == ("standing", Whom.OWNERS)
    assert not Cell.objects.exists()
    assert actions.propose(version=version, by=person, at=NOON) == []
    assert Event.objects.filter(verb="work.propose").count() == 1
    actions.confirm(commitments=[assess.pk, review.pk], by=person, at=NOON)
    assert set(Cell.objects.filter(commitment=assess).values_list("unit", flat=True)) == {community.pk}
    assert Event.objects.filter(verb="work.confirm_commitment").count() == 2


def test_only_what_is_in_force_binds() -> None:
    person = make_person()
    version = make_version(says(), by=person, state=VersionState.REVIEW)
    with pytest.raises(actions.NotInForce):
        actions.propose(version=version, by=person, at=NOON)
    with pytest.raises(actions.NotInForce):
        shape = Shape("评议", MONTHLY, Whom.OWNERS)
        actions.add(measure=version.measures.get(), shape=shape, by=person, at=NOON)


def test_a_term_that_somebody_removed_asks_for_nothing() -> None:
    person = make_person()
    version = make_version(says())
    version.measures.get().terms.filter(kind="frequency").update(state="removed")
    (one,) = actions.propose(version=version, by=person, at=NOON)
    assert one.kind == "standing"


def test_an_adjusted_commitment_is_confirmed_and_its_cells_follow() -> None:
    unit, person = make_unit(), make_person()
    commitment = make_commitment(make_measure(unit), rule=as_json(MONTHLY), state=CommitmentState.PROPOSED)
    school = make_unit("实验小学")
    shape = Shape("走访", Commitment(Deadline(), YEAR), Whom.UNITS, units=[school], record_kinds=["走访"])
    found = actions.adjust(commitment=commitment, shape=shape, revision=0, by=person, at=NOON)
    assert (found.kind, found.state, found.revision, found.confirmed_by) == ("deadline", "confirmed", 1, person)
    assert list(found.units.all()) == [school]
    assert list(Cell.objects.values_list("unit", "state")) == [(school.pk, "open")]
    event = Event.objects.get(verb="work.adjust_commitment")
    assert (event.before["kind"], event.after["kind"]) == ("recurring", "deadline")


def test_a_stale_form_changes_nothing() -> None:
    commitment = make_commitment(make_measure(make_unit()), rule=as_json(MONTHLY), revision=3)
    person = commitment.measure.version.uploaded_by
    with pytest.raises(actions.Changed):
        actions.adjust(commitment=commitment, shape=Shape("甲", MONTHLY, Whom.OWNERS), revision=2, by=person, at=NOON)
    with pytest.raises(actions.Changed):
        actions.set_aside(commitment=commitment, revision=2, by=person, at=NOON)
    commitment.refresh_from_db()
    assert (commitment.activity, commitment.revision) == ("民主评议", 3)


@pytest.mark.parametrize("whom", [Whom.CLASS, Whom.UNITS])
def test_it_is_said_of_somebody(whom: Whom) -> None:
    commitment = make_commitment(make_measure(make_unit()), rule=as_json(MONTHLY))
    with pytest.raises(actions.NobodyJudged):
        shape = Shape("甲", MONTHLY, whom)
        actions.adjust(
            commitment=commitment, shape=shape, revision=0, by=commitment.measure.version.uploaded_by, at=NOON
        )


def test_what_is_set_aside_has_no_cells() -> None:
    person = make_person()
    measure = make_measure(make_unit())
    one = actions.add(measure=measure, shape=Shape("走访", MONTHLY, Whom.OWNERS), by=person, at=NOON)
    assert Cell.objects.count() == 12
    one = actions.set_aside(commitment=one, revision=1, by=person, at=NOON)
    assert (one.state, one.confirmed_by) == (CommitmentState.SET_ASIDE, None)
    assert not Cell.objects.exists()
