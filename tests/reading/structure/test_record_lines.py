"""Records without numbers."""

import pytest

from wenming.reading.read import read_text
from wenming.reading.structure.record_lines import record_lines

RECORDS = """临溪县重点项目推进表
项目名称：背街小巷改造
责任领导：周文
牵头单位：县住建局
工作目标：完成背街小巷改造60条
进度安排：3月底前完成设计；6月底前完成30条；10月底前全部完工
项目名称：农贸市场提升
牵头单位：县市场监管局
进度安排：年底前完成
"""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (RECORDS, 2),
        (RECORDS.replace("项目名称：农贸", "农贸"), 0),
        (RECORDS.replace("牵头单位：县市场监管局\n", ""), 0),  # a list of projects is not yet one of duties
    ],
)
def test_record_lines(text: str, count: int) -> None:
    assert len(record_lines(text, 0, len(text))) == count


def test_a_field_with_its_value_names_no_column() -> None:
    fields = "序号：{}\n任务名称：{}\n责任单位：县住建局\n时限：10月底\n"
    text = f"临溪县整治方案\n一、任务安排\n{fields.format(1, '道路提升')}{fields.format(2, '公园建设')}"
    plan = read_text(text, name="表.txt", sha256="").plans[0]
    assert [measure.title for measure in plan.measures] == ["任务名称：道路提升", "任务名称：公园建设"]


def test_each_record_is_a_measure() -> None:
    plan = read_text(RECORDS, name="表.txt", sha256="").plans[0]
    assert [measure.title for measure in plan.measures] == ["项目名称：背街小巷改造", "项目名称：农贸市场提升"]
    assert [[duty.unit for duty in measure.duties] for measure in plan.measures] == [["县住建局"], ["县市场监管局"]]
