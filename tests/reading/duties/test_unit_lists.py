"""Names of units and lists of them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.duties.unit_lists import split_units

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
    ("省教育厅等省有关部门和单位及各地区", ["省教育厅", "各地区"]),
    ("县教育局、部门、各单位", ["县教育局", "各单位"]),
    ("省级层面由省财政厅", ["省财政厅"]),
    ("县教育局、6月底前完成", ["县教育局"]),
    ("文体局/文化局", ["文体局", "文化局"]),
    ("县教育局　县公安局　县残 联", ["县教育局", "县公安局", "县残 联"]),
    ("县教育局，各县 区人民政府", ["县教育局", "各县 区人民政府"]),
    ("各县 县教育局", ["各县", "县教育局"]),
    ("市、县财政部门", ["市、县财政部门"]),
    ("省、市、县财政部门、县教育局", ["省、市、县财政部门", "县教育局"]),
    ("相关部门和各地区", ["相关部门", "各地区"]),
    ("保洁公司和各村（社区）", ["保洁公司", "各村（社区）"]),
    ("水管站和各小学", ["水管站", "各小学"]),
    ("县残联、各区、市政府", ["县残联", "各区、市政府"]),
    ("各县、区人民政府", ["各县、区人民政府"]),
    ("各县、市教育局", ["各县", "市教育局"]),
    ("县教育局、年内持续", ["县教育局"]),
    ("无", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_lists(text: str, units: list[str]) -> None:
    assert [text[start:end] for start, end in split_units(text, 0, len(text))] == units


@given(st.text("县教育局、，和及（）等 ", max_size=30))
def test_units_stand_apart_in_order(text: str) -> None:
    spans = split_units(text, 0, len(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
