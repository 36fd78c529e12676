"""Populations and where they stand before a word of universality."""

import re

import pytest

from wenming.reading.terms.populations import POPULATION, POPULATIONS, population_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("行政村建设", "行政村"),
        ("窗口单位公开承诺", "窗口单位"),
        ("村(社区)文明实践站配备", "村(社区)文明实践站"),
        ("户都要", "户"),
        ("家庭参加社区劳动", "家庭"),
    ],
)
def test_a_name_ends_before_what_is_done(text: str, name: str) -> None:
    match = re.match(POPULATION, text)
    assert match is not None
    assert match[0] == name


@pytest.mark.parametrize("text", ["任务书", "人才", "市长", "市容", "县域"])
def test_no_population(text: str) -> None:
    assert re.match(POPULATION, text) is None


def test_several_populations() -> None:
    match = re.match(POPULATIONS, "乡镇、村(社区)和学校都要")
    assert match is not None
    assert match[0] == "乡镇、村(社区)和学校"


@pytest.mark.parametrize(
    ("text", "may_be_parted", "expected"),
    [
        ("推进新建小区设施配建", True, (2, "新建小区")),
        ("推进新建小区设施配建", False, None),
        ("将审批事项", False, (1, "审批事项")),
        ("实现收运体系行政村", True, (2, "行政村")),
        ("9.生活垃圾分类公共机构", True, (2, "公共机构")),
        ("加强管理", True, None),
        ("", True, None),
    ],
)
def test_the_population_before(text: str, may_be_parted: bool, expected: tuple[int, str] | None) -> None:
    assert population_before(text, len(text), may_be_parted=may_be_parted) == expected
