"""Putting in force: what stops it, and what becomes of the version before."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.plans import read
from tests.plans.making import Says, make_person, make_version
from wenming.plans.actions import enforcing
from wenming.plans.models import Doubt, Duty, MarkState, PlanVersion, VersionState


def put(version: PlanVersion, *, knowing: bool = True) -> PlanVersion:
    by = version.uploaded_by
    return enforcing.put_in_force(version_id=version.pk, in_spite_of_doubts=knowing, by=by, at=read.NOON)


@pytest.mark.django_db
class TestPutInForce:
    def test_the_one_before_is_superseded(self) -> None:
        first = make_version(Says("清扫"))
        second = make_version(Says("清扫"), plan=first.plan, state=VersionState.REVIEW)
        put(second)
        states = PlanVersion.objects.order_by("number").values_list("state", "in_force_at")
        assert list(states) == [(VersionState.SUPERSEDED, read.NOON), (VersionState.IN_FORCE, read.NOON)]

    def test_another_plan_stays_in_force(self) -> None:
        other = make_version(Says("清扫"))
        put(make_version(Says("清扫"), state=VersionState.REVIEW))
        other.refresh_from_db()
        assert other.state == VersionState.IN_FORCE

    @pytest.mark.parametrize("state", [state for state in VersionState if state != VersionState.REVIEW])
    def test_only_what_was_reviewed(self, state: VersionState) -> None:
        with pytest.raises(enforcing.NotReviewed):
            put(make_version(Says("清扫"), state=state))

    def test_nothing_without_measures(self) -> None:
        version = make_version(Says("清扫"), state=VersionState.REVIEW)
        version.measures.update(state="removed")
        with pytest.raises(enforcing.NoMeasures):
            put(version)

    def test_no_way_back_to_an_older_version(self) -> None:
        first = make_version(Says("清扫"), state=VersionState.REVIEW)
        make_version(Says("清扫"), plan=first.plan)
        PlanVersion.objects.filter(pk=first.pk).update(state=VersionState.REVIEW)
        with pytest.raises(enforcing.NewerInForce):
            put(first)

    def test_doubts_wait_for_a_word(self) -> None:
        version = read.read_version()
        with pytest.raises(enforcing.StillDoubtful):
            put(version, knowing=False)
        put(version, knowing=True)
        version.refresh_from_db()
        assert version.state == VersionState.IN_FORCE

    def test_settled_doubts_do_not(self) -> None:
        version = read.read_version()
        Doubt.objects.update(settled_by=version.uploaded_by, settled_at=read.NOON)
        Duty.objects.update(state=MarkState.CONFIRMED)
        put(version, knowing=False)
        version.refresh_from_db()
        assert version.state == VersionState.IN_FORCE

    def test_a_name_that_means_nothing_waits_for_a_word_too(self) -> None:
        version = read.read_version()
        Doubt.objects.update(settled_by=version.uploaded_by, settled_at=read.NOON)
        Duty.objects.filter(unit=None, unit_class=None).update(state=MarkState.READ)
        with pytest.raises(enforcing.StillDoubtful):
            put(version, knowing=False)
        version.measures.filter(duties__unit=None, duties__unit_class=None).update(state=MarkState.REMOVED)
        put(version, knowing=False)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_leave_one_in_force() -> None:
    first = make_version(Says("清扫"), state=VersionState.REVIEW, by=make_person())
    second = make_version(Says("清扫"), plan=first.plan, state=VersionState.REVIEW)

    def attempt(version: PlanVersion) -> None:
        try:
            put(version)
        except enforcing.NewerInForce:
            pass
        finally:
            connection.close()

    if connection.vendor == "sqlite":  # a database in memory has one connection
        for version in (second, first):
            try:
                put(version)
            except enforcing.NewerInForce:
                continue
    else:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(attempt, (first, second)))
    assert PlanVersion.objects.get(state=VersionState.IN_FORCE).number == 2
