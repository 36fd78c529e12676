"""Observations from a CSV table."""

import pytest

from tests.rules.scoring.trees import F, leaf
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.observed import read_observations
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring_rules import Deduct, Grade

TREE = Node("", items=(leaf("1", "2"), leaf("2", "3", Grade()), leaf("3", "3", Deduct(F(1)))))
HEAD = "standard,site,territory,departments,value"


def test_rows_are_read() -> None:
    text = f'\ufeff{HEAD},method\r\n1,"北门,菜市场",文昌街道,县城管局; 县住建局；,0.50,实地考察\n\n9,,,,1\n'
    text += "3,站前广场,,,4\n"
    assert read_observations(text, TREE) == [
        Observation("1", F("0.5"), "", "北门,菜市场", "文昌街道", ("县城管局", "县住建局"), "实地考察"),
        Observation("9", F(1)),
        Observation("3", F(4), site="站前广场"),
    ]


def test_a_grade_needs_no_value_and_columns_may_change_places() -> None:
    text = "value,grade,standard,departments,site,territory,说明\n,B,2,,南门,,好\n"
    assert read_observations(text, TREE) == [Observation("2", grade="B", site="南门")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "no_column", 1),
        ("standard;site;territory;departments;value\n", "no_column", 1),
        (f"{HEAD},value\n", "twice", 1),
        (f"{HEAD}\n1,a,b,c,0.5\n1,a,b,c,viel\n", "bad_value", 3),
        (f"{HEAD}\n1,a,b,c\n", "bad_value", 2),
        (f"{HEAD}\n1,a,b,c,1.01\n", "not_a_share", 2),
        (f"{HEAD}\n1,a,b,c,-0.1\n", "not_a_share", 2),
        (f"{HEAD}\n3,a,b,c,-1\n", "below_zero", 2),
        (f"{HEAD}\n,a,b,c,1\n", "no_standard", 2),
        (f"{HEAD},grade\n2,a,b,c,,E\n", "no_grade", 2),
        (f'{HEAD}\n1,"a"b,b,c,1\n', "not_csv", 2),
        (f"{HEAD}\n1,{'a' * 1001},b,c,1\n", "too_long", 2),
    ],
)
def test_what_is_wrong_is_told_by_line(text: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as refused:
        read_observations(text, TREE)
    assert (refused.value.code, refused.value.line) == (code, line)
