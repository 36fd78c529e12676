"""Confirming, correcting, removing, restoring, adding units and terms."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans import read
from wenming.accounts.models import User
from wenming.places.queries import directory
from wenming.plans.actions import marking, steps
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Act, Duty, MarkState, Measure, PlanVersion, Step, Term
from wenming.plans.terms import Json
from wenming.reading.model import Role, TermKind
from wenming.rules.matching import match

pytestmark = pytest.mark.django_db


def seen(mark: Duty | Term | Measure) -> Seen:
    return Seen(steps.kind_of(mark), mark.pk, mark.revision)


def all_marks() -> list[Duty | Term | Measure]:
    """Every mark there is."""
    return [*Duty.objects.all(), *Term.objects.all(), *Measure.objects.all()]


class TestConfirm:
    def test_it_is_one_step_however_many(self, version: PlanVersion, me: User) -> None:
        marks = [seen(mark) for mark in all_marks()]
        step = marking.confirm(version_id=version.pk, marks=marks, by=me, at=read.NOON)
        assert {mark.state for mark in all_marks()} == {MarkState.CONFIRMED}
        assert (step.act, Step.objects.count()) == (Act.CONFIRM, 1)
        duty = read.duty_of(version, "教育局")
        assert (duty.revision, duty.changed_by, duty.changed_at) == (1, me, read.NOON)

    def test_it_settles_what_was_doubtful_about_the_mark_only(self, version: PlanVersion, me: User) -> None:
        marking.confirm(version_id=version.pk, marks=[seen(read.duty_of(version, "县城管局"))], by=me, at=read.NOON)
        assert read.doubt_of(version, "unit_may_be_two").settled_at == read.NOON
        assert read.doubt_of(version, "date_impossible").settled_at is None

    def test_a_measure_does_not_settle_the_doubts_of_its_units(self, version: PlanVersion, me: User) -> None:
        marking.confirm(version_id=version.pk, marks=[seen(read.measure_of(version, 1))], by=me, at=read.NOON)
        assert read.doubt_of(version, "unit_may_be_two").settled_at is None
        assert read.doubt_of(version, "date_impossible").settled_at == read.NOON

    def test_one_stale_mark_stops_all(self, version: PlanVersion, me: User) -> None:
        fresh, stale = read.duty_of(version, "教育局"), Seen("duty", read.duty_of(version, "各社区").pk, 7)
        with pytest.raises(steps.Stale):
            marking.confirm(version_id=version.pk, marks=[seen(fresh), stale], by=me, at=read.NOON)
        assert read.duty_of(version, "教育局").state == MarkState.READ

    def test_what_was_corrected_stays_corrected(self, version: PlanVersion, me: User) -> None:
        Duty.objects.update(state=MarkState.CORRECTED)
        marking.confirm(version_id=version.pk, marks=[seen(read.duty_of(version, "教育局"))], by=me, at=read.NOON)
        assert read.duty_of(version, "教育局").state == MarkState.CORRECTED

    def test_many_marks_take_few_queries(
        self, version: PlanVersion, me: User, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        measure = read.measure_of(version, 1)
        Duty.objects.bulk_create(
            [Duty(measure=measure, name="县城管局", role="lead", start=0, end=4) for _ in range(90)]
        )
        marks = [seen(duty) for duty in Duty.objects.all()]
        with django_assert_max_num_queries(16):
            marking.confirm(version_id=version.pk, marks=marks, by=me, at=read.NOON)


class TestCorrectDuty:
    def correct(self, version: PlanVersion, me: User, role: Role, span: tuple[int, int]) -> Duty:
        duty = read.duty_of(version, "县城管局")
        marking.correct_duty(version_id=version.pk, seen=seen(duty), role=role, span=span, by=me, at=read.NOON)
        duty.refresh_from_db()
        return duty

    def test_another_role(self, version: PlanVersion, me: User) -> None:
        duty = self.correct(version, me, Role.LEAD, read.at("县城管局"))
        assert (duty.role, duty.state, duty.name) == ("lead", MarkState.CORRECTED, "县城管局")
        assert read.doubt_of(version, "unit_may_be_two").settled_by == me

    def test_other_words(self, version: PlanVersion, me: User) -> None:
        duty = self.correct(version, me, Role.RESPONSIBLE, read.at("城管局"))
        assert (duty.name, duty.start, duty.end) == ("城管局", *read.at("城管局"))

    def test_the_same_is_to_confirm(self, version: PlanVersion, me: User) -> None:
        duty = self.correct(version, me, Role.RESPONSIBLE, read.at("县城管局"))
        assert duty.state == MarkState.CONFIRMED
        assert Step.objects.get().act == Act.CONFIRM

    @pytest.mark.parametrize("span", [(5, 5), (9, 5), (-1, 4), (0, 10**6), (0, 250)])
    def test_words_that_are_none(self, version: PlanVersion, me: User, span: tuple[int, int]) -> None:
        with pytest.raises(marking.BadSpan):
            self.correct(version, me, Role.LEAD, span)
        assert read.duty_of(version, "县城管局").role == "responsible"


class TestCorrectTerm:
    def test_kind_value_and_words(self, version: PlanVersion, me: User) -> None:
        term = read.term_of(version, TermKind.QUANTITY)
        value: Json = {"from": None, "to": "2026-12"}
        marking.correct_term(
            version_id=version.pk,
            seen=seen(term),
            kind=TermKind.DATE,
            value=value,
            span=read.at("年内建成"),
            by=me,
            at=read.NOON,
        )
        term.refresh_from_db()
        assert (term.kind, term.value, term.state) == ("date", value, MarkState.CORRECTED)
        assert (term.start, term.end) == read.at("年内建成")


class TestRemoveAndRestore:
    @pytest.mark.parametrize("kind", ["measure", "duty", "term"])
    def test_each_kind(self, version: PlanVersion, me: User, kind: str) -> None:
        pick: dict[str, Callable[[], Duty | Term | Measure]] = {
            "measure": lambda: read.measure_of(version, 2),
            "duty": lambda: read.duty_of(version, "各社区"),
            "term": lambda: read.term_of(version, TermKind.DATE),
        }
        mark = pick[kind]()
        marking.remove(version_id=version.pk, seen=seen(mark), by=me, at=read.NOON)
        mark.refresh_from_db()
        assert mark.state == MarkState.REMOVED
        marking.restore(version_id=version.pk, seen=seen(mark), by=me, at=read.NOON)
        mark.refresh_from_db()
        assert mark.state == MarkState.CORRECTED


class TestAdd:
    def test_a_unit_with_what_it_means(self, version: PlanVersion, me: User) -> None:
        found = match("教育局", directory())
        step = marking.add_duty(
            version_id=version.pk, span=read.at("摊位"), role=Role.COOPERATING, found=found, by=me, at=read.NOON
        )
        duty = read.duty_of(version, "摊位")
        assert (duty.measure, str(duty.unit), duty.state) == (
            read.measure_of(version, 2),
            "县教育局",
            MarkState.ADDED,
        )
        assert step.changes[0]["before"] is None

    def test_a_term_after_the_last_measure_belongs_to_it(self, version: PlanVersion, me: User) -> None:
        marking.add_term(
            version_id=version.pk,
            span=read.at("点击下载"),
            kind=TermKind.HORIZON,
            value="long",
            by=me,
            at=read.NOON,
        )
        assert read.term_of(version, TermKind.HORIZON).measure == read.measure_of(version, 2)

    def test_what_was_doubtful_about_the_words_is_settled(self, version: PlanVersion, me: User) -> None:
        value: Json = {"from": None, "to": "2026-06"}
        span = read.at("0206年6月底前")
        marking.add_term(version_id=version.pk, span=span, kind=TermKind.DATE, value=value, by=me, at=read.NOON)
        assert read.doubt_of(version, "date_impossible").settled_by == me
        assert read.doubt_of(version, "unit_may_be_two").settled_by is None
        steps.undo(version_id=version.pk, by=me, at=read.NOON)
        assert read.doubt_of(version, "date_impossible").settled_by is None

    def test_before_the_first_measure_there_is_nothing_to_add_to(self, version: PlanVersion, me: User) -> None:
        with pytest.raises(marking.NoMeasure):
            marking.add_term(
                version_id=version.pk, span=(0, 4), kind=TermKind.HORIZON, value="long", by=me, at=read.NOON
            )


def test_a_doubt_can_be_settled_by_itself(version: PlanVersion, me: User) -> None:
    doubt = read.doubt_of(version, "date_impossible")
    step = marking.settle(version_id=version.pk, doubt_id=doubt.pk, by=me, at=read.NOON)
    doubt.refresh_from_db()
    assert (doubt.settled_by, step.act) == (me, Act.SETTLE)


def test_an_act_that_changes_nothing_leaves_no_step(version: PlanVersion, me: User) -> None:
    doubt, duty = read.doubt_of(version, "date_impossible"), read.duty_of(version, "教育局")
    for _again in range(2):
        marking.settle(version_id=version.pk, doubt_id=doubt.pk, by=me, at=read.NOON)
        duty.refresh_from_db()
        marking.correct_duty(
            version_id=version.pk,
            seen=seen(duty),
            role=Role(duty.role),
            span=(duty.start, duty.end),
            by=me,
            at=read.NOON,
        )
    assert [step.act for step in Step.objects.all()] == [Act.SETTLE, Act.CONFIRM]
    steps.undo(version_id=version.pk, by=me, at=read.NOON)
    duty.refresh_from_db()
    assert duty.state == MarkState.READ
