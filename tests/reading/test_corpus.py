"""Read each plan of the corpus and hold what the reader has reached.

A floor is F1 by area (measures, duties, attached, terms) as reached, cut to two decimals. It is raised, never lowered.
Where a plan names no unit, F1 for duties is 1 when none is invented and 0 when one is. The reader's rules were written
with these plans in sight, so the floors guard what works; they do not say how a plan that nobody has seen is read.
"""

import pytest

from tests.reading.scoring import AREAS, Score, gold_of, names, reading_of, score, total

ALL_FLOORS = (0.99, 0.99, 0.99, 0.99)

FLOORS = {
    "assessment": (1.00, 0.98, 0.98, 1.00),
    "by-unit": (0.98, 1.00, 1.00, 0.94),
    "community": (1.00, 1.00, 1.00, 0.98),
    "first-leads": (1.00, 1.00, 1.00, 1.00),
    "leaders-and-persons": (0.95, 1.00, 1.00, 0.98),
    "one-line": (1.00, 1.00, 1.00, 1.00),
    "proposals": (0.96, 1.00, 1.00, 0.95),
    "school": (1.00, 1.00, 1.00, 1.00),
    "sentence-brackets": (1.00, 1.00, 1.00, 1.00),
    "table-cells": (1.00, 1.00, 1.00, 0.98),
    "task-table": (1.00, 1.00, 1.00, 1.00),
    "three-years": (1.00, 1.00, 1.00, 1.00),
    "two-plans-and-report": (1.00, 1.00, 1.00, 1.00),
    "work-points": (1.00, 1.00, 1.00, 1.00),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {name: score(name) for name in names()}


def test_every_plan_has_its_floors() -> None:
    assert sorted(FLOORS) == names()


@pytest.mark.parametrize("name", names())
def test_a_plan_stays_above_its_floors(scores: dict[str, Score], name: str) -> None:
    reached = {area: scores[name].tallies[area].f1 for area in AREAS}
    below = {area: reached[area] for area, floor in zip(AREAS, FLOORS[name], strict=True) if reached[area] < floor}
    assert not below


def test_the_whole_corpus_stays_above_its_floors(scores: dict[str, Score]) -> None:
    tallies = total(list(scores.values()))
    below = {area: tallies[area].f1 for area, floor in zip(AREAS, ALL_FLOORS, strict=True) if tallies[area].f1 < floor}
    assert not below


def test_no_known_noise_is_left(scores: dict[str, Score]) -> None:
    assert {name: found.noise_left for name, found in scores.items() if found.noise_left} == {}


def test_a_report_of_work_done_has_no_measures() -> None:
    reading, gold = reading_of("two-plans-and-report"), gold_of("two-plans-and-report")
    report = gold["plans"][-1]["title"]["start"]
    found = [one for plan in reading["plans"] for one in plan["measures"]]
    assert found
    assert not [one for one in found if one["start"] >= report]
