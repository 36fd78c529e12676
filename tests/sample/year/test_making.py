"""A year of records, the same from the same seed."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from tests.sample.year.making import TASKS, WORKERS, make_small_year
from wenming.rules.commitments.model import Growth, Rate
from wenming.sample.year.making import seen_on
from wenming.sample.year.values import Year
from wenming.work.records.proposing import Why


def digest(year: Year) -> str:
    return hashlib.sha256(repr(year).encode()).hexdigest()


def test_the_same_seed_makes_the_same_year() -> None:
    assert digest(make_small_year(3)) == digest(make_small_year(3))
    assert digest(make_small_year(3)) != digest(make_small_year(4))


def test_also_in_another_process() -> None:
    """Where sets and dictionaries of texts have another order."""
    code = (
        "import django; django.setup();"
        "from tests.sample.year.test_making import digest; from tests.sample.year.making import make_small_year;"
        "print(digest(make_small_year(3)))"
    )
    settings = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=True).stdout
    assert told.strip() == digest(make_small_year(3))


@pytest.mark.parametrize("count", [0, 40, 500])
def test_as_many_records_as_were_wanted(count: int) -> None:
    year = make_small_year(count=count)
    assert len(year.done) == count
    days = [one.entered_on for one in year.done]
    assert days == sorted(days)


def test_units_differ() -> None:
    counts = Counter(one.worker for one in make_small_year().done)
    diligent, forgetful, brief = (counts[place] for place in range(len(WORKERS)))
    assert forgetful < 0.8 * diligent
    assert brief > forgetful


def test_a_record_counts_for_what_asked_for_it_and_for_few_others() -> None:
    for one in make_small_year().done:
        first, *others = one.uses
        assert first.why is Why.ASKED
        assert first.is_counted
        assert len(others) <= 1
        assert all(one.worker in TASKS[use.task].workers for use in one.uses)
        assert not isinstance(TASKS[first.task].rule.demand, Rate | Growth)


def test_seen_on_a_day_it_is_what_had_happened() -> None:
    whole, today = make_small_year(), date(2026, 7, 10)
    part = seen_on(whole, today)
    assert 0 < len(part.done) < len(whole.done)
    assert all(one.entered_on < today for one in part.done)
    assert all(step.on < today for one in part.done for step in one.steps)
    assert all(one.decided_on is None or one.decided_on < today for one in part.objected)
    assert all(one.on < today for one in part.reviewed)
    assert all(one.on < today for one in part.measured)
    assert seen_on(whole, date(2028, 1, 1)) == whole


def test_the_past_does_not_change_as_days_pass() -> None:
    whole = make_small_year()
    titles = [[one.title for one in seen_on(whole, date(2026, month, 1)).done] for month in (5, 6, 7)]
    assert titles[1][: len(titles[0])] == titles[0]
    assert titles[2][: len(titles[1])] == titles[1]
