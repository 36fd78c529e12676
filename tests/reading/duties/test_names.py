"""What is the name of a unit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.duties.names import (
    ENDING,
    begins_with_verb,
    belongs_to_place,
    ends_like_unit,
    ends_surely,
    is_name,
    is_sure_name,
)

NAMES = [
    "市教育局",
    "文明办",
    "各社区",
    "县直各单位",
    "**镇党委",
    "县委",
    "团委",
    "建设局",
    "推进办",
    "各乡镇（街道）",
    "宣传部门",
    "县文体局放映队",
    "社区党群服务中心",
    "社区老年书画社",
    "江南师范学院志愿者协会",
    "怀化市会同县教育局",
    "综合科",
    "街道应急服务队",
]
PHRASES = [
    "园区内企业",
    "省会",
    "以社区为单位",
    "建设社区",
    "推进城市",
    "各级",
    "有关部门",
    "主管部门",
    "新增停车场",
    "不少于10部",
    "承办",
    "本实施细则",
    "12月底前向市政府",
    "人事科会同县教育局",
    "学科",
    "街道居民活动室",
    "工程布局",
    "发展格局",
]


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    assert is_sure_name(name)


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrases(phrase: str) -> None:
    assert not is_sure_name(phrase)


@pytest.mark.parametrize(
    ("name", "verb"), [("建设局", False), ("建设社区", True), ("组织部", False), ("组织学校", True)]
)
def test_verbs(name: str, *, verb: bool) -> None:
    assert begins_with_verb(name) is verb


@pytest.mark.parametrize(
    ("name", "placed"), [("县教育局", True), ("**镇党委", True), ("文明办", False), ("团市委", True)]
)
def test_places(name: str, *, placed: bool) -> None:
    assert belongs_to_place(name) is placed


@pytest.mark.parametrize("name", ["县教育局", "各县（市、区）", "自由贸易区管委会", "青年联合会"])
def test_endings(name: str) -> None:
    assert ends_like_unit(name)
    assert is_name(name)


@pytest.mark.parametrize(
    ("name", "ends"), [("信访股", True), ("国有控股", False), ("民营参股", False), ("综合股（办）", True), ("", False)]
)
def test_sections_and_shares(name: str, *, ends: bool) -> None:
    assert ends_like_unit(name) is ends


@given(st.text(alphabet="县市区局公司集团控参股股室党总支部联盟人大团中央", max_size=8))
def test_the_short_endings_say_what_all_of_them_say(name: str) -> None:
    assert ends_like_unit(name) is bool(re.search(f"(?:{ENDING})$", name))


@pytest.mark.parametrize(
    "phrase", ["有条件的单位", "成为文明单位", "县教育局负责人说明", "周边整治以乡综治办", "各镇要成立专班"]
)
def test_what_no_name_holds(phrase: str) -> None:
    assert not is_name(phrase)


@pytest.mark.parametrize(
    ("name", "surely"), [("县教育局", True), ("接入监管平台", False), ("协调机制办公室", True), ("市场", False)]
)
def test_endings_that_only_organisations_have(name: str, surely: bool) -> None:
    assert ends_surely(name) is surely
