"""The rules in words."""

from datetime import timedelta

import pytest

from wenming.accounts.sign_in.policy import POLICIES
from wenming.accounts.sign_in.policy_words import duration, in_words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preset", sorted(POLICIES))
def test_every_rule_is_said_with_its_clause(preset: str) -> None:
    lines = in_words(POLICIES[preset])
    assert len(lines) == len(POLICIES[preset].clauses)
    assert all(line.title and line.sentence.endswith("。") and line.clause for line in lines)


@pytest.mark.parametrize(
    ("preset", "said"),
    [
        ("dengbao", "连续输错5次，要等10 分钟"),
        ("dengbao", "30 分钟没有操作"),
        ("dengbao", "可以自愿启用"),
        ("dengbao3", "必须启用的人员：文明办，系统管理员，安全管理员，审计管理员。"),
        ("asvs", "所有人员登录时"),
        ("asvs", "用什么字符都可以"),
    ],
)
def test_what_is_said(preset: str, said: str) -> None:
    assert said in "".join(line.sentence for line in in_words(POLICIES[preset]))


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(milliseconds=1), "1 秒"),
        (timedelta(seconds=60), "1 分钟"),
        (timedelta(seconds=90), "90 秒"),
        (timedelta(seconds=91), "2 分钟"),
        (timedelta(minutes=9, seconds=59.9), "10 分钟"),
        (timedelta(minutes=30), "30 分钟"),
        (timedelta(hours=1), "1 小时"),
        (timedelta(minutes=61), "61 分钟"),
        (timedelta(hours=12), "12 小时"),
    ],
)
def test_a_time_is_never_said_too_short(time: timedelta, said: str) -> None:
    assert duration(time) == said
