"""Suggestions are kept once, taken over or waved off at one place or at all alike, and undone as one step."""

import pytest

from tests.plans import read
from tests.plans.suggesting import ONCE, quantity, suggest, twice, unit
from wenming.places import queries as places
from wenming.plans.actions import marking, steps
from wenming.plans.actions.marking import Seen
from wenming.plans.actions.suggesting import adopt
from wenming.plans.models import Act, Doubt, Duty, MarkState, PlanVersion, Step, Term, VersionState

pytestmark = pytest.mark.django_db


def take(doubt: Doubt, *, everywhere: bool = False) -> Step:
    """The second reader is right."""
    by = doubt.version.uploaded_by
    known = places.directory()
    return adopt(
        version_id=doubt.version_id, doubt_id=doubt.pk, everywhere=everywhere, directory=known, by=by, at=read.NOON
    )


def wave_off(doubt: Doubt, *, everywhere: bool = False) -> Step:
    """The second reader is wrong."""
    by = doubt.version.uploaded_by
    return marking.settle(version_id=doubt.version_id, doubt_id=doubt.pk, everywhere=everywhere, by=by, at=read.NOON)


def left(version: PlanVersion) -> int:
    """How many suggestions nobody has looked at."""
    return version.doubts.filter(code__startswith="second_", settled_at=None).count()


class TestSave:
    def test_the_same_is_kept_once(self, version: PlanVersion) -> None:
        assert len(twice(version)) == 2
        assert twice(version) == []
        assert left(version) == 2

    def test_it_stands_beside_what_was_read_of_its_kind(self, version: PlanVersion) -> None:
        [unlike_duty] = suggest(version, unit("各社区", "supervising"))
        assert unlike_duty.duty == read.duty_of(version, "各社区")
        [within_frequency] = suggest(version, quantity("一次", ONCE))
        assert within_frequency.term is None
        assert within_frequency.measure == read.measure_of(version, 1)

    @pytest.mark.parametrize("state", [MarkState.CONFIRMED, MarkState.CORRECTED, MarkState.REMOVED])
    def test_what_a_person_judged_needs_none(self, version: PlanVersion, state: MarkState) -> None:
        Duty.objects.filter(name="各社区").update(state=state)
        assert suggest(version, unit("各社区", "supervising")) == []

    def test_a_measure_that_is_gone_needs_none(self, version: PlanVersion) -> None:
        version.measures.filter(position=1).update(state=MarkState.REMOVED)
        assert suggest(version, quantity("一次", ONCE)) == []

    def test_a_version_that_is_closed_takes_none(self, version: PlanVersion) -> None:
        PlanVersion.objects.update(state=VersionState.SUPERSEDED)
        assert twice(version) == []


class TestAdopt:
    def test_one_place(self, version: PlanVersion) -> None:
        first, second = twice(version)
        step = take(first)
        duty = read.duty_of(version, "责任单位")
        assert (step.act, duty.role, duty.state, duty.start) == (Act.ADD, "lead", MarkState.ADDED, first.start)
        second.refresh_from_db()
        assert second.settled_at is None
        assert left(version) == 1

    def test_all_alike_are_one_step(self, version: PlanVersion) -> None:
        _first, second = twice(version)
        take(second, everywhere=True)
        assert Duty.objects.filter(name="责任单位", state=MarkState.ADDED).count() == 2
        assert left(version) == 0
        steps.undo(version_id=version.pk, by=version.uploaded_by, at=read.NOON)
        assert set(Duty.objects.filter(name="责任单位").values_list("state", flat=True)) == {MarkState.REMOVED}
        assert left(version) == 2

    def test_the_directory_is_asked(self, version: PlanVersion) -> None:
        Duty.objects.filter(name="教育局").delete()
        [doubt] = suggest(version, unit("教育局"))
        take(doubt)
        assert str(read.duty_of(version, "教育局").unit) == "县教育局"

    def test_a_unit_that_was_read_is_corrected(self, version: PlanVersion) -> None:
        [doubt] = suggest(version, unit("社区", "supervising"))
        step = take(doubt)
        duty = read.duty_of(version, "各社区")
        assert (step.act, duty.role, duty.state) == (Act.CORRECT, "supervising", MarkState.CORRECTED)
        assert left(version) == 0

    def test_a_unit_that_was_read_too_short_is_widened(self, version: PlanVersion) -> None:
        [doubt] = suggest(version, unit("县城管局、教育局", "responsible"))
        take(doubt)
        assert Duty.objects.filter(name="县城管局、教育局", state=MarkState.CORRECTED).exists()

    def test_a_term(self, version: PlanVersion) -> None:
        [doubt] = suggest(version, quantity("一次", ONCE, nth=1))
        take(doubt)
        term = Term.objects.get(state=MarkState.ADDED)
        assert (term.kind, term.value, term.measure) == ("quantity", ONCE, read.measure_of(version, 3))

    def test_a_term_that_was_read_is_corrected(self, version: PlanVersion) -> None:
        [doubt] = suggest(version, quantity("3个示范菜场", {"min": 3, "max": None, "unit": "个"}))
        take(doubt)
        term = Term.objects.get(kind="quantity")
        assert (term.value["max"], (term.start, term.end)) == (None, read.at("3个示范菜场"))

    def test_what_somebody_looked_at_before_is_left(self, version: PlanVersion) -> None:
        first, _second = twice(version)
        wave_off(first)
        assert take(first).pk is None
        assert not Duty.objects.filter(name="责任单位").exists()

    def test_a_mark_that_somebody_confirmed_first_stays(self, version: PlanVersion) -> None:
        [doubt] = suggest(version, unit("各社区", "supervising"))
        duty = read.duty_of(version, "各社区")
        marking.confirm(version_id=version.pk, marks=[Seen("duty", duty.pk)], by=version.uploaded_by, at=read.NOON)
        take(doubt)
        duty.refresh_from_db()
        assert (duty.role, duty.state) == ("cooperating", MarkState.CONFIRMED)


class TestWaveOff:
    def test_one_place(self, version: PlanVersion) -> None:
        wave_off(twice(version)[0])
        assert left(version) == 1

    def test_all_alike_are_one_step(self, version: PlanVersion) -> None:
        wave_off(twice(version)[0], everywhere=True)
        assert left(version) == 0
        steps.undo(version_id=version.pk, by=version.uploaded_by, at=read.NOON)
        assert left(version) == 2
