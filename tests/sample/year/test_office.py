"""The sample county's year, as the demo shows it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from pytest_django import DjangoDbBlocker

from tests.sample.year.judged import by_hand, kept
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.plans.models import PlanVersion
from wenming.rules.commitments.kept import commitment_of
from wenming.sample.load import load
from wenming.sample.year.casting import days_of, tasks_of, workers_of
from wenming.sample.year.making import make_year, seen_on
from wenming.sample.year.office import MENDED, SEED, SET_ASIDE
from wenming.work.models import Cell, Commitment, CommitmentState, Record, RecordVersion
from wenming.work.verdicts.days import calendar

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for all tests of this file, which run in a transaction within this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=NOVEMBER)
        yield
        transaction.set_rollback(True)


def test_early_in_the_year_little_has_happened() -> None:
    assert not Record.objects.exists()
    load(at=datetime(2026, 2, 10, 4, tzinfo=UTC))
    assert 0 < Record.objects.count() < 80
    assert Cell.objects.filter(state="not_due").exists()


def test_most_commitments_hold_some_wait_one_is_set_aside(county: None) -> None:
    counts = {state: Commitment.objects.filter(state=state).count() for state in CommitmentState}
    assert counts[CommitmentState.CONFIRMED] >= 45
    assert 2 <= counts[CommitmentState.PROPOSED] <= 12
    assert counts[CommitmentState.SET_ASIDE] == len(SET_ASIDE)


def test_each_that_the_office_says_otherwise_is_found(county: None) -> None:
    for mended in MENDED:
        found = Commitment.objects.get(activity=mended.activity, kind=mended.kind, state=CommitmentState.CONFIRMED)
        rule = commitment_of(found.rule)
        assert rule.grace_days == mended.grace_days
        assert mended.demand in (None, rule.demand)


def test_hundreds_of_records_in_every_state(county: None) -> None:
    assert 350 <= Record.objects.count() <= 650
    assert Record.objects.values("state").distinct().count() == 4
    assert not Record.objects.filter(made_at__gte=NOVEMBER).exists()
    assert not RecordVersion.objects.filter(made_at__gte=NOVEMBER).exists()
    assert Record.objects.latest("made_at").made_at.date() >= date(2026, 11, 15)


def test_each_verdict_is_that_of_the_naive_way(county: None) -> None:
    bound = list(Commitment.objects.binding().order_by("measure__position", "position", "pk"))
    units = list(Unit.objects.order_by("pk"))
    tasks, today = tasks_of(bound, units), localdate(NOVEMBER)
    whole = make_year(tasks, workers_of(units), seed=SEED, span=days_of(2026), calendar=calendar())
    told = by_hand(seen_on(whole, today), tasks, bound, units, today, calendar())
    assert kept() == told
    assert {"met", "late", "missed", "open", "due_soon", "not_due"} <= {state for *_, state, _ in told.values()}


def test_liaisons_have_records_of_their_own(county: None) -> None:
    for liaison in User.objects.filter(posts__role="liaison"):
        mine = Record.objects.filter(unit__posts__user=liaison)
        assert mine.filter(made_by=liaison).exists()
        assert Cell.objects.filter(unit__posts__user=liaison).exists()


def test_twice_is_once_and_somebodys_own_work_stays(county: None) -> None:
    Record.objects.filter(state="withdrawn").delete()
    counts = Record.objects.count(), Commitment.objects.count(), PlanVersion.objects.count()
    load(at=NOVEMBER)
    assert (Record.objects.count(), Commitment.objects.count(), PlanVersion.objects.count()) == counts
