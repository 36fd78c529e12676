"""Names of units and lists of them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.names import begins_with_verb, is_sure_name
from wenming.reading.units import split_units

LISTS = [
    ("县教育局、县公安局", ["县教育局", "县公安局"]),
    ("县教育局,县公安局；县卫健委", ["县教育局", "县公安局", "县卫健委"]),
    ("县教育局 县公安局", ["县教育局", "县公安局"]),
    ("县教育局和县公安局", ["县教育局", "县公安局"]),
    ("市自然资源和规划局", ["市自然资源和规划局"]),
    ("县市场和质量监管局", ["县市场和质量监管局"]),
    ("各县（市、区）党委和人民政府", ["各县（市、区）党委和人民政府"]),
    ("省教育厅、各市（州）人民政府", ["省教育厅", "各市（州）人民政府"]),
    ("各县 (市、区)", ["各县 (市、区)"]),
    ("**镇党委、各社区", ["**镇党委", "各社区"]),
    ("省教育厅、省财政厅等部门", ["省教育厅", "省财政厅"]),
    ("省教育厅等12个部门", ["省教育厅"]),
    ("省高等教育局", ["省高等教育局"]),
    ("商务部等国务院相关部门及各地区", ["商务部", "各地区"]),
    ("由县教育局", ["县教育局"]),
    ("省级层面由省财政厅", ["省财政厅"]),
    ("县教育局、6月底前完成", ["县教育局"]),
    ("文体局/文化局", ["文体局", "文化局"]),
    ("无", []),
    ("", []),
]

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
]


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_lists(text: str, units: list[str]) -> None:
    assert [text[start:end] for start, end in split_units(text, 0, len(text))] == units


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


@given(st.text("县教育局、，和及（）等 ", max_size=30))
def test_units_stand_apart_in_order(text: str) -> None:
    spans = split_units(text, 0, len(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
