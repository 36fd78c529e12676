"""A report in words."""

from dataclasses import replace
from datetime import date

from django.utils.translation import override

from wenming.papers.reports.paper import Paper, Section, paper_of
from wenming.papers.reports.report import (
    About,
    Cannot,
    Coming,
    Done,
    Facts,
    Kind,
    Line,
    Returned,
    build,
    span_of,
)
from wenming.rules.commitments.judging import State

WEEK = About(Kind.WEEK, span_of(Kind.WEEK, date(2026, 3, 5)), date(2026, 3, 9), "青禾县")
FULL = Facts(
    counts=[("重点任务", "met", 12), ("重点任务", "missed", 1), ("组织领导", "open", 2), ("组织领导", "disputed", 1)],
    missed=[Line(date(2026, 3, 5), "", "评议", State.MISSED, (7, 0, date(2026, 1, 1)))],
    missed_total=61,
    coming=[Coming(date(2026, 3, 12), "每月巡查", 3), Coming(date(2026, 3, 13), "全县目标", 0)],
    done=[Done("会议", 3, 40)],
    returned=[Returned("甲镇", "碰头会", "照片看不清", 5)],
    returned_total=1,
    cannot=[Cannot("乙镇", "增加车位", "没有地方", ""), Cannot("丙镇", "评议", "人手不够", "同意缓办")],
    cannot_total=2,
)


def paper(about: About = WEEK, facts: Facts = FULL) -> Paper:
    return paper_of(build(about, facts))


def words(section: Section) -> list[list[str]]:
    assert section.table
    return [[cell.words for cell in row] for row in section.table.rows]


def test_the_head() -> None:
    made = paper()
    assert (made.title, made.whose) == ("创建工作周报", "青禾县")
    assert (made.days, made.as_of) == ("2026年3月2日至2026年3月8日", "情况截至2026年3月9日")
    month = replace(WEEK, kind=Kind.MONTH, span=span_of(Kind.MONTH, date(2026, 3, 5)))
    assert (paper(month).title, paper(month).days) == ("创建工作月报", "2026年3月")


def test_numbers_have_their_denominator() -> None:
    whole, chapters, *_ = paper().sections
    assert "到期16项" in whole.sentences[0]
    assert "做到12/16" in whole.sentences[0]
    assert whole.sentences[1] == "其余2项还没有到截止的日子，1项有异议、等待答复。"
    assert words(chapters)[-1] == ["合计", "16", "12", "0", "1", "1", "2"]


def test_every_list_says_its_lines() -> None:
    _whole, _chapters, missed, records, returned, cannot, coming = paper().sections
    assert missed.sentences == ("共61项，下表列出前1项。",)
    assert words(missed) == [["2026-03-05", "全体合计", "评议"]]
    assert missed.table
    assert missed.table.rows[0][2].address == "/why/7/0/2026-01-01/"
    assert words(records) == [["会议", "3", "40"], ["合计", "3", "40"]]
    assert words(returned) == [["甲镇", "碰头会", "照片看不清"]]
    assert [row[3] for row in words(cannot)] == ["等待答复", "同意缓办"]
    assert words(coming) == [["2026-03-12", "每月巡查", "3"], ["2026-03-13", "全县目标", "全体合计"]]


def test_widths_are_of_every_column() -> None:
    for section in paper().sections:
        if section.table:
            assert len(section.table.widths) == len(section.table.head)
            assert {len(row) for row in section.table.rows} == {len(section.table.head)}
            assert sum(section.table.widths) == 100


def test_a_week_without_anything_says_so_in_every_section() -> None:
    made = paper(facts=Facts(counts=[]))
    assert made.sections[0].sentences == ("这段时间没有到期的。",)
    assert all(section.sentences and section.table is None for section in made.sections)


def test_one_plan_is_named() -> None:
    assert paper(replace(WEEK, plan="实施方案")).sections[0].sentences[-1] == "本表只计方案《实施方案》。"


def test_in_english() -> None:
    with override("en"):
        made = paper()
    assert made.title == "Weekly report"
    assert made.sections[0].sentences[0].startswith("16 fell due")
