"""The invented county: its size, its shape, and that it is the same every time."""

from collections import Counter

import pytest

from wenming.rules.commitments.kept import KINDS, kind_of
from wenming.sample.year.county import FULL, SMALL, County, Scale, make_county
from wenming.work.models import Whom


@pytest.fixture(scope="module")
def county() -> County:
    return make_county(FULL, seed=1)


def test_it_is_as_large_as_was_said(county: County) -> None:
    drafts = [one for plan in county.plans for measure in plan.measures for one in measure.commitments]
    assert len(county.units) == 100
    assert len({unit.short for unit in county.units}) == 100
    assert len(county.plans) == len({plan.title for plan in county.plans}) == 6
    assert len(drafts) == 3000


def test_every_kind_and_whom_is_there(county: County) -> None:
    drafts = [one for plan in county.plans for measure in plan.measures for one in measure.commitments]
    kinds = Counter(kind_of(one.rule.demand) for one in drafts)
    assert kinds.keys() == KINDS.keys()
    assert min(kinds.values()) > 30
    assert {one.whom for one in drafts} == {Whom.OWNERS, Whom.CLASS, Whom.TOGETHER}
    assert any(one.rule.window for one in drafts)
    assert any(one.rule.least for one in drafts)


def test_a_measure_says_what_it_asks_and_of_whom(county: County) -> None:
    for measure in county.plans[0].measures:
        assert all(county.units[owner].short in measure.text for owner in measure.owners)
        assert all(one.activity in measure.text for one in measure.commitments)


def test_units_of_every_kind_are_there_in_a_small_one_too() -> None:
    small, large = make_county(SMALL, seed=1), make_county(FULL, seed=1)
    assert small.units == large.units[: len(small.units)]
    assert {unit.kind for unit in small.units} == {kind for _, kind in small.classes}


def test_the_same_seed_makes_the_same_county() -> None:
    scale = Scale(units=10, commitments=40, records=0)
    assert make_county(scale, seed=1) == make_county(scale, seed=1)
    assert make_county(scale, seed=1) != make_county(scale, seed=2)
