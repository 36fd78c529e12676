"""Quantities."""

import pytest

from tests.reading.terms.found import found


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("全年编排8—10个节目。", ["8—10个"]),
        ("知晓率达到９５％以上，参与人数不少于300人。", ["达到９５％以上", "不少于300人"]),
        ("评出先进集体5个、先进个人20名。", ["5个", "20名"]),
        ("用时不超过30分钟。", []),
        ("引进20名城市管理专家，培养10名城管队员，邀请3名师生代表，建成2名师工作室。", ["20名", "10名", "3名"]),
        ("提高绿色出行占比至75%。", ["至75%"]),
        # behind what is counted, in words
        ("打造样板街区6条、样板社区二十个；", ["6条", "二十个"]),
        ("7月举办夏令营三期，", ["三期"]),
        ("引进检测机构一家，", ["一家"]),
        ("组建六个巡查组。", ["六个"]),
        ("建成污水处理厂二期，", []),
        ("改进作风一次，", []),
        ("办成实事百件以上，接入百兆以上宽带。", ["百件以上"]),
        ("吞吐量突破90万标箱。", ["突破90万标箱"]),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    assert [mention for mention, _ in found(text, "quantity")] == mentions
