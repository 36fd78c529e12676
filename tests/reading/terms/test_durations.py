"""Durations."""

import pytest

from tests.reading.terms.found import kinds, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("每期培训不得少于3天。", (3, None, "天")),
        ("接到反映后48小时内办结。", (None, 48, "小时")),
        ("自印发之日起30日内报备。", (None, 30, "天")),
        ("5个工作日内答复。", (None, 5, "天")),
        ("一周内整改到位。", (None, 7, "天")),
        ("办理时间压减至8个工作日以内。", (None, 8, "天")),
        ("每次不超过90分钟。", (None, 90, "分钟")),
        ("连续三年给予扶持。", (3, 3, "年")),
        ("用3—5年时间完成。", (3, 5, "年")),
        ("优惠期限为3年。", (3, 3, "年")),
        ("管护期限两年。", (2, 2, "年")),
        ("证书有效期为5年。", (5, 5, "年")),
        ("为期两个月。", (2, 2, "个月")),
        ("连续安排三年。", (3, 3, "年")),
        ("提前7天公告。", (7, 7, "天")),
        ("每期15天。", (15, 15, "天")),
        ("每节40分钟。", (40, 40, "分钟")),
        ("每次不少于1个半小时。", (1.5, None, "小时")),
        ("集中3个月时间开展整治。", (3, 3, "个月")),
        ("理事任期2年。", (2, 2, "年")),
    ],
)
def test_value(text: str, value: tuple[object, ...]) -> None:
    assert values(text, "duration") == [value]


def test_a_list_of_durations_goes_on() -> None:
    assert values("时限分别减至1个月、半个月。", "duration") == [(None, 1, "个月"), (0.5, 0.5, "个月")]


@pytest.mark.parametrize(
    "text",
    [
        "近3年退出的企业再入库。",
        "制定三年行动计划。",
        "实行24小时值守。",
        "对经营满3年以上的商户优先。",
        "15—20日开展。",
        "面向常住半年以上、居住6个月以上户籍居民。",
    ],
)
def test_no_duration(text: str) -> None:
    assert kinds(text) == []
