"""Headings that name a stage."""

import pytest

from wenming.reading.stages import names_a_stage


@pytest.mark.parametrize("headings", [["实施步骤", "动员部署"], ["第一阶段：宣传发动"], ["四、时间安排"], ["进度安排"]])
def test_a_stage(headings: list[str]) -> None:
    assert names_a_stage(headings)


@pytest.mark.parametrize("headings", [[], ["重点任务"], ["组织领导", "加强统筹"]])
def test_no_stage(headings: list[str]) -> None:
    assert not names_a_stage(headings)
