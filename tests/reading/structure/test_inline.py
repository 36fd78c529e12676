"""Numbers within a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.structure.inline import inline_markers
from wenming.reading.structure.markers import read_marker

LONG = "全面清理楼道杂物并更换照明灯具"


def ordinals(text: str) -> list[int]:
    """The ordinals of the items within a text that begins with no number."""
    return [marker.ordinal for marker in inline_markers(text, 0, len(text), None, begun=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"方案如下。一、{LONG}。二、{LONG}。", [1, 2]),
        (f"具体措施：1．{LONG}。2．{LONG}。3．2027年底前{LONG}。", [1, 2, 3]),
        (f"提升水平（一）{LONG}。（二）{LONG}。", [1, 2]),
        (f"包括：①{LONG}；②{LONG}。", [1, 2]),
        ("坚持：1.有人管；2.有章循；3.有钱办。", []),
        (f"单独一个：1.{LONG}。", []),
        (f"（一）楼道整治1.{LONG}。2.{LONG}。（二）小区绿化3.{LONG}。", [1, 1, 2, 2, 3]),
        (f"{LONG * 40}长期坚持1.{LONG}完成时限：长期坚持2.{LONG}", [1, 2]),
        (f"按第（一）项和第（二）项规定{LONG}。", []),
        ("增长1.5倍；达到2.6倍。", []),
        (f"具体措施： 1.{LONG}。（2）{LONG}； 2.{LONG}。", [1, 2]),
        (f"（一）{LONG}（二）{LONG}", [1, 2]),
        (f"压实责任。一是{LONG}；二是{LONG}。", [1, 2]),
        (f"压实责任。一要{LONG}。二要{LONG}。", [1, 2]),
        (f"坚持以下原则：一是{LONG}；二是{LONG}。", []),
        ("做到：一是快；二是准；三是实。", []),
        (LONG, []),
    ],
)
def test_items(text: str, expected: list[int]) -> None:
    assert ordinals(text) == expected


@pytest.mark.parametrize("before", ["主要问题有：", "存在不足。", "会议强调："])
def test_faults_that_are_counted_are_no_items(before: str) -> None:
    text = f"{before}一是占道经营多，影响行人通行。二是夜市油烟大，居民反映强烈。"
    assert inline_markers(text, 0, len(text), None, begun=False) == []


def test_a_number_may_follow_at_once_on_that_of_the_line() -> None:
    text = f"（一）1.{LONG}。2.{LONG}。"
    assert [marker.ordinal for marker in inline_markers(text, 3, len(text), None, begun=True)] == [1, 2]


def test_a_line_that_begins_with_a_number_goes_on_with_it() -> None:
    text = "1. 开学第一课；2. 军训；3. 教师节。"
    first = read_marker(text, 0, len(text))
    assert first
    found = inline_markers(text, first.end, len(text), first, begun=True)
    assert [marker.ordinal for marker in found] == [2, 3]


@given(st.text("一二三、（）1２.；。甲乙丙丁戊己庚", max_size=80))
def test_markers_stand_in_order(text: str) -> None:
    starts = [marker.start for marker in inline_markers(text, 0, len(text), None, begun=False)]
    assert starts == sorted(starts)
