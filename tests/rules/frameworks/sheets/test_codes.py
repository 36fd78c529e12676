"""Codes before a text, and how deep they stand."""

import pytest

from wenming.rules.frameworks.sheets.codes import Depths, code_of, numbered, split_code


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("Ⅰ-1 理想信念", "Ⅰ-1", "理想信念"),
        ("Ⅲ-26\n背街小巷", "Ⅲ-26", "背街小巷"),
        ("Ⅲ-1-①列为长期任务", "Ⅲ-1-①", "列为长期任务"),
        ("1)路灯", "1)", "路灯"),
        ("（12）路灯", "（12）", "路灯"),
        ("①路灯", "①", "路灯"),
        ("一、环境", "一", "环境"),
        ("（十二）环境", "（十二）", "环境"),
        ("1.2.3 环境", "1.2.3", "环境"),
        ("1、环境", "1", "环境"),
        ("3 环境", "3", "环境"),
        ("2026年度工作", "", "2026年度工作"),
        ("5个社区", "", "5个社区"),
        ("1.5公里内有菜市场", "", "1.5公里内有菜市场"),
        ("1.10", "", "1.10"),
    ],
)
def test_a_code_before_a_text(text: str, code: str, rest: str) -> None:
    found, left = split_code(text)
    assert ((found.text if found else ""), left) == (code, rest)


def test_what_codes_count() -> None:
    texts = ["1)", "（3）", "⑫", "十二", "（二十一）", "7"]
    assert [code.counted for text in texts if (code := code_of(text))] == ["1", "3", "12", "12", "21", "7"]
    assert code_of("甲") is None


@pytest.mark.parametrize(
    ("texts", "depths"),
    [
        ("Ⅰ-1 Ⅱ-1 Ⅲ-1 1) ① ② 2) Ⅲ-2 1) Ⅱ-2 Ⅰ-2 Ⅲ-9 Ⅱ-8", [0, 1, 2, 3, 4, 4, 3, 2, 3, 1, 0, 1, 1]),
        ("1 1.1 1.1.1 1.2 2 2.1", [0, 1, 2, 1, 0, 1]),
        ("一 （一） 1 （1） ① （2） 2 （二） 二", [0, 1, 2, 3, 4, 3, 2, 1, 0]),
    ],
)
def test_depths(texts: str, depths: list[int]) -> None:
    found = Depths()
    assert [found.of(code) for text in texts.split() if (code := code_of(text))] == depths


def test_numbered_lines() -> None:
    assert numbered("总的：\n①甲②乙") == ("总的：", {1: "甲", 2: "乙"})
    assert numbered("1）甲；2）乙，见1）") == ("", {1: "甲；", 2: "乙，见1）"})
    assert numbered("Ⅲ-1-① 甲") == ("Ⅲ-1-① 甲", {})
