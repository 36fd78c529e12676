"""What is to be done, in the words of the plan."""

import pytest

from wenming.work.commitments.activities import ACTIVITY_LENGTH, activity_after, activity_of_title, kinds_for


@pytest.mark.parametrize(
    ("before", "mention", "after", "activity"),
    [
        ("各校", "每学期举办两次", "家长开放日，", "家长开放日"),
        ("", "每周放映一部", "电影。", "放映电影"),
        ("", "每季度进行一次", "评议,", "评议"),
        ("", "每周不少于半天", "时间集中学习业务，", "学习业务"),
        ("", "每月开展一次", "\n", ""),
        ("", "每年举办一次", "邻 里 节（春季）", "邻里节"),
    ],
)
def test_it_stands_behind_the_mention(before: str, mention: str, after: str, activity: str) -> None:
    text = before + mention + after
    assert activity_after(text, len(before), len(before + mention)) == activity


def test_it_is_short() -> None:
    assert len(activity_after("每月一次" + "宣" * 99, 0, 4)) == ACTIVITY_LENGTH


@pytest.mark.parametrize(
    ("title", "activity"),
    [
        ("1、抓好“书香县城”建设（长期）", "“书香县城”建设"),
        ("（三）深入开展邻里互助", "邻里互助"),
        ("活动三：社区议事会", "社区议事会"),
        ("开展", "开展"),
    ],
)
def test_a_heading_names_one(title: str, activity: str) -> None:
    assert activity_of_title(title) == activity


@pytest.mark.parametrize(
    ("activity", "otherwise", "kinds"),
    [
        ("民主评议", "", ("评议",)),
        ("志愿服务培训", "", ("培训",)),  # the first that is found
        ("读书讲堂", "", ("培训",)),
        ("放映电影", "", ("放映",)),
        ("节目", "文艺精品创作", ("演出",)),
        ("路灯", "", ()),
    ],
)
def test_words_tell_the_kind_of_record(activity: str, otherwise: str, kinds: tuple[str, ...]) -> None:
    assert kinds_for(activity, otherwise=otherwise) == kinds
