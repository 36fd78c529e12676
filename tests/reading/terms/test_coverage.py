"""Coverage."""

import pytest

from tests.reading.terms.found import kinds, values

CASES = [
    ("确保每一名网格员都能受到一次培训", ("网格员", 1)),
    ("每名志愿者至少参加2次活动", ("志愿者", 2)),
    ("每个行政村", ("行政村", None)),
    ("每个社区制定公约", ("社区", None)),
    ("每户都要签订承诺书", ("户", None)),
    ("各单位都要参加", ("单位", None)),
    ("各村（社区）均要建立队伍", ("村（社区）", None)),
    ("所有窗口单位公开承诺", ("窗口单位", None)),
    ("全体党员带头", ("党员", None)),
    ("全县中小学校都要开课", ("中小学校", None)),
    ("各乡镇、村（社区）都有专人", ("乡镇、村（社区）", None)),
    ("每个县（市、区）组建队伍", ("县（市、区）", None)),
    ("对所有生活困难的对象走访慰问", ("生活困难的对象", None)),
    ("对所有老旧小区清理一遍", ("老旧小区", 1)),
    ("4A级以上景区全部设置站点", ("4A级以上景区", None)),
    ("每个家庭参加一次社区劳动", ("家庭", 1)),
    ("每一名七年级新生建立档案", ("七年级新生", None)),
    ("县级以上主城区全覆盖", ("县级以上主城区", None)),
    ("实现行政村全覆盖", ("行政村", None)),
    ("实现收运体系行政村全覆盖", ("行政村", None)),
    ("推进新建小区设施配建全覆盖", ("新建小区", None)),
    ("服务覆盖所有乡镇", ("乡镇", None)),
    ("全面覆盖城区和中心镇", ("城区和中心镇", None)),
    ("将审批事项全部纳入平台", ("审批事项", None)),
    ("实现50户以上的自然村网络覆盖", ("50户以上的自然村", None)),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_value(text: str, value: tuple[object, ...]) -> None:
    assert values(text, "coverage") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "各社区要开展活动",
        "人人参与、人人尽责",
        "完善安全体系",
        "不同所有制企业",
        "每项任务明确目标",
        "每家最高补助10万元",
        "全体成员会议",
        "每两年命名文明村镇",
        "各地平均水平",
    ],
)
def test_no_coverage(text: str) -> None:
    assert values(text, "coverage") == []


def test_a_frequency_and_its_population_stand_side_by_side() -> None:
    assert kinds("保证每个行政村每年放映十二场") == ["coverage", "frequency"]
    assert values("对每名志愿者每年培训2次", "coverage") == [("志愿者", None)]
