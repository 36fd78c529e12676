"""Folding: one way of writing, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.terms.folding import fold

CASES = [
    ("full width", "覆盖率达到９５％（含）", "覆盖率达到95%(含)"),
    ("dashes", "3月—5月、8～10个", "3月-5月、8-10个"),
    ("PDF spacing", "全 市 新 建 １２ 个", "全市新建12个"),
    ("a line broken inside a number's words", "新增企业\n30 户\n以上", "新增企业30户以上"),
    ("a full stop after a word", "总量突破50万户.新增", "总量突破50万户。新增"),
    ("a decimal point", "1.5公里", "1.5公里"),
    ("two numbers never grow into one", "2026 30", "2026 30"),
    ("two cells with numbers", "60\t12", "60\n12"),
    ("a number alone in its line", "水务站\n60\n组织巡河", "水务站\n60\n组织巡河"),
    ("an item's number", "得5分\n2.部署", "得5分\n2.部署"),
]


@pytest.mark.parametrize(("text", "folded"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(alphabet="每月1２９.． 　\n\t个％—至（）五", max_size=60))
def test_every_character_finds_its_way_back(text: str) -> None:
    folded = fold(text)
    places = [folded.place(index) for index in range(len(folded.text))]
    assert places == sorted(set(places))
    for index, place in enumerate(places):
        kept = folded.text[index]
        assert kept.isspace() == text[place - (kept in " \n" and place == len(text))].isspace()


@given(st.text(alphabet="每月1２.． 　\n个％—", max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
