"""A framework as it is scored."""

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
