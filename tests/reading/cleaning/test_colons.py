"""Labels without a colon of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.colons import with_colons

SET_APART = [
    ("【牵头单位】县民政局", "\u3000牵头单位：县民政局"),
    ("[配合部门]各镇", "\u3000配合部门：各镇"),
    ("责任单位  县民政局、各镇", "责任单位：\u3000县民政局、各镇"),
    ("责任单位\t县民政局", "责任单位：县民政局"),
    ("牵头单位\n县民政局\n配合单位\n各镇", "牵头单位：县民政局\n配合单位：各镇"),
    ("牵头单位：\r\n县民政局", "牵头单位：\u3000\u3000县民政局"),
    ("清理杂物。责任单位为县民政局。", "清理杂物。责任单位：县民政局。"),
    ("（牵头单位为县民政局，责任单位为各镇）", "（牵头单位：县民政局，责任单位：各镇）"),
    ("清理杂物，牵头部门是县民政局。", "清理杂物，牵头部门：县民政局。"),
    ("责任单位∶县民政局", "责任单位：县民政局"),
    ("二、主办单位\n县文联、县剧团", "二、主办单位：县文联、县剧团"),
    ("（三）承办单位\n\n县文化馆", "（三）承办单位：\u3000县文化馆"),
    ("2.协办单位\n乡中心校。\n3.时间", "2.协办单位：乡中心校。\n3.时间"),
    ("牵头单位 县民政局　　责任单位 各镇", "牵头单位：县民政局　　责任单位：各镇"),
    ("清理杂物。（牵头单位 县民政局，责任单位 各镇）", "清理杂物。（牵头单位：县民政局，责任单位：各镇）"),
    ("清理杂物。｜责任单位 县民政局｜完成时限：6月", "清理杂物。｜责任单位：县民政局｜完成时限：6月"),
    ("责任单位 县民政局  完成时限：6月", "责任单位：县民政局  完成时限：6月"),
    ("责任单位——县民政局；督导单位 —— 县委办", "责任单位：\u3000县民政局；督导单位：\u3000\u3000\u3000县委办"),
    ("责任单位 县民政局（牵头）、各镇", "责任单位：县民政局（牵头）、各镇"),
    ("承办单位\n县文化馆\n县图书馆\n\n县妇联\n三、时间", "承办单位：县文化馆、县图书馆、\u3000县妇联\n三、时间"),
]
AS_IT_WAS = [
    "【责任单位】：县民政局",
    "序号\n任务\n牵头单位\n配合单位\n时限",
    "序号\t任务\t牵头单位\t配合单位",
    "任务\n责任单位\n县民政局",
    "一、责任单位要各负其责\n县民政局",
    "牵头单位 要认真负责，抓好落实",
    "确定后，牵头单位为主要推动力量。",
    "责任单位：县民政局",
    "清理杂物，请各责任单位 县民政局",
    "任务 责任单位 完成时限",
    "（责任单位 要认真落实，抓紧推进）",
    "清理杂物，责任单位是落实的主体。",
]


@pytest.mark.parametrize(("text", "clean"), SET_APART)
def test_a_colon_is_set(text: str, clean: str) -> None:
    assert with_colons(text) == clean


@pytest.mark.parametrize("text", AS_IT_WAS)
def test_none_is_set(text: str) -> None:
    assert with_colons(text) == text


@given(st.text("【】责任单位牵头为：∶ 县局\t\r\n。", max_size=60))
def test_no_character_moves(text: str) -> None:
    clean = with_colons(text)
    assert len(clean) == len(text)
    assert all(new == old or new in "：\u3000" for new, old in zip(clean, text, strict=True))
