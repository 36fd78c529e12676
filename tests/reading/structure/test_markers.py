"""Numbers that items bear, and numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.structure.markers import Family, read_marker

NUMBERS = [
    ("一、甲", Family.CHINESE, 1),
    ("十二、甲", Family.CHINESE, 12),
    ("七。甲", Family.CHINESE, 7),
    ("（三）甲", Family.CHINESE_BRACKET, 3),
    ("(二十一)甲", Family.CHINESE_BRACKET, 21),
    ("㈢甲", Family.CHINESE_BRACKET, 3),
    ("1.甲", Family.DIGIT, 1),
    ("2、甲", Family.DIGIT, 2),
    ("2、319国道甲", Family.DIGIT, 2),
    ("３．甲", Family.DIGIT, 3),
    ("4﹒甲", Family.DIGIT, 4),
    ("５\ufffd甲", Family.DIGIT, 5),
    ("6.2027年底前甲", Family.DIGIT, 6),
    ("12 甲", Family.DIGIT, 12),
    ("三 、甲", Family.CHINESE, 3),
    ("( 二 )甲", Family.CHINESE_BRACKET, 2),
    ("（ 4 ）甲", Family.DIGIT_BRACKET, 4),
    ("⒎甲", Family.DIGIT, 7),
    ("1.2 甲", Family.DIGIT_TWO, 2),
    ("1.2甲", Family.DIGIT_TWO, 2),
    ("3.1.4 甲", Family.DIGIT_THREE, 4),
    ("（2）甲", Family.DIGIT_BRACKET, 2),
    ("⑵甲", Family.DIGIT_BRACKET, 2),
    ("★2、甲", Family.DIGIT, 2),
    ("◎ （三）甲", Family.CHINESE_BRACKET, 3),
    ("◆ 行动二  甲", Family.TASK, 2),
    ("● 甲", Family.DASH, 0),
    ("3）甲", Family.DIGIT_HALF_BRACKET, 3),
    ("④甲", Family.CIRCLED, 4),
    ("活动五：甲", Family.ACTIVITY, 5),
    ("任务2：甲", Family.TASK, 2),
    ("重点任务二 甲", Family.TASK, 2),
    ("专项行动三：甲", Family.TASK, 3),
    ("专栏3  甲", Family.BOX, 3),
    ("第二章 甲", Family.CHAPTER, 2),
    ("第十条 甲", Family.ARTICLE, 10),
    ("第一部分 甲", Family.PART, 1),
    ("第三阶段（9月）", Family.STAGE, 3),
    ("第二，甲", Family.STAGE, 2),
    ("第4件 甲", Family.STAGE, 4),
    ("第三类：甲", Family.STAGE, 3),
    ("5、9月底前甲", Family.DIGIT, 5),
    ("1.6 月底前甲", Family.DIGIT, 1),
    ("6.3月15日前甲", Family.DIGIT, 6),
    ("2．10月上旬甲", Family.DIGIT, 2),
    ("三是甲", Family.WORD, 3),
    ("二要甲", Family.WORD, 2),
    ("其次，甲", Family.WORD, 2),
    ("B.甲", Family.LETTER, 2),
    ("Ⅳ.甲", Family.ROMAN, 4),
    ("IV、甲", Family.ROMAN, 4),
    ("——甲", Family.DASH, 0),
    ("• 甲", Family.DASH, 0),
    ("3月：甲", Family.TIME, 0),
    ("三月：甲", Family.TIME, 0),
    ("十二月份：甲", Family.TIME, 0),
    ("九月", Family.TIME, 0),
    ("【责任分工】", Family.HEADED, 0),
    ("1.3月至6月，甲", Family.DIGIT, 1),
    ("2．9月份，甲", Family.DIGIT, 2),
]

NO_NUMBERS = [
    "4、5月份甲",
    "1.5公里的步道",
    "2021.3",
    "2027年甲",
    "7、8月份甲",
    "第三件大衣",
    "5G网络",
    "一、二、三产业",
    "10:30集合",
    "一二年级",
    "**镇要甲",
    "3%以上",
    "",
]


@pytest.mark.parametrize(("line", "family", "ordinal"), NUMBERS)
def test_numbers(line: str, family: Family, ordinal: int) -> None:
    marker = read_marker(line, 0, len(line))
    assert marker is not None
    assert (marker.family, marker.ordinal) == (family, ordinal)


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_no_numbers(line: str) -> None:
    assert read_marker(line, 0, len(line)) is None


@given(st.text("一二三十、（）().．12３①是要章条第 —甲", max_size=12))
def test_a_marker_stands_at_the_start_and_within_the_line(line: str) -> None:
    marker = read_marker(line, 0, len(line))
    assert marker is None or (marker.start == 0 and marker.end <= len(line) and marker.ordinal >= 0)
