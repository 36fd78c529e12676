"""A plan says the same however it is laid out: the corpus, changed without a word of it, is read as well as before."""

from functools import cache

import pytest

from tests.reading.changing import CHANGES, changed
from tests.reading.scoring import AREAS, Tally, compare, gold_of, names, text_of
from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json

# How much of F1 over all documents a change may cost; what a change takes away for good stands beside it.
MOST = {
    "wrapped lines": 0.03,  # rows of tables set with blanks are broken within their cells
    "a blank between all signs": 0.03,  # a blank between two units can no longer be told from the others
    "half-width signs": 0.015,  # names of populations hold the brackets: 县(市、区) is not 县（市、区）
}
AT_MOST = 0.01


@cache
def reached(change: str | None) -> dict[str, float]:
    """F1 over all documents by area, after a change of each."""
    tallies = dict.fromkeys(AREAS, Tally())
    for name in names():
        text, gold = text_of(name), gold_of(name)
        if change:
            text, gold = changed(text, gold, CHANGES[change])
        score = compare(as_json(read_text(text, name=f"{name}.txt", sha256="")), gold)
        tallies = {area: tallies[area] + score.tallies[area] for area in AREAS}
    return {area: tally.f1 for area, tally in tallies.items()}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_layout_is_read_as_well(change: str) -> None:
    before, after = reached(None), reached(change)
    lost = {
        area: before[area] - after[area] for area in AREAS if before[area] - after[area] > MOST.get(change, AT_MOST)
    }
    assert lost == {}


def test_a_label_moves_with_its_text() -> None:
    text = "一、任务\n1.植树。（责任单位：县林业局）"
    duty = {"unit": "县林业局", "role": "responsible", "start": 16, "end": 20}
    gold = {"plans": [{"measures": [{"start": 5, "end": 21, "duties": [duty], "terms": []}]}]}
    new, moved = changed(text, gold, CHANGES["indented lines"])
    place = moved["plans"][0]["measures"][0]["duties"][0]
    assert new[place["start"] : place["end"]] == text[16:20] == "县林业局"
