"""What fits a request, and which requests are alike."""

import pytest

from wenming.rules.asking import Fit, Have, Wanted, alike, fit, telling

WANTED = Wanted("报送一季度志愿服务活动材料", 7, frozenset({"活动"}))


@pytest.mark.parametrize(
    ("have", "why"),
    [
        (Have("评议会", commitments=frozenset({7})), Fit.COMMITMENT),
        (Have("志愿服务进社区"), Fit.WORDS),
        (Have("一季度活动总结"), None),  # only words that stand in every request
        (Have("老年大学开班服务群众座谈交流", "活动"), Fit.KIND),
        (Have("老年大学开班服务群众座谈交流", "会议"), None),
        (Have("路灯维修", commitments=frozenset({8})), None),
        (Have(""), None),
    ],
)
def test_what_may_be_what_is_wanted(have: Have, why: Fit | None) -> None:
    assert fit(WANTED, have) == why


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("报送一季度志愿服务小结", "志愿服务情况汇总", True),
        ("报送一季度志愿服务小结", "二季度志愿服务照片", True),
        ("志愿服务队伍名单", "路灯维修照片", False),
        ("工作总结", "材料汇总", False),  # nothing tells them
    ],
)
def test_alike_requests(one: str, other: str, *, is_alike: bool) -> None:
    assert alike(Wanted(one), Wanted(other)) is is_alike
    assert alike(Wanted(other), Wanted(one)) is is_alike


def test_the_same_commitment_is_the_same_thing() -> None:
    assert alike(Wanted("甲", 7), Wanted("乙", 7))
    assert not alike(Wanted("甲"), Wanted("乙"))


def test_telling_pairs() -> None:
    assert telling("报送垃圾分类照片") == {"垃圾", "圾分", "分类"}
