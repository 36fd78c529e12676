"""Frequencies."""

import pytest

from tests.reading.terms.found import found, kinds, values

MONTHLY = (1, None, "次", 1, "month")
CASES = [
    ("每月组织一次", [MONTHLY]),
    ("每月至少集中清扫1次", [MONTHLY]),
    ("每星期至少半天", [(0.5, None, "天", 1, "week")]),
    ("每两周不少于2次", [(2, None, "次", 2, "week")]),
    ("每隔两周1次", [(1, None, "次", 3, "week")]),
    ("每3—5天清运一次", [(1, None, "次", 5, "day")]),
    ("每两至三个月巡查1次", [(1, None, "次", 3, "month")]),
    ("每1-2周召开1次例会", [(1, None, "次", 2, "week")]),
    ("每季度对窗口单位进行一次", [(1, None, "次", 1, "quarter")]),
    ("每半年考评一次", [(1, None, "次", 1, "half_year")]),
    ("每两年评选1次", [(1, None, "次", 2, "year")]),
    ("每日巡查不少于2次", [(2, None, "次", 1, "day")]),
    ("每季度开展1-2次", [(1, 2, "次", 1, "quarter")]),
    ("每周不超过3次", [(None, 3, "次", 1, "week")]),
    ("各年保证放映二场", [(2, None, "场", 1, "year")]),
    ("全年开展不少于4次", [(4, None, "次", 1, "year")]),
    ("每年培育30项左右", [(30, 30, "项", 1, "year")]),
    ("每年推出20家以上样板，10条以上线路", [(20, None, "家", 1, "year"), (10, None, "条", 1, "year")]),
    ("每月发布不少于2次，点击量突破1亿次", [(2, None, "次", 1, "month")]),
    ("每日巡河不少于2趟", [(2, None, "趟", 1, "day")]),
    ("每日推送提示不少于3条，印发折页4万张", [(3, None, "条", 1, "day")]),
    ("每日播出不少于3档", [(3, None, "档", 1, "day")]),
    ("每年投入1亿元", [(1, 1, "亿元", 1, "year")]),
    ("每年开展", [(None, None, None, 1, "year")]),
    ("每年命名一批", [(None, None, None, 1, "year")]),
    ("每周五下午清扫", [(None, None, None, 1, "week")]),
    ("每月25日前报送", [(None, None, None, 1, "month")]),
    ("每月最后一个星期五开展", [(None, None, None, 1, "month")]),
    ("每月最后一个周五大扫除", [(None, None, None, 1, "month")]),
    ("一月一调度", [MONTHLY]),
    ("每年不少于16学时，公告牌不少于2处", [(16, None, "学时", 1, "year")]),
    ("每月不低于800元，建设工作室10个", [(800, None, "元", 1, "month")]),
    ("每年给予博士6万元，硕士3万元", [(6, 6, "万元", 1, "year"), (3, 3, "万元", 1, "year")]),
    ("每半年对二次供水设施清洗1次", [(1, None, "次", 1, "half_year")]),
    ("一季一考评", [(1, None, "次", 1, "quarter")]),
    ("半年一次", [(1, None, "次", 1, "half_year")]),
    ("一年两次", [(2, None, "次", 1, "year")]),
    ("两年一次", [(1, None, "次", 2, "year")]),
    ("实行月调度、季通报", [(None, None, None, 1, "month"), (None, None, None, 1, "quarter")]),
    ("半年小结一次", [(1, None, "次", 1, "half_year")]),
    ("按月报送", [(None, None, None, 1, "month")]),
    ("按季度通报", [(None, None, None, 1, "quarter")]),
    ("隔周召开", [(None, None, None, 2, "week")]),
    ("双月通报", [(None, None, None, 2, "month")]),
    ("演出2次/月", [(2, None, "次", 1, "month")]),
    ("每晚巡逻不少于2小时", [(2, None, "小时", 1, "day")]),
    ("每学期家访一次", [(1, None, "次", 1, "half_year")]),
    ("每学年授课不少于4次", [(4, None, "次", 1, "year")]),
    ("每季度通报一次办理情况", [(1, None, "次", 1, "quarter")]),
    ("每日一巡查、每周一通报、每月一考核", [(1, None, "次", 1, period) for period in ("day", "week", "month")]),
    (
        "干道每日保洁不少于16小时，街巷不少于12小时",
        [(16, None, "小时", 1, "day"), (12, None, "小时", 1, "day")],
    ),
    ("每日一清扫、每周一消毒", [(1, None, "次", 1, period) for period in ("day", "week")]),
    ("每年春、秋两季各灭鼠1次", [(2, None, "次", 1, "year")]),
    ("每两个月更换一次内容", [(1, None, "次", 2, "month")]),
    ("每周一通报", [(None, None, None, 1, "week")]),
    ("每周一升旗", [(None, None, None, 1, "week")]),
    ("每周一升国旗", [(None, None, None, 1, "week")]),
    ("每半个月检查1次", [(2, None, "次", 1, "month")]),
    ("每季度集中兑换一次生活用品", [(1, None, "次", 1, "quarter")]),
    ("一年一复查", [(1, None, "次", 1, "year")]),
    ("半月一通报", [(2, None, "次", 1, "month")]),
    ("每旬调度", [(3, None, "次", 1, "month")]),
    ("上、下半年各开展2次", [(2, None, "次", 1, "half_year")]),
    ("每季度最后一个月25日前报送", [(None, None, None, 1, "quarter")]),
    ("月均不少于4场", [(4, None, "场", 1, "month")]),
    ("年度不少于2次", [(2, None, "次", 1, "year")]),
    ("季度至少1次", [(1, None, "次", 1, "quarter")]),
    ("每月不少于2次/村", [(2, None, "次", 1, "month")]),
    ("每学期开学前后，对食堂检查一次", [(1, None, "次", 1, "half_year")]),
    ("每年年底，评选先进10个", [(None, None, None, 1, "year")]),
    ("全年参加两次以上服务", [(2, None, "次", 1, "year")]),
    ("每年的4月至10月每月巡护不少于3次", [(None, None, None, 1, "year"), (3, None, "次", 1, "month")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_value(text: str, expected: list[tuple[object, ...]]) -> None:
    assert values(text, "frequency") == expected


@pytest.mark.parametrize(
    "text",
    [
        "逐年提高",
        "人均每日食盐摄入量",
        "定期巡查",
        "按年度计划推进",
        "按日常标准管理",
        "每年级一份",
        "双休日值守",
        "年均增长",
        "月均不少于3%",
        "第一季度至少1次",
        "XX年表彰一批单位",
        "对每年稳定增长的商户优先",
    ],
)
def test_no_frequency(text: str) -> None:
    assert values(text, "frequency") == []


def test_days_after_the_end_of_a_period_are_a_time_limit() -> None:
    text = "每季度结束后5个工作日内报送"
    assert values(text, "frequency") == [(None, None, None, 1, "quarter")]
    assert values(text, "duration") == [(None, 5, "天")]


def test_a_list_of_what_is_counted_has_one_period() -> None:
    text = "每年培养讲解员20名、社会体育指导员和健身骨干人才30名"
    assert values(text, "frequency") == [(20, None, "名", 1, "year"), (30, None, "名", 1, "year")]


@pytest.mark.parametrize(
    "text", ["每天清扫2次、清运2次", "每日巡堤2次，清理漂浮物2次", "做到每天拖洗楼道2次、擦拭扶手2次"]
)
def test_act_by_act_as_often(text: str) -> None:
    assert values(text, "frequency") == [(2, None, "次", 1, "day")] * 2


@pytest.mark.parametrize("text", ["每月通报一次，对连续两次落后的约谈", "每月直播2次，点击量突破9000次"])
def test_a_condition_or_an_outcome_is_no_rhythm(text: str) -> None:
    assert len(values(text, "frequency")) == 1


def test_a_sum_and_an_event_have_one_period() -> None:
    text = "每年投入不少于3万元、开展活动不少于4次"
    assert values(text, "frequency") == [(3, None, "万元", 1, "year"), (4, None, "次", 1, "year")]


def test_a_frequency_owns_its_count() -> None:
    assert kinds("每月开展1次") == ["frequency"]
    assert found("每季度对各路段进行一次评议", "frequency")[0][0] == "每季度对各路段进行一次"


def test_a_share_or_a_sum_keeps_to_itself() -> None:
    assert kinds("每年举办2场，参与率达到80%") == ["frequency", "quantity"]
    assert kinds("每年新建5处，累计建成60处") == ["frequency", "quantity"]
    assert kinds("每半年评选一次，命名20户") == ["frequency", "quantity"]
