"""What columns mean, by their heads."""

from tests.rules.frameworks.sheets.making import grid, matched
from wenming.rules.frameworks.sheets.columns import Means, find_heads, means_of


def test_heads_are_known_by_many_names() -> None:
    said = {
        "测评 项目": "level",
        "分值（分）": "points",
        "应提供材料*": "wanted",
        "第2级": "level",
        "Ⅲ": "code",
        "序号": None,
    }
    assert {word: means_of(word) for word in said} == said


def test_the_row_of_heads_is_found_below_a_title() -> None:
    heads = find_heads(grid(["某县任务分解表"], [], ["序号", "测评标准", "责任单位"], ["1", "甲", "乙"]))
    assert heads
    assert (heads.row, heads.words) == (3, ("序号", "测评标准", "责任单位"))
    assert find_heads(grid(["甲", "乙"])) is None


def test_a_second_column_of_the_same_meaning_is_left_to_the_person() -> None:
    found = matched(grid(["测评内容", "测评标准", "分值", "分数"], ["甲", "乙", "1", "2"]))
    assert found.columns == (Means.LEVEL, Means.LEVEL, Means.POINTS, None)


def test_our_own_table_is_not_split_and_its_levels_stand_in_columns() -> None:
    own = matched(grid(["编号", "测评标准", "材料形式"], ["Ⅰ-1", "甲", ""], ["1)", "乙", ""]))
    assert (own.by_codes, own.splits) == (False, False)
    others = matched(grid(["编号", "内容"], ["Ⅰ-1", "甲"], ["1)", "乙"]))
    assert (others.by_codes, others.splits) == (True, True)
