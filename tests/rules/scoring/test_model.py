"""Frameworks and results as trees."""

from tests.rules.scoring.trees import leaf, seen
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring import score

TREE = Node("全部", items=(Node("1", items=(leaf("1.1", "2"), leaf("1.2", "3"))), leaf("2", "5")))


def test_standards_stand_in_their_order() -> None:
    assert [one.code for one in TREE.leaves()] == ["1.1", "1.2", "2"]
    assert [one.code for one in leaf("9", "1").leaves()] == ["9"]


def test_results_are_walked_from_above() -> None:
    assert [one.node.code for one in score(TREE, seen("2", "1")).walk()] == ["全部", "1", "1.1", "1.2", "2"]
