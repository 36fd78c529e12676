"""Headings of sections without a number."""

import pytest

from wenming.reading.structure.bare_headings import bare_headings


def headed(text: str) -> list[str]:
    return [text[start:].split("\n", 1)[0] for start in sorted(bare_headings(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("灯会方案\n活动内容\n1.猜谜\n保障措施：\n1.巡逻\n", ["活动内容", "保障措施："]),
        ("主要任务和目标要求\n县园林处要补栽树木。\n时间安排\n3月开始。\n", ["主要任务和目标要求", "时间安排"]),
        ("一、猜谜\n二、舞龙\n有关要求\n各村要上报。\n", ["有关要求"]),
        ("（一）猜谜\n（二）舞龙\n工作要求\n各村要上报。\n", ["工作要求"]),
        # within items they say what each aims at, and one alone is as likely a line of text
        ("一、猜谜\n工作要求\n热闹\n二、舞龙\n工作要求\n安全\n", []),
        ("一、猜谜\n工作目标\n热闹\n二、舞龙\n", []),
        ("灯会方案\n活动内容\n猜谜\n", []),
        ("序号\n工作任务\n责任分工\n1\n猜谜\n县文化馆\n", []),  # names of columns
        ("工作任务\n工作目标\n责任单位\n猜谜\n热闹\n县文化馆\n", []),
        ("活动内容丰富多彩\n工作要求很高。\n", []),
    ],
)
def test_bare_headings(text: str, headings: list[str]) -> None:
    assert headed(text) == headings
