"""How many pieces the framework's own words want."""

import pytest

from wenming.rules.filing.counting import ANY, UNREAD, Count, read_count

WORDS = {
    "": ANY,
    "3张": Count(3, 3),
    "3": Count(3, 3),
    "两份": Count(2, 2),
    "不少于2份": Count(2),
    "至少3种": Count(3),
    "作品不少于3种": Count(3),
    "10张以上": Count(10),
    "不超过3张": Count(1, 3),
    "3至5张": Count(3, 5),
    "任选3个点位": Count(3, 3),
    "每年1份": Count(1, 1, is_yearly=True),
    "每年1至2次": Count(1, 2, is_yearly=True),
    "每个活动3张，总数12张以内": Count(3, 12, is_each=True),
    "每种3张，总量9张以内": Count(3, 9, is_each=True),
    "每部门1种媒体即可，最多3种媒体，总量21张以内": Count(1, 21, is_each=True),
    "若干": UNREAD,
    "≥13%": UNREAD,
    "80%的城市社区已建立": UNREAD,
    "0": UNREAD,
    "100%来自自愿无偿献血，或千人口献血人次＞10；每200毫升折1人次": UNREAD,
    "综合性活动（项目超过5项）每年1次以上；全区单项活动每年5次以上": UNREAD,
}


@pytest.mark.parametrize("words", WORDS)
def test_the_words_are_read_or_it_is_said_that_they_are_not(words: str) -> None:
    assert read_count(words) == WORDS[words]


def test_what_is_wanted_each_year_is_wanted_as_often_as_the_round_has_years() -> None:
    yearly = read_count("每年1至2次")
    assert (yearly.within(3).least, yearly.within(3).most) == (3, 6)
    assert yearly.within(1) == yearly
    assert Count(2, is_yearly=True).within(2).most is None
    assert read_count("3张").within(3) == Count(3, 3)
