"""Rules as they are written in a pack."""

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.frameworks.located import PackError, locate
from wenming.rules.frameworks.scoring_pack import rounding_of, rule_of
from wenming.rules.scoring.model import Mode, Rounding
from wenming.rules.scoring.scoring_rules import (
    AllMethods,
    Better,
    CountPoints,
    Deduct,
    Grade,
    Ladder,
    MeanOfSites,
    Ratio,
    Reach,
    Rule,
    Sum,
    Survey,
    Threshold,
    Veto,
    WeightedMean,
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("sum", Sum()),
        ("sum: {cap: 100, bonus_cap: 5}", Sum(F(100), F(5))),
        ("weighted_mean", WeightedMean()),
        ("mean_of_sites", MeanOfSites()),
        ("mean_of_sites: {}", MeanOfSites()),
        ("mean_of_sites:", MeanOfSites()),
        ("grade", Grade()),
        ("grade: {shares: {优: 1, 良: 0.8}}", Grade((("优", F(1)), ("良", F("0.8"))))),
        ("ladder", Ladder()),
        ("ladder: {shares: [1, 0.5, 0], required: [A1]}", Ladder((F(1), F("0.5"), F(0)), frozenset({"A1"}))),
        ("threshold: {steps: [[90, 1], [80, 0.5]]}", Threshold(((F(90), F(1)), (F(80), F("0.5"))))),
        ("threshold: {steps: [[60, 1]], better: down}", Threshold(((F(60), F(1)),), Better.DOWN)),
        ("deduct: {each: 0.5}", Deduct(F("0.5"))),
        ("deduct: {from: 5, each: 0.5, floor: 1}", Deduct(F("0.5"), F(5), F(1))),
        ("ratio: {target: 13}", Ratio(F(13))),
        ("ratio: {target: 13, cap: 1.2}", Ratio(F(13), F("1.2"))),
        ("survey: {full: 0.9, half: 0.75}", Survey(F("0.9"), F("0.75"))),
        ("all_methods", AllMethods()),
        ("count_points: {each: 2, maximum: 6}", CountPoints(F(2), F(6))),
        ("veto", Veto()),
        ("veto: {reach: parent}", Veto(Reach.PARENT)),
    ],
)
def test_a_rule_is_read(text: str, rule: Rule) -> None:
    assert rule_of(locate(text)) == rule


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("average", "no_rule", 1),
        ("\nsum: {cap: 1}\ngrade:", "one_rule", 2),
        ("{}", "one_rule", 1),
        ("sum:\n  most: 3", "not_of_rule", 2),
        ("sum:\n  cap: viel", "not_number", 2),
        ("grade:\n  shares:\n    A: 2", "bad_rule", 1),
        ("ladder:\n  shares: [1, ~]", "not_number", 2),
        ("threshold", "rule_needs", 1),
        ("threshold:\n  steps:\n  - [1]", "not_pair", 3),
        ("threshold:\n  steps: [[1, 1]]\n  better: more", "not_one_of", 3),
        ("deduct: {from: 5}", "rule_needs", 1),
        ("survey: {full: 0.5, half: 0.9}", "bad_rule", 1),
        ("[sum]", "not_mapping", 1),
    ],
)
def test_what_is_no_rule_is_told_by_line(text: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as refused:
        rule_of(locate(text))
    assert (refused.value.code, refused.value.line) == (code, line)


@pytest.mark.parametrize(
    ("text", "rounding"),
    [
        ("2", Rounding(2)),
        ("{digits: 1}", Rounding(1)),
        ("{digits: 1, mode: half_even}", Rounding(1, Mode.HALF_EVEN)),
        ("{digits: 0, mode: half_up}", Rounding(0, Mode.HALF_AWAY)),
        ("{digits: 3, mode: truncate}", Rounding(3, Mode.TRUNCATE)),
    ],
)
def test_rounding_is_read(text: str, rounding: Rounding) -> None:
    assert rounding_of(locate(text)) == rounding


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.5", "not_digits"),
        ("-1", "not_digits"),
        ("{mode: truncate}", "rule_needs"),
        ("{digits: 2, up: 1}", "not_known"),
    ],
)
def test_what_is_no_rounding_is_refused(text: str, code: str) -> None:
    with pytest.raises(PackError) as refused:
        rounding_of(locate(text))
    assert refused.value.code == code
