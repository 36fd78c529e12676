"""How an item earns its points, in words."""

import pytest

from wenming.frameworks.words import rule_words

RULES: list[tuple[object, str]] = [
    ("sum", "各项得分相加"),
    ({"sum": {"cap": 5}}, "最多 5 分"),
    ("weighted_mean", "按权重"),
    ("mean_of_sites", "各点位"),
    ({"grade": {"shares": {"A": 1, "B": "0.6"}}}, "A 100%、B 60%"),
    ({"ladder": {"shares": [1, "0.66", "0.33", 0]}}, "100%、66%、33%、0%"),
    ({"threshold": {"steps": [[90, 1], [80, "0.5"]], "better": "up"}}, "达到：90 → 100%、80 → 50%"),
    ({"threshold": {"steps": [[3, 1]], "better": "down"}}, "不高于：3"),
    ({"deduct": {"each": "0.2"}}, "扣 0.2 分"),
    ({"ratio": {"target": 95}}, "目标 95"),
    ({"survey": {"full": "0.9", "half": "0.7"}}, "90%"),
    ("all_methods", "每种方法"),
    ({"count_points": {"each": 1, "maximum": 3}}, "最多 3 分"),
    ({"veto": {"reach": "root"}}, "一票否决"),
]


@pytest.mark.parametrize(("rule", "words"), RULES, ids=str)
def test_each_rule_has_its_words(rule: object, words: str) -> None:
    assert words in rule_words({"score": rule}, is_standard=True)


def test_what_holds_where_nothing_is_said() -> None:
    assert "各点位" in rule_words({}, is_standard=True)
    assert rule_words({}, is_standard=False) == "各项得分相加"
