"""Totals of several methods and of several years."""

from dataclasses import replace

from tests.rules.scoring.trees import F, leaf
from wenming.rules.scoring.combining import by_method, over_years
from wenming.rules.scoring.model import Node, Observation

PAPER, FIELD, SURVEY = "网上申报", "实地考察", "问卷调查"
FIRST = Node(
    "1",
    points=F(9),
    items=(replace(leaf("1.1", "4"), methods=(PAPER,)), replace(leaf("1.2", "5"), methods=(PAPER, FIELD))),
)
TREE = Node("", items=(FIRST, replace(leaf("2", "6"), methods=(FIELD,))))
TOTALS = {PAPER: F(40), FIELD: F(40), SURVEY: F(20)}


def test_each_method_brings_its_share_of_its_own_standards() -> None:
    seen = [
        Observation("1.1", F(1)),
        Observation("1.2", F("0.5"), method=PAPER),
        Observation("1.2", F(0), method=FIELD),
        Observation("2", F(1)),
    ]
    total = by_method(TREE, seen, TOTALS)
    assert [part.share for part in total.parts] == [F("6.5") / 9, F(6) / 11, None]
    assert (total.points, total.known) == (F(100), F(80))
    assert total.score == 40 * F("6.5") / 9 + 40 * F(6) / 11


def test_an_observation_that_names_no_method_counts_only_where_there_is_no_choice() -> None:
    total = by_method(TREE, [Observation("1.2", F(1))], TOTALS)
    assert (total.score, total.known) == (None, F(0))


def test_the_years_of_a_cycle() -> None:
    weights = {"2018": F("0.15"), "2019": F("0.25"), "2020": F("0.60")}
    whole = over_years({"2018": F("0.8"), "2019": F("0.9"), "2020": F("0.95")}, weights)
    assert (whole.score, whole.points) == (F("0.915"), F(1))
    so_far = over_years({"2018": F("0.8"), "2019": None}, weights)
    assert (so_far.score, so_far.known) == (F("0.12"), F("0.15"))
