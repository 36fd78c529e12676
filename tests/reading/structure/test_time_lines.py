"""Lines that begin with the month they are for."""

import pytest

from wenming.reading.read import read_text
from wenming.reading.structure.time_lines import time_lines

SERIES = "3月 组织学习测评办法\n4月-5月 修改考核细则\n全年，做好信息报送工作\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (SERIES, 3),
        (SERIES.replace("全年，", "一、"), 0),
        (SERIES.replace("\n", "\n学习情况报告\n"), 3),
        ("摸底阶段（3月）：各镇要摸排问题。\n整改、验收阶段：逐项整改销号。\n", 2),
        ("第一阶段：各镇要摸排问题。\n第二阶段：逐项整改销号。\n", 0),  # they bear numbers
        ("摸底阶段（3月）\n各镇要摸排问题。\n", 0),
        ("3月5日 召开动员大会\n3月6日 组织集中学习\n3月7日 开展自查自纠\n", 0),
        ("3月的重点是宣传发动\n4月的重点是集中整治\n5月的重点是检查验收\n", 0),
    ],
)
def test_time_lines(text: str, count: int) -> None:
    assert len(time_lines(text, 0, len(text))) == count


def test_a_table_of_a_year_without_numbers() -> None:
    text = "临溪县文明校园工作计划\n工作任务\n进度安排\n" + SERIES
    plan = read_text(text, name="文.txt", sha256="").plans[0]
    assert [measure.text[:4] for measure in plan.measures] == ["3月 组", "4月-5", "全年，做"]
