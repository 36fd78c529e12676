"""Verdicts and faults in words."""

from datetime import date

import pytest

from wenming.frameworks.filing.words import fault_words, verdict_words, working
from wenming.frameworks.models import Want
from wenming.rules.filing.formats import FileKind
from wenming.rules.filing.judging import Asked, Fault, Given, judge

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
COUNTS = {
    "": "至少 1 份",
    "3张": "3 份",
    "3至5张": "3 到 5 份",
    "若干": "体系写的是“若干”，没有读出数量，按至少 1 份核对",
    "每种3张": "至少 3 份（体系写的是“每种3张”，只核对总数）",
}


@pytest.mark.parametrize("words", COUNTS)
def test_what_was_read_of_the_count_is_told(words: str) -> None:
    want = Want(count=words)
    assert dict(working(judge(Asked("", words, "", None, FIRST, LAST), []), want))["要几份"] == COUNTS[words]


def test_what_was_not_read_is_told() -> None:
    want = Want(format="实物", window="国家宪法日", max_words=300)
    told = dict(working(judge(Asked("实物", "", "国家宪法日", 300, FIRST, LAST), []), want))
    assert "没有读懂" in told["材料日期"]
    assert "没有认出来" in told["格式"]
    assert "不超过 300 字" in told["字数"]


def test_any_day_will_do_for_a_plan() -> None:
    standing = judge(Asked("规范文件", "", "2021—2030年规划", None, FIRST, LAST), [])
    assert dict(working(standing, Want(format="规范文件")))["材料日期"] == "任何时间"


def test_every_fault_and_what_is_missing_have_words() -> None:
    standing = judge(Asked("实景图片", "3张", "", 100, FIRST, LAST), [Given(1, (FileKind.PHOTO,), FIRST, FIRST)])
    assert verdict_words(standing) == "还缺 2 份"
    words = [fault_words(fault, standing, Want(format="实景图片", max_words=100)) for fault in Fault]
    assert len(set(words)) == len(Fault)
