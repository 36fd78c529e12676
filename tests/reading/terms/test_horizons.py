"""Horizons."""

import pytest

from tests.reading.terms.found import values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("办好文化广场（长期）", "long"),
        ("抓精品创作(中期)", "medium"),
        ("完成时限：近期", "near"),
        ("时限：长期坚持", "long"),
        ("完成时限：即知即改，长期坚持", "long"),
        ("（完成时限：2027年6月底前，并长期坚持）", "long"),
        ("完成时限：2027年6月底前完成并长期坚持", "long"),
        ("时限要求：立即整改，长期坚持", "long"),
        ("1、近期目标。", "near"),
        ("清理楼道（县城管局、各社区，长期坚持）", "long"),
        ("清理楼道【责任单位：各镇；长期】", "long"),
        ("刷新墙面（县住建局，近期）", "near"),
        ("达标率保持稳定\t长期坚持\t区城管局", "long"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert values(text, "horizon") == [(value,)]


@pytest.mark.parametrize(
    "text", ["建立长期稳定机制", "近期将开展检查", "长期坚持、久久为功", "中期评估", "巡查要经常，长期坚持"]
)
def test_no_horizon(text: str) -> None:
    assert values(text, "horizon") == []
