"""What people made of a version holds in the next one wherever the text stands."""

import pytest

from tests.plans.making import NOON, Says, make_unit, make_version
from wenming.plans.actions import marking, matching
from wenming.plans.actions.amending import carry_over, version_before
from wenming.plans.actions.marking import Seen
from wenming.plans.actions.steps import undo
from wenming.plans.models import Act, Doubt, Duty, MarkState, PlanVersion, Step, Term, VersionState
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind
from wenming.rules.matching import Match, Reason

pytestmark = pytest.mark.django_db

MONTHLY: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"}
TWICE: Json = {"min": 2, "max": None, "unit": "次", "every": 1, "period": "month"}
SAYS = Says(
    "1.修好路灯",
    "县城管局每月夜查一次，县供电公司配合，街道配合。",
    duties=[("县城管局", Role.RESPONSIBLE, None), ("县供电公司", Role.RESPONSIBLE, None)],
    terms=[("每月夜查一次", TermKind.FREQUENCY, MONTHLY)],
)


def amended(first: PlanVersion, *says: Says) -> PlanVersion:
    return make_version(*says, plan=first.plan, state=VersionState.REVIEW, mark_state=MarkState.READ)


def carried(first: PlanVersion, second: PlanVersion) -> Step | None:
    return carry_over(version=second, from_version=first, by=first.uploaded_by, at=NOON)


def duty(version: PlanVersion, name: str) -> Duty:
    return Duty.objects.get(measure__version=version, name=name)


def test_confirmed_marks_are_confirmed_under_another_number() -> None:
    first = make_version(SAYS)
    second = amended(first, Says("2.修好路灯", SAYS.text, duties=SAYS.duties, terms=SAYS.terms))
    step = carried(first, second)
    assert step
    assert step.act == Act.CARRY
    assert [measure.state for measure in second.measures.all()] == [MarkState.CONFIRMED]
    assert duty(second, "县城管局").state == duty(second, "县供电公司").state == MarkState.CONFIRMED
    assert Term.objects.get(measure__version=second).state == MarkState.CONFIRMED
    assert len(step.changes) == 4


def test_where_the_text_changed_nothing_is_carried() -> None:
    first = make_version(SAYS)
    second = amended(first, Says("1.修好路灯", SAYS.text.replace("每月", "每周"), duties=SAYS.duties))
    assert carried(first, second) is None
    assert set(second.measures.values_list("state", flat=True)) == {MarkState.READ}


def test_what_nobody_judged_is_not_carried() -> None:
    first = make_version(SAYS, mark_state=MarkState.READ)
    assert carried(first, amended(first, SAYS)) is None


def test_corrections_and_chosen_units_are_carried() -> None:
    first, streets, power = make_version(SAYS), make_unit("县城管局"), make_unit("县供电公司")
    Duty.objects.filter(name="县城管局").update(unit=streets, reason="chosen")
    Duty.objects.filter(name="县供电公司").update(role=Role.COOPERATING, state=MarkState.CORRECTED, unit=power)
    Term.objects.update(value=TWICE, state=MarkState.CORRECTED)
    second = amended(first, SAYS)
    carried(first, second)
    assert duty(second, "县城管局").unit == streets
    assert (duty(second, "县供电公司").role, duty(second, "县供电公司").unit) == (Role.COOPERATING, power)
    assert duty(second, "县供电公司").state == MarkState.CORRECTED
    assert Term.objects.get(measure__version=second).value == TWICE


def test_a_unit_the_directory_knows_by_now_is_kept() -> None:
    first, streets = make_version(SAYS), make_unit("县城管局")
    second = amended(first, SAYS)
    Duty.objects.filter(measure__version=second, name="县城管局").update(unit=streets)
    carried(first, second)
    assert duty(second, "县城管局").unit == streets
    assert duty(second, "县城管局").state == MarkState.CONFIRMED


def test_what_was_removed_stays_removed_and_what_was_added_is_added() -> None:
    first = make_version(SAYS)
    Duty.objects.filter(name="县供电公司").update(state=MarkState.REMOVED)
    start = first.text.index("街道")
    marking.add_duty(
        version_id=first.pk,
        span=(start, start + 2),
        role=Role.COOPERATING,
        found=Match(Reason.UNKNOWN),
        by=first.uploaded_by,
        at=NOON,
    )
    second = amended(first, Says("前面多一条"), SAYS)
    carried(first, second)
    assert duty(second, "县供电公司").state == MarkState.REMOVED
    added = duty(second, "街道")
    assert (added.state, added.role) == (MarkState.ADDED, Role.COOPERATING)
    assert second.text[added.start : added.end] == "街道"
    assert added.measure.title == "1.修好路灯"


