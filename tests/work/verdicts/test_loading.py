"""From rows to what the rules judge."""

from datetime import date

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from wenming.rules.commitments.facts import Exemption, Fact, FactState, Pause
from wenming.rules.commitments.facts import Figure as Known
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Direction, Rate, Span
from wenming.work.commitments.subjects import ALL
from wenming.work.models import Commitment, Excuse, ExcuseKind, Figure, Output, RecordState, Review, Use, Whom
from wenming.work.verdicts.loading import Case, load

pytestmark = pytest.mark.django_db


def case_of(commitment: Commitment) -> Case:
    return load(Commitment.objects.filter(pk=commitment.pk))[0]


def test_a_record_is_a_fact_with_all_its_amounts() -> None:
    unit, other = make_unit("甲镇"), make_unit("乙镇")
    commitment = make_commitment(make_measure(unit, other))
    record = make_record(unit, minutes=90, people=46)
    record.with_units.add(other)
    for count in (2, 3):
        Output.objects.create(record=record, count=count, word="篇")
    Use.objects.create(record=record, commitment=commitment, why="kind")
    found = case_of(commitment)
    amounts = (("人", 46), ("分钟", 90), ("篇", 5.0))
    assert found.facts[unit.pk] == [Fact(record.pk, unit.pk, TODAY, TODAY, amounts)]
    assert found.facts[other.pk][0].subject == other.pk


@pytest.mark.parametrize(
    ("state", "is_counted", "as_fact"),
    [
        (RecordState.ACCEPTED, True, FactState.COUNTED),
        (RecordState.RETURNED, True, FactState.RETURNED),
        (RecordState.WITHDRAWN, True, FactState.WITHDRAWN),
        (RecordState.RECORDED, False, FactState.NOT_MEANT),
    ],
)
def test_what_became_of_it(state: RecordState, is_counted: bool, as_fact: FactState) -> None:
    unit = make_unit()
    commitment = make_commitment(make_measure(unit))
    Use.objects.create(record=make_record(unit, state=state), commitment=commitment, why="kind", is_counted=is_counted)
    assert case_of(commitment).facts[unit.pk][0].state == as_fact


def test_what_else_is_known_about_a_subject() -> None:
    unit, person = make_unit(), make_person()
    days = Span(date(2026, 1, 1), date(2026, 12, 31))
    rule = Rule(Rate("亮灯率", Direction.REACH, 95, "%"), days)
    commitment = make_commitment(make_measure(unit), rule=as_json(rule))
    given = {"unit": unit, "first": TODAY, "given_by": person, "given_at": NOON}
    Excuse.objects.create(kind=ExcuseKind.SUSPENSION, commitment=commitment, last=TODAY, **given)
    Excuse.objects.create(kind=ExcuseKind.EXEMPTION, **given)
    made = {"made_by": person, "made_at": NOON, "on": TODAY}
    Figure.objects.create(name="亮灯率", value=93, **made)
    Figure.objects.create(name="别的", value=1, **made)
    Review.objects.create(commitment=commitment, unit=unit, is_enough=False, **made)
    around = case_of(commitment).circumstances[unit.pk]
    assert around.pauses == (Pause(TODAY, TODAY),)
    assert around.exemptions == (Exemption(TODAY, None),)
    assert around.figures == (Known("亮灯率", TODAY, 93),)
    assert [review.is_enough for review in around.reviews] == [False]


def test_only_the_units_asked_for_and_all_together() -> None:
    one, two = make_unit("甲镇"), make_unit("乙镇")
    measure = make_measure(one, two)
    each, together = make_commitment(measure), make_commitment(measure, whom=Whom.TOGETHER)
    Use.objects.create(record=make_record(two), commitment=together, why="kind")
    found = {case.row.pk: case for case in load(Commitment.objects.all(), [one.pk])}
    assert found[each.pk].subjects == {one.pk}
    assert len(found[together.pk].facts[ALL]) == 1
