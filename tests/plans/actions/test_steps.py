"""Steps: what one act changed, undone as a whole, seen by all."""

import pytest

from tests.plans import read
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import User
from wenming.places import actions as places
from wenming.places.models import Alias, Unit
from wenming.places.queries import directory
from wenming.plans.actions import marking, matching, steps
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Act, Duty, MarkState, PlanVersion, Step, VersionState
from wenming.reading.model import Role
from wenming.rules.matching import match

pytestmark = pytest.mark.django_db


def seen(mark: Duty) -> Seen:
    return Seen("duty", mark.pk, mark.revision)


def remove(duty: Duty, by: User) -> Step:
    return marking.remove(version_id=duty.measure.version_id, seen=seen(duty), by=by, at=read.NOON)


def state(duty: Duty) -> str:
    duty.refresh_from_db()
    return duty.state


class TestUndo:
    def test_ones_own_last_step(self, version: PlanVersion, me: User) -> None:
        first, second = read.duty_of(version, "县城管局"), read.duty_of(version, "教育局")
        remove(first, me)
        remove(second, me)
        undone = steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert (state(first), state(second)) == (MarkState.REMOVED, MarkState.READ)
        assert undone.act == Act.UNDO
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert state(first) == MarkState.READ
        with pytest.raises(steps.NothingToUndo):
            steps.undo(version_id=version.pk, by=me, at=read.NOON)

    def test_the_steps_of_others_are_not_ones_own(self, version: PlanVersion, me: User) -> None:
        remove(read.duty_of(version, "教育局"), make_person("李敏"))
        with pytest.raises(steps.NothingToUndo):
            steps.undo(version_id=version.pk, by=me, at=read.NOON)

    def test_any_step_by_its_number(self, version: PlanVersion, me: User) -> None:
        duty = read.duty_of(version, "教育局")
        step = remove(duty, make_person("李敏"))
        steps.undo(version_id=version.pk, by=me, at=read.NOON, step_id=step.pk)
        step.refresh_from_db()
        assert (state(duty), step.undone_by) == (MarkState.READ, me)
        with pytest.raises(steps.NothingToUndo):
            steps.undo(version_id=version.pk, by=me, at=read.NOON, step_id=step.pk)

    def test_a_step_is_not_undone_under_a_later_one(self, version: PlanVersion, me: User) -> None:
        duty = read.duty_of(version, "教育局")
        step = remove(duty, me)
        duty.refresh_from_db()
        marking.restore(version_id=version.pk, seen=seen(duty), by=me, at=read.NOON)
        with pytest.raises(steps.ChangedSince):
            steps.undo(version_id=version.pk, by=me, at=read.NOON, step_id=step.pk)
        assert state(duty) == MarkState.CORRECTED

    def test_what_was_added_is_gone_and_can_come_back(self, version: PlanVersion, me: User) -> None:
        found = match("教育局", directory())
        marking.add_duty(version_id=version.pk, span=read.at("摊位"), role=Role.LEAD, found=found, by=me, at=read.NOON)
        duty = read.duty_of(version, "摊位")
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert state(duty) == MarkState.REMOVED

    def test_settled_doubts_are_open_again(self, version: PlanVersion, me: User) -> None:
        remove(read.duty_of(version, "县城管局"), me)
        assert read.doubt_of(version, "unit_may_be_two").settled_by == me
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        doubt = read.doubt_of(version, "unit_may_be_two")
        assert (doubt.settled_by, doubt.settled_at) == (None, None)

    def test_a_learned_name_is_forgotten(self, version: PlanVersion, me: User) -> None:
        duty, unit = read.duty_of(version, "教育局"), Unit.objects.get(short="县城管局")
        matching.match_name(version_id=version.pk, seen=seen(duty), meant=unit, everywhere=True, by=me, at=read.NOON)
        assert Alias.objects.filter(name="教育局", unit=unit).exists()
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        duty.refresh_from_db()
        assert str(duty.unit) == "县教育局"
        assert not Alias.objects.filter(name="教育局", unit=unit).exists()

    def test_what_would_lead_to_a_merged_unit_stays(self, version: PlanVersion, me: User) -> None:
        duty, unit = read.duty_of(version, "教育局"), Unit.objects.get(short="县城管局")
        matching.match_name(version_id=version.pk, seen=seen(duty), meant=unit, everywhere=True, by=me, at=read.NOON)
        education = Unit.objects.get(short="县教育局")
        places.merge_units(unit=education, into=make_unit("县教体局"), by=me, at=read.NOON)
        with pytest.raises(steps.ChangedSince):
            steps.undo(version_id=version.pk, by=me, at=read.NOON)


class TestLock:
    @pytest.mark.parametrize("state", [VersionState.READING, VersionState.UNREADABLE, VersionState.SUPERSEDED])
    def test_only_what_is_reviewed_or_in_force_changes(
        self, version: PlanVersion, me: User, state: VersionState
    ) -> None:
        PlanVersion.objects.update(state=state)
        with pytest.raises(steps.NotOpen):
            remove(read.duty_of(version, "教育局"), me)
        assert not Step.objects.exists()


class TestFetch:
    def test_a_stale_mark_says_how_it_stands(self, version: PlanVersion, me: User) -> None:
        duty = read.duty_of(version, "教育局")
        remove(duty, make_person("李敏"))
        with pytest.raises(steps.Stale) as caught:
            remove(duty, me)
        assert (caught.value.mark.state, str(caught.value.mark.changed_by)) == (MarkState.REMOVED, "李敏")

    def test_a_mark_of_another_version_is_not_there(self, version: PlanVersion, me: User) -> None:
        other = PlanVersion.objects.create(
            plan=version.plan,
            number=2,
            state=VersionState.REVIEW,
            file_name="b",
            uploaded_by=me,
            uploaded_at=read.NOON,
            handled_by=me,
        )
        duty = read.duty_of(version, "教育局")
        with pytest.raises(Duty.DoesNotExist):
            marking.remove(version_id=other.pk, seen=seen(duty), by=me, at=read.NOON)
        with pytest.raises(Duty.DoesNotExist):
            marking.confirm(version_id=other.pk, marks=[seen(duty)], by=me, at=read.NOON)
