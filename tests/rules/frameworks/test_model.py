"""A framework as it is scored."""

import pytest

from tests.rules.scoring.trees import F
from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Grade, MeanOfSites, Sum

STANDARD = Item("1.1", "卫生", text="垃圾日产日清", points=F(2))
GRADED = Item("1.2", points=F(3), rule=Grade(), bonus=True)
ROOT = Item("QH", items=(Item("1", "公共环境", items=(STANDARD, GRADED)),))


def test_what_says_no_rule_is_scored_as_the_format_presets() -> None:
    standard = Node("1.1", "卫生", F(2), MeanOfSites())
    graded = Node("1.2", points=F(3), rule=Grade(), bonus=True)
    assert Framework(ROOT).tree == Node("QH", items=(Node("1", "公共环境", rule=Sum(), items=(standard, graded)),))


def test_items_are_walked_from_above() -> None:
    assert [item.code for item in ROOT.walk()] == ["QH", "1", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("position", "codes"),
    [
        (1, {"A"}),  # its standard bears the same, which is below it
        (2, set()),  # nothing tells it from what it stands under
        (3, {"B-1", "B-2"}),  # another item bears its code: its standards stand for it
        (4, {"B-1"}),
        (6, {"C-1"}),
    ],
)
def test_an_item_is_named_by_codes_that_name_nothing_else(position: int, codes: set[str]) -> None:
    one = Item("A", items=(Item("A"),))
    two, three = Item("Ⅰ", items=(Item("B-1"), Item("B-2"))), Item("Ⅰ", items=(Item("C-1"),))
    framework = Framework(Item("QH", items=(one, two, three)))
    assert framework.codes_of(list(framework.root.walk())[position]) == codes
