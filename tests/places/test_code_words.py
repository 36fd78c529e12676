"""What is wrong with a code, in words."""

import pytest

from wenming.places.code_words import area_fault_words, credit_fault_words
from wenming.places.models import Area, AreaKind
from wenming.rules.codes import Fault, Wrong, credit_code_fault


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("91350100M000100Y4X", "最后一位应为 3"),
        ("9135O100M000100Y43", "第 5 位的“O”不会出现在代码里，是不是 0？"),
        ("9135-100M000100Y43", "第 5 位的“-”不会出现在代码里。"),
        ("913", "18 位"),
    ],
)
def test_a_wrong_credit_code(code: str, words: str) -> None:
    fault = credit_code_fault(code)
    assert fault
    assert words in credit_fault_words(fault)


@pytest.mark.parametrize("wrong", [Wrong.DIGITS, Wrong.LENGTH, Wrong.LEVEL, Wrong.PROVINCE, Wrong.ABOVE])
def test_every_fault_of_an_area_has_words(wrong: Wrong) -> None:
    words = area_fault_words(Fault(wrong, "4202", found="99"), AreaKind.TOWN, Area(name="青禾县"))
    assert words.endswith("。")
