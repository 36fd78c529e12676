"""The invented county in the database, and its verdicts worked out a second time."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.utils.timezone import localdate

from tests.sample.year.judged import by_hand, kept
from wenming.plans.models import Measure, PlanVersion
from wenming.sample.year.casting import tasks_of, workers_of
from wenming.sample.year.county import SMALL, SPAN, Scale
from wenming.sample.year.county_loading import load_county
from wenming.sample.year.making import make_year, seen_on
from wenming.work.models import Cell, Commitment, Record
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.refreshing import refresh_everything

pytestmark = pytest.mark.django_db
AFTERWARDS = datetime(2027, 1, 20, 4, tzinfo=UTC)
MIXED = Scale(units=20, commitments=160, records=2000)


def test_it_is_as_large_as_was_said() -> None:
    loaded = load_county(SMALL, seed=1, at=AFTERWARDS)
    assert (len(loaded.units), len(loaded.commitments), Record.objects.count()) == (20, 30, 600)
    assert Commitment.objects.binding().count() == 30
    assert Cell.objects.count() > 100


def test_the_plan_says_what_its_marks_point_at() -> None:
    load_county(SMALL, seed=1, at=AFTERWARDS)
    version = PlanVersion.objects.get()
    for measure in Measure.objects.prefetch_related("duties"):
        assert version.text[measure.start : measure.end] == measure.text
        for duty in measure.duties.all():
            assert version.text[duty.start : duty.end] == duty.name


@pytest.mark.parametrize("at", [AFTERWARDS, datetime(2026, 7, 10, 4, tzinfo=UTC)], ids=["afterwards", "in July"])
def test_each_verdict_is_that_of_the_naive_way(at: datetime) -> None:
    loaded = load_county(MIXED, seed=5, at=at)
    tasks = tasks_of(loaded.commitments, loaded.units)
    workers = workers_of(loaded.units)
    whole = make_year(tasks, workers, seed=5, span=SPAN, calendar=calendar(), count=MIXED.records)
    year = seen_on(whole, localdate(at))
    told = by_hand(year, tasks, loaded.commitments, loaded.units, localdate(at), calendar())
    assert len(told) > 1500
    assert kept() == told
    assert len({state for *_, state, _ in told.values()}) >= 5


def test_working_them_out_again_changes_nothing() -> None:
    load_county(SMALL, seed=1, at=AFTERWARDS)
    assert refresh_everything(AFTERWARDS) == 0


def rows() -> str:
    """What everybody sees of the year, keys left out."""
    records = Record.objects.order_by("pk").values_list(
        "key", "unit__short", "title", "first", "last", "minutes", "people", "state", "made_at", "judged_at"
    )
    cells = Cell.objects.order_by("unit__short", "commitment__measure__title", "commitment__position", "first")
    seen = cells.values_list("unit__short", "first", "state", "have", "need")
    return hashlib.sha256(repr([list(records), list(seen)]).encode()).hexdigest()


def made_once(seed: int) -> str:
    """The rows that a seed makes, which are gone again afterwards."""
    with transaction.atomic():
        load_county(SMALL, seed=seed, at=AFTERWARDS)
        made = rows()
        transaction.set_rollback(True)
    return made


def test_the_same_seed_makes_the_same_rows() -> None:
    assert made_once(3) == made_once(3)
    assert made_once(3) != made_once(4)
