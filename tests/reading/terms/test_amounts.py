"""Amounts: number, unit and comparison."""

import pytest

from tests.reading.terms.found import values
from wenming.reading.terms.amounts import find_amounts
from wenming.reading.terms.folding import fold

AMOUNTS = [
    ("新建30个", (30, 30, "个")),
    ("校园周边200米范围内", (200, None, "米")),
    ("道路两侧50米内", (50, None, "米")),
    ("以车站为中心，周围1公里以内", (1, None, "公里")),
    ("误差5米以内", (None, 5, "米")),
    ("达到1.2亿美元", (1.2, None, "亿美元")),
    ("赛事20项次以上", (20, None, "项次")),
    ("接入探头800路", (800, 800, "路")),
    ("不少于3篇", (3, None, "篇")),
    ("不得低于60%", (60, None, "%")),
    ("至少要整治三条", (3, None, "条")),
    ("达到90%", (90, None, "%")),
    ("达到全县总数的85%", (85, None, "%")),
    ("≥95%", (95, None, "%")),
    ("突破40万户", (400000, None, "户")),
    ("提高到80%", (80, None, "%")),
    ("提高绿色出行占比至75%", (75, None, "%")),
    ("压缩审批时间至3天", (None, 3, "天")),
    ("20家以上", (20, None, "家")),
    ("百分之九十以上", (90, None, "%")),
    ("九成以上", (90, None, "%")),
    ("30余名", (30, None, "名")),
    ("3000多人", (3000, None, "人")),
    ("服务费不高于0.4元/千瓦时", (None, 0.4, "元/千瓦时")),
    ("抽检达到6批次/千人", (6, None, "批次/千人")),
    ("开设20—30个学时", (20, 30, "学时")),
    ("改造管网18.5千米", (18.5, 18.5, "千米")),
    ("装机3.2万千瓦", (32000, 32000, "千瓦")),
    ("培训2千人", (2000, 2000, "人")),
    ("达标率＞95%", (95, None, "%")),
    ("投诉率<2%", (None, 2, "%")),
    ("面积达到500平米以上", (500, None, "平米")),
    ("5人（含5人）以上", (5, None, "人")),
    ("新建墓地800穴", (800, 800, "穴")),
    ("铺设2.4km", (2.4, 2.4, "km")),
    ("建成广场500㎡", (500, 500, "㎡")),
    ("预期寿命达到80.5岁", (80.5, None, "岁")),
    ("百余场", (100, None, "场")),
    ("二十余处", (20, None, "处")),
    ("10多万人", (100000, None, "人")),
    ("不超过5个", (None, 5, "个")),
    ("最高20万元", (None, 20, "万元")),
    ("不超过项目投资额的30%", (None, 30, "%")),
    ("控制在3%以内", (None, 3, "%")),
    ("下降到5%以下", (None, 5, "%")),
    ("压缩至8件", (None, 8, "件")),
    ("禁止使用厚度低于0.02毫米", (0.02, None, "毫米")),
    ("能耗低于30吨", (None, 30, "吨")),
    ("10个左右", (10, 10, "个")),
    ("60篇（条）以上", (60, None, "篇")),
    ("达到20%左右", (20, 20, "%")),
    ("约500户", (500, 500, "户")),
    ("8—10个", (8, 10, "个")),
    ("8至10个", (8, 10, "个")),
    ("三到五名", (3, 5, "名")),
    ("5%—8%", (5, 8, "%")),
    ("15万元", (15, 15, "万元")),
    ("1.5亿元", (1.5, 1.5, "亿元")),
    ("3万亿元", (3, 3, "万亿元")),
    ("3.2万平方米", (32000, 32000, "平方米")),
    ("两周", (14, 14, "天")),
    ("半天", (0.5, 0.5, "天")),
    ("5个工作日", (5, 5, "天")),
]


@pytest.mark.parametrize(("text", "value"), AMOUNTS)
def test_one_amount(text: str, value: tuple[object, ...]) -> None:
    amounts = [found.amount for found in find_amounts(fold(text).text)]
    assert [(amount.min, amount.max, amount.unit) for amount in amounts] == [value]


@pytest.mark.parametrize(
    "text", ["5支持", "第3次", "一批", "0个", "五大", "12345热线", "5G", "二期工程", "10至8个", "十十个"]
)
def test_no_amount(text: str) -> None:
    assert not any(found.is_marked or found.amount.unit != "G" for found in find_amounts(text))


def test_the_comparison_belongs_to_the_mention() -> None:
    [found] = find_amounts("建设不少于3处公厕")
    assert (found.start, found.number_at, found.end) == (2, 5, 7)


def test_an_amount_stands_where_pages_and_lines_break() -> None:
    assert values("全 市 新 增 企 业 达 到\n４８０ 户\n以 上", "quantity") == [(480, None, "户")]
