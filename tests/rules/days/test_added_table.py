"""The table in which an installation brings its days."""

from datetime import date

import pytest

from wenming.rules.days.added import Added, AddedKind
from wenming.rules.days.added_table import MOST_LINES, LineFault, read, written

ALL = (
    Added(AddedKind.OFF, date(2027, 5, 16), date(2027, 5, 18), "古尔邦节", "自治区通知，2027"),
    Added(AddedKind.WORK, date(2027, 10, 9), date(2027, 10, 9), "国庆节"),
    Added(AddedKind.SPRING, date(2027, 3, 1), date(2027, 7, 9), "春季学期"),
    Added(AddedKind.NOTICE, date(2027, 1, 1), date(2027, 12, 31), "放假通知"),
)


def test_what_is_written_is_read() -> None:
    found = read(written(ALL))
    assert tuple(one for _line, one in found.entries) == ALL
    assert found.bad == ()


def test_days_and_heads_as_people_and_excel_write_them() -> None:
    text = "\ufeff日期\t类型\t节日\n2027年5月16日\t休\t古尔邦节\n\n2027/10/9\t班\t\n"
    found = read(text)
    assert [(line, one.kind, one.first, one.last) for line, one in found.entries] == [
        (2, AddedKind.OFF, date(2027, 5, 16), date(2027, 5, 16)),
        (4, AddedKind.WORK, date(2027, 10, 9), date(2027, 10, 9)),
    ]


def test_the_countrys_own_table_is_read_too() -> None:
    found = read("day,kind,festival,source\n2027-01-01,off,元旦,国办发明电〔2026〕1号\n")
    assert [one for _line, one in found.entries] == [
        Added(AddedKind.OFF, date(2027, 1, 1), date(2027, 1, 1), "元旦", "国办发明电〔2026〕1号")
    ]


@pytest.mark.parametrize(
    ("line", "fault", "words"),
    [
        ("五月一日,,放假,甲,", LineFault.NO_DAY, "五月一日"),
        ("2027-02-30,,放假,甲,", LineFault.NO_DAY, "2027-02-30"),
        ("2027-02-01,明天,放假,甲,", LineFault.NO_DAY, "明天"),
        (",,放假,甲,", LineFault.NO_DAY, ""),
        ("2027-02-01,,补休,甲,", LineFault.NO_KIND, "补休"),
        ("2027-02-01,,放假,,", LineFault.NO_NAME, ""),
        ("2027-02-01,,放假," + "甲" * 41 + ",", LineFault.TOO_LONG_A_TEXT, "甲" * 40),
        ("2027-02-01", LineFault.NO_KIND, ""),
    ],
)
def test_a_bad_line_is_named(line: str, fault: LineFault, words: str) -> None:
    found = read(f"第一天,最后一天,类型,名称,依据\n2027-05-16,,放假,古尔邦节,\n{line}\n")
    assert [(one.line, one.fault, one.words) for one in found.bad] == [(3, fault, words)]
    assert len(found.entries) == 1


@pytest.mark.parametrize("text", ["", "甲,乙\n", "\n"])
def test_without_a_head_there_is_no_table(text: str) -> None:
    assert [one.fault for one in read(text).bad] == [LineFault.NO_HEAD]


def test_a_table_has_an_end() -> None:
    text = "第一天,类型,名称\n" + "2027-05-16,放假,甲\n" * (MOST_LINES + 1)
    assert [one.fault for one in read(text).bad] == [LineFault.TOO_MANY]


def test_days_beyond_any_calendar_and_endless_cells_are_bad_lines() -> None:
    assert [one.fault for one in read("第一天,类型,名称\n99999999999-1-1,放假,甲\n").bad] == [LineFault.NO_DAY]
    endless = read(f"第一天,类型,名称\n2027-05-16,放假,{'甲' * 140_000}\n")
    assert [one.fault for one in endless.bad] == [LineFault.TOO_LONG_A_TEXT]


def test_what_a_spreadsheet_would_compute_is_written_as_text_and_read_as_it_was() -> None:
    day = date(2027, 5, 16)
    entry = Added(AddedKind.OFF, day, day, "=1+2", "@cmd")
    text = written([entry])
    assert "'=1+2,'@cmd" in text
    assert read(text).entries == ((2, entry),)
