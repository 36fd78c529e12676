"""Read each plan of the corpus and hold what the reader has reached.

A floor is F1 by area (measures, duties, attached, terms) as reached, cut to two decimals. It is raised, never lowered.
Where a plan names no unit, F1 for duties is 1 when none is invented and 0 when one is. The reader's rules were written
with these plans in sight, so the floors guard what works; they do not say how a plan that nobody has seen is read.
"""

import pytest

from tests.reading.scoring import AREAS, Score, gold_of, names, reading_of, score, total

ALL_FLOORS = (0.99, 0.99, 0.99, 0.98)

FLOORS = {
    "army-and-people": (1.00, 0.95, 0.95, 0.97),
    "assessment": (1.00, 0.98, 0.98, 1.00),
    "bureau-year": (1.00, 1.00, 1.00, 1.00),
    "business-climate": (1.00, 1.00, 1.00, 0.98),
    "by-unit": (0.98, 1.00, 1.00, 0.94),
    "city-letter-crlf": (1.00, 1.00, 1.00, 1.00),
    "city-web-page": (1.00, 1.00, 1.00, 1.00),
    "clean-air-pages": (1.00, 1.00, 1.00, 1.00),
    "community": (1.00, 1.00, 1.00, 0.98),
    "community-yards": (1.00, 1.00, 1.00, 0.97),
    "county-table-cells": (0.98, 0.99, 0.99, 0.98),
    "department-table": (1.00, 1.00, 1.00, 0.98),
    "digital-task-list": (1.00, 0.99, 0.99, 1.00),
    "division-of-tasks": (1.00, 1.00, 1.00, 0.96),
    "elder-care-division": (1.00, 1.00, 1.00, 0.98),
    "electric-bikes": (1.00, 1.00, 1.00, 0.96),
    "festival-groups": (1.00, 1.00, 1.00, 0.98),
    "first-leads": (1.00, 1.00, 1.00, 1.00),
    "flood-season-pages": (1.00, 1.00, 1.00, 1.00),
    "gas-safety-scan": (1.00, 1.00, 1.00, 1.00),
    "hospital-visits": (1.00, 1.00, 1.00, 0.98),
    "hundred-day-sprint": (1.00, 1.00, 1.00, 1.00),
    "hundred-days": (1.00, 1.00, 1.00, 1.00),
    "hygienic-county": (1.00, 1.00, 1.00, 0.99),
    "inspection-rectification": (1.00, 0.98, 0.98, 0.98),
    "leaders-and-persons": (1.00, 1.00, 1.00, 1.00),
    "list-between-signs": (1.00, 1.00, 1.00, 1.00),
    "livelihood-web-page": (0.96, 1.00, 1.00, 1.00),
    "neighbourhood": (1.00, 1.00, 1.00, 1.00),
    "night-economy-web-page": (1.00, 1.00, 1.00, 1.00),
    "old-sharing-site": (1.00, 1.00, 1.00, 1.00),
    "one-line": (1.00, 1.00, 1.00, 1.00),
    "one-thing-done": (1.00, 1.00, 1.00, 0.98),
    "pdf-three-years": (1.00, 1.00, 1.00, 0.97),
    "places-visited": (1.00, 1.00, 1.00, 0.98),
    "policy-measures": (1.00, 1.00, 1.00, 0.98),
    "proposals": (1.00, 1.00, 1.00, 1.00),
    "province-opinions": (1.00, 1.00, 1.00, 0.97),
    "province-three-years": (1.00, 1.00, 1.00, 1.00),
    "reading-spaces": (1.00, 1.00, 1.00, 1.00),
    "repair-trade-division": (1.00, 1.00, 1.00, 1.00),
    "run-in-headings": (1.00, 1.00, 1.00, 0.94),
    "safety-annex-cells": (0.98, 1.00, 1.00, 1.00),
    "school": (1.00, 1.00, 1.00, 1.00),
    "school-district": (0.97, 0.99, 0.99, 0.98),
    "school-kitchens": (0.95, 0.98, 0.98, 0.95),
    "school-safety": (1.00, 1.00, 1.00, 1.00),
    "sentence-brackets": (1.00, 1.00, 1.00, 1.00),
    "short-1": (1.00, 1.00, 1.00, 1.00),
    "short-2": (0.95, 1.00, 1.00, 1.00),
    "short-3": (1.00, 1.00, 1.00, 1.00),
    "short-4": (1.00, 1.00, 1.00, 0.97),
    "short-5": (1.00, 1.00, 1.00, 1.00),
    "short-6": (1.00, 1.00, 1.00, 1.00),
    "straw-burning": (1.00, 1.00, 1.00, 1.00),
    "sunny-campus": (1.00, 1.00, 1.00, 1.00),
    "table-cells": (1.00, 1.00, 1.00, 1.00),
    "table-cells-in-groups": (1.00, 1.00, 1.00, 1.00),
    "task-table": (1.00, 1.00, 1.00, 1.00),
    "tea-industry": (1.00, 1.00, 1.00, 0.98),
    "three-years": (1.00, 1.00, 1.00, 1.00),
    "tourism-web-page": (1.00, 1.00, 1.00, 1.00),
    "township": (1.00, 1.00, 1.00, 0.99),
    "two-plans-and-report": (1.00, 1.00, 1.00, 1.00),
    "village-points": (0.97, 1.00, 1.00, 0.97),
    "village-renewal": (1.00, 1.00, 1.00, 0.97),
    "waste-sorting": (1.00, 1.00, 1.00, 0.97),
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
