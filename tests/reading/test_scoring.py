"""The scorer's rules of matching, case by case, and what must hold for any label."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.scoring import Tally, compare, gold_of, names, text_of, value_key

WEEKLY = {"min": 1, "unit": "次", "period": "week"}


def document(*measures: dict[str, Any]) -> dict[str, Any]:
    return {"plans": [{"title": None, "measures": list(measures)}]}


def measure(start: int, *, duties: tuple[Any, ...] = (), terms: tuple[Any, ...] = (), text: str = "") -> dict[str, Any]:
    return {
        "start": start,
        "end": start + 100,
        "text": text,
        "duties": [{"role": role, "unit": unit, "start": at, "end": at + 4} for role, unit, at in duties],
        "terms": [{"kind": kind, "value": value, "start": at, "end": at + 4} for kind, value, at in terms],
    }


@pytest.mark.parametrize(("start", "right"), [(10, 1), (13, 1), (7, 1), (14, 0), (6, 0)])
def test_a_measure_matches_within_three_characters(start: int, right: int) -> None:
    assert compare(document(measure(start)), document(measure(10))).tallies["measures"].right == right


@pytest.mark.parametrize(
    ("duty", "right"),
    [
        (("lead", "市文明办", 20), 1),
        (("lead", "市 文明\n办", 20), 1),
        (("lead", "市文明办", 23), 1),
        (("lead", "市文明办", 24), 0),
        (("responsible", "市文明办", 20), 0),
        (("lead", "文明办", 20), 0),
    ],
)
def test_a_duty_needs_its_role_its_name_and_its_place(duty: tuple[str, str, int], right: int) -> None:
    found = compare(document(measure(0, duties=(duty,))), document(measure(0, duties=(("lead", "市文明办", 20),))))
    assert found.tallies["duties"] == Tally(1, 1, right)


def test_a_duty_under_another_measure_is_right_but_not_attached() -> None:
    duty = (("lead", "市文明办", 20),)
    found = compare(document(measure(50, duties=duty)), document(measure(0, duties=duty)))
    assert (found.tallies["duties"].right, found.tallies["attached"].right) == (1, 0)


@pytest.mark.parametrize(
    ("kind", "one", "other", "equal"),
    [
        ("quantity", {"min": 5, "max": None, "unit": "次"}, {"min": 5.0, "unit": "次"}, True),
        ("quantity", {"min": 5, "max": 5, "unit": "次"}, {"min": 5, "unit": "次"}, False),
        ("quantity", {"min": 15, "unit": "万元"}, {"min": 150000, "unit": "元"}, False),
        (
            "frequency",
            WEEKLY | {"every": 1},
            WEEKLY,
            True,
        ),
        (
            "frequency",
            WEEKLY | {"every": 2},
            WEEKLY,
            False,
        ),
        ("date", {"from": None, "to": "--12"}, {"to": "--12"}, True),
        ("date", {"from": "--12", "to": "--12"}, {"to": "--12"}, False),
        ("coverage", {"each": "每一名干部", "min": 1}, {"each": "干部", "min": 1}, True),
        ("coverage", {"each": "各社区", "min": None}, {"each": "社区"}, True),
        ("coverage", {"each": "社区", "min": 1}, {"each": "社区"}, False),
        ("horizon", "long", "long", True),
        ("horizon", "long", "near", False),
    ],
)
def test_equal_values(kind: str, one: object, other: object, equal: bool) -> None:
    assert (value_key(kind, one) == value_key(kind, other)) is equal


def test_a_term_needs_its_kind_and_its_place() -> None:
    gold = document(measure(0, terms=(("quantity", {"min": 3, "max": 3, "unit": "天"}, 20),)))
    for kind, at, right in (("quantity", 22, 1), ("duration", 20, 0), ("quantity", 30, 0)):
        found = compare(document(measure(0, terms=((kind, {"min": 3, "max": 3, "unit": "天"}, at),))), gold)
        assert found.tallies["terms"].right == right
        assert (len(found.missed), len(found.invented)) == (1 - right, 1 - right)


def test_one_found_item_serves_one_gold_item() -> None:
    twice = document(measure(0, duties=(("lead", "市文明办", 20), ("lead", "市文明办", 21))))
    once = document(measure(0, duties=(("lead", "市文明办", 20),)))
    assert compare(once, twice).tallies["duties"] == Tally(2, 1, 1)
    assert compare(twice, once).tallies["duties"] == Tally(1, 2, 1)


def test_noise_is_counted_by_character() -> None:
    gold = document(measure(0)) | {"noise_words": ["某某网"]}
    reading = document(measure(0, text="组织某某网志愿服务，某某\n网开展宣传"))
    assert compare(reading, gold).noise_left == 6


@pytest.mark.parametrize(
    ("tally", "f1"), [(Tally(), 1.0), (Tally(2, 2, 2), 1.0), (Tally(4, 2, 2), 2 / 3), (Tally(0, 3, 0), 0.0)]
)
def test_f1(tally: Tally, f1: float) -> None:
    assert tally.f1 == pytest.approx(f1)


@pytest.mark.parametrize("name", names())
def test_a_label_scores_full_marks_against_itself(name: str) -> None:
    found = compare(gold_of(name), gold_of(name))
    assert {area: tally.f1 for area, tally in found.tallies.items()} == dict.fromkeys(found.tallies, 1.0)
    assert not found.missed
    assert not found.invented


@pytest.mark.parametrize("name", names())
def test_a_label_quotes_the_text(name: str) -> None:
    text, gold = text_of(name), gold_of(name)
    assert gold["source"]["characters"] == len(text)
    for plan in gold["plans"]:
        for one in plan["measures"]:
            assert 0 <= one["start"] < one["end"] <= len(text)
            for term in one["terms"]:
                assert text[term["start"] : term["end"]] == term["text"]
            for duty in one["duties"]:
                assert "".join(text[duty["start"] : duty["end"]].split()) == duty["unit"]


starts = st.lists(st.integers(0, 2000), max_size=12)


@given(starts, starts)
def test_right_never_exceeds_either_side(gold: list[int], found: list[int]) -> None:
    tally = compare(document(*map(measure, found)), document(*map(measure, gold))).tallies["measures"]
    assert tally.right <= min(tally.gold, tally.found)
    assert (tally.gold, tally.found) == (len(gold), len(found))


@given(starts)
def test_what_is_not_matched_is_reported(found: list[int]) -> None:
    result = compare(document(*map(measure, found)), document())
    assert len(result.invented) == len(found)
