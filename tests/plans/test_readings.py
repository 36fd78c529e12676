"""A version as lint sees it: what stands after review."""

import pytest

from tests.plans import read
from tests.plans.making import make_person
from wenming.plans.models import Duty, MarkState
from wenming.plans.readings import reading_of

pytestmark = pytest.mark.django_db


def test_what_was_read_comes_back() -> None:
    version = read.read_version(make_person())
    before, after = read.make_reading(), reading_of(version)
    assert after.plans[0].measures == before.plans[0].measures
    assert (after.text, after.noise) == (before.text, before.noise)
    assert after.plans[0].title is not None
    assert after.plans[0].title.text == read.TITLE


def test_what_was_removed_does_not() -> None:
    version = read.read_version(make_person())
    Duty.objects.filter(name="教育局").update(state=MarkState.REMOVED)
    version.measures.filter(position=3).update(state=MarkState.REMOVED)
    measures = reading_of(version).plans[0].measures
    assert [[duty.unit for duty in measure.duties] for measure in measures] == [["县城管局"], ["**镇党委", "各社区"]]
