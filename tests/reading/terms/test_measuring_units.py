"""Units: what counts, and what is only the beginning of another word."""

import re

import pytest

from wenming.reading.terms.measuring_units import EVENTS, SAME_VALUES, THINGS, TIME_UNITS, UNIT


@pytest.mark.parametrize("text", ["个百分点", "平方米", "人次", "个工作日", "项", "M"])
def test_the_whole_unit_is_found(text: str) -> None:
    match = re.match(UNIT, text)
    assert match is not None
    assert match[0] == text


@pytest.mark.parametrize(
    "text", ["支持", "组织", "期工程", "次性", "年级", "项目", "日常", "人才", "部门", "条件", "村民"]
)
def test_the_beginning_of_a_word_is_no_unit(text: str) -> None:
    assert re.match(UNIT, text) is None


def test_every_unit_has_one_meaning() -> None:
    assert set(THINGS.split()) >= EVENTS
    assert set(TIME_UNITS) | set(THINGS.split()) >= set(SAME_VALUES)
    assert not set(THINGS.split()) & TIME_UNITS