def test_a_corrected_span_corrects_the_same_misreading_again() -> None:
    misread = Says("1.修好路灯", SAYS.text, duties=[("县供电公司配合", Role.COOPERATING, None)])
    first = make_version(misread)
    read = duty(first, "县供电公司配合")
    marking.correct_duty(
        version_id=first.pk,
        seen=Seen("duty", read.pk, read.revision),
        role=Role.COOPERATING,
        span=(read.start, read.end - 2),
        by=first.uploaded_by,
        at=NOON,
    )
    second = amended(first, misread)
    carried(first, second)
    (mended,) = Duty.objects.filter(measure__version=second)
    assert (mended.name, mended.state) == ("县供电公司", MarkState.CORRECTED)
    assert second.text[mended.start : mended.end] == "县供电公司"


def test_a_doubt_that_nobody_looked_at_before_leaves_the_mark_for_people() -> None:
    first = make_version(SAYS)
    second = amended(first, SAYS)
    power, streets = duty(second, "县供电公司"), duty(second, "县城管局")
    before = duty(first, "县城管局")
    common = {"start": 0, "end": 1}
    Doubt.objects.create(version=second, code="two_units", duty=power, **common)
    Doubt.objects.create(version=second, code="unknown", duty=streets, **common)
    Doubt.objects.create(
        version=first, code="unknown", duty=before, settled_by=first.uploaded_by, settled_at=NOON, **common
    )
    carried(first, second)
    assert duty(second, "县供电公司").state == MarkState.READ
    assert duty(second, "县城管局").state == MarkState.CONFIRMED
    assert [doubt.code for doubt in second.doubts.filter(settled_at=None)] == ["two_units"]


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(
    ("code", "words", "is_settled"), [("a", "每月", True), ("b", "每月", False), ("a", "街道", False)]
)
def test_a_doubt_looked_at_is_not_asked_again(inside: bool, code: str, words: str, is_settled: bool) -> None:
    first = make_version(SAYS, mark_state=MarkState.READ)
    second = amended(first, Says("前面多一条"), SAYS)
    for version, about, on in ((first, "a", "每月"), (second, code, words)):
        start = version.text.index(on)
        measure = version.measures.get(title=SAYS.title) if inside else None
        Doubt.objects.create(version=version, code=about, start=start, end=start + len(on), measure=measure)
    first.doubts.update(settled_by=first.uploaded_by, settled_at=NOON)
    carried(first, second)
    assert (second.doubts.get().settled_at == NOON) is is_settled


def test_of_two_alike_one_looked_at_is_not_enough() -> None:
    first = make_version(SAYS, mark_state=MarkState.READ)
    second = amended(first, SAYS)
    about = {"code": "a", "start": 0, "end": 3}
    Doubt.objects.create(version=first, **about)
    Doubt.objects.create(version=first, settled_by=first.uploaded_by, settled_at=NOON, **about)
    Doubt.objects.create(version=second, **about)
    assert carried(first, second) is None


def test_a_name_kept_as_none_of_the_directory_is_kept_in_every_measure() -> None:
    first = make_version(SAYS, mark_state=MarkState.READ)
    Duty.objects.update(reason=Reason.UNKNOWN)
    before = duty(first, "县城管局")
    matching.match_name(
        version_id=first.pk, seen=Seen("duty", before.pk), meant=None, everywhere=True, by=first.uploaded_by, at=NOON
    )
    second = amended(first, Says("2.修好路灯", SAYS.text.replace("每月", "每周"), duties=SAYS.duties))
    carried(first, second)
    assert duty(second, "县城管局").state == MarkState.CONFIRMED
    assert duty(second, "县供电公司").state == MarkState.READ


def test_it_is_undone_as_one_step() -> None:
    first = make_version(SAYS)
    second = amended(first, SAYS)
    step = carried(first, second)
    assert step
    undo(version_id=second.pk, by=first.uploaded_by, at=NOON, step_id=step.pk)
    assert set(second.measures.values_list("state", flat=True)) == {MarkState.READ}
    assert set(Duty.objects.filter(measure__version=second).values_list("state", flat=True)) == {MarkState.READ}


def test_a_version_amends_the_one_in_force_else_the_last_before_it() -> None:
    first = make_version(SAYS)
    second = amended(first, SAYS)
    third = amended(first, SAYS)
    assert version_before(first) is None
    assert version_before(third) == first
    PlanVersion.objects.filter(pk=first.pk).update(state=VersionState.SUPERSEDED)
    assert version_before(third) == second
    PlanVersion.objects.filter(pk=second.pk).update(state=VersionState.UNREADABLE)
    assert version_before(third) == first
