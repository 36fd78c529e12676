"""What a clerk should look at."""

import pytest

from wenming.reading.messages import say
from wenming.reading.read import read_text

CASES = [
    ("一、任务\n1.2月30日前完成清理。", "date_impossible", "2月30日前"),
    ("一、任务\n1.清理楼道（详见附件3）。", "annex_missing", "附件3"),
    ("一、任务\n1.清理楼道。\n2.抓好第十二项任务。", "reference_missing", "第十二项任务"),
    ("一、任务\n1.清理楼道。\n责任单位：县教育局各乡镇政府", "unit_may_be_two", "县教育局各乡镇政府"),
    (
        "一、任务\n1.清理楼道。\n责任单位：包乡住村并且负责清理楼道的那些人",
        "unit_unclear",
        "包乡住村并且负责清理楼道的那些人",
    ),
    ("一、任务\n1.甲甲。\n2.乙乙。\n2.丙丙。", "number_repeats", "2."),
    ("一、任务\n1.甲甲。\n3.乙乙。", "number_jumps", "3."),
    ("一、任务\n7、甲甲。\n3、责任单位：县教育局", "number_stray", "3、"),
    ("一、任务\n1.清理楼道。\n责任单位：", "statement_names_nobody", "责任单位："),
    ("责任单位：县教育局\n一、任务\n1.清理楼道。", "statement_without_measure", "责任单位：县教育局"),
]


@pytest.mark.parametrize(("text", "code", "place"), CASES)
def test_doubts(text: str, code: str, place: str) -> None:
    doubts = read_text(text, name="方案.txt", sha256="").doubts
    assert [(doubt.code, text[doubt.start : doubt.end]) for doubt in doubts] == [(code, place)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_doubt_can_be_said(language: str) -> None:
    for text, _, _ in CASES:
        for doubt in read_text(text, name="方案.txt", sha256="").doubts:
            assert "{" not in say(doubt.code, doubt.about, language)


def test_a_sound_plan_raises_none() -> None:
    text = (
        "一、任务\n（一）清理楼道。\n责任单位：县城管局\n（二）见附件1，按第一项任务和《条例》第九项要求办。\n附件1\n"
    )
    assert read_text(text, name="方案.txt", sha256="").doubts == ()
