"""Dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.terms.found import found, kinds, values
from wenming.reading.terms import find_impossible_dates

CASES = [
    ("从5月份至10月份", ("--05", "--10")),
    ("2026年6月底前", (None, "2026-06")),
    ("6月底前建成全县统一的平台", (None, "--06")),
    ("6月30日前", (None, "--06-30")),
    ("6月底完成", (None, "--06")),
    ("年底前", (None, "--12")),
    ("年内", (None, "--12")),
    ("今年", (None, "--12")),
    ("今年上半年", ("--01", "--06")),
    ("今年9月底前", (None, "--09")),
    ("2027年10月17日下午17:00前", (None, "2027-10-17")),
    ("6月20日18：00前", (None, "--06-20")),
    ("2027年上半年", ("2027-01", "2027-06")),
    ("下半年", ("--07", "--12")),
    ("第二季度", ("--04", "--06")),
    ("第三季度末", (None, "--09")),
    ("到“十四五”末", (None, "2025-12")),
    ("“十五五”期末", (None, "2030-12")),
    ("十六五规划期末前", (None, "2035-12")),
    ("到2027年", (None, "2027")),
    ("至2027年底", (None, "2027-12")),
    ("2027年底前", (None, "2027-12")),
    ("2026年—2028年", ("2026", "2028")),
    ("2026年3月20日---6月30日", ("2026-03-20", "2026-06-30")),
    ("2026-2028年", ("2026", "2028")),
    ("2026至2028年间", ("2026", "2028")),
    ("XX年5月", ("--05", "--05")),
    ("20xx年9月10日", ("--09-10", "--09-10")),
    ("2027年9月xx日前", (None, "2027-09")),
    ("3月 日前", (None, "--03")),
    ("2月×日—3月×日", ("--02", "--03")),
    ("**年7月1日至**年8月31日", ("--07-01", "--08-31")),
    ("9月18日—23日", ("--09-18", "--09-23")),
    ("9月18-23日", ("--09-18", "--09-23")),
    ("第一阶段（2026年3月-4月）", ("2026-03", "2026-04")),
    ("2026年10月至2027年3月", ("2026-10", "2027-03")),
    ("4-10月份", ("--04", "--10")),
    ("１２ 月\n３１ 日前", (None, "--12-31")),
    ("二〇二七年底前", (None, "2027-12")),
    ("十二月三十一日前", (None, "--12-31")),
    ("2026.3.1—2026.6.30", ("2026-03-01", "2026-06-30")),
    ("2026-09-30前", (None, "2026-09-30")),
    ("2026/9", ("2026-09", "2026-09")),
    ("自6月1日起", ("--06-01", None)),
    ("即日起至12月底", (None, "--12")),
    ("4月上旬至10月中旬", ("--04", "--10")),
    ("“十一”", ("--10-01", "--10-01")),
    ("“七一”前", (None, "--07-01")),
    ("元旦", ("--01-01", "--01-01")),
    ("国庆节前", (None, "--10-01")),
    ('"五四"节', ("--05-04", "--05-04")),
    ("1．2026年底前", (None, "2026-12")),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_value(text: str, value: tuple[object, ...]) -> None:
    assert values(text, "date") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "时间：  月  日—  日",
        "春节期间慰问",
        "一月一通报",
        "月底前报送",
        "每季度末",
        "2025年版目录",
        "推动2025年立项的项目",
        "本办法自2026年5月1日起施行",
        "本细则自2026年7月1日起试行",
        "今年是攻坚之年",
        "两年内",
        "学年内",
        "上、下半年各一次",
        "前三季度",
        "2005年以前建成的小区",
        "13月",
        "0403年",
    ],
)
def test_no_date(text: str) -> None:
    assert values(text, "date") == []


def test_a_bare_year_binds_where_it_opens_a_clause() -> None:
    assert values("有序推进，2027年全面推广。", "date") == [("2027", "2027")]


def test_a_bare_year_binds_where_something_is_to_be_reached_in_it() -> None:
    assert values("床位2027年增至300张。", "date") == [("2027", "2027")]
    assert values("新建60处，其中2027年不少于20处。", "date") == [("2027", "2027")]
    assert values("参照2027年标准执行。", "date") == []


def test_a_feast_of_this_year_is_its_day() -> None:
    assert values("今年国庆节前完工。", "date") == [(None, "--10-01")]


def test_a_second_year_of_a_deadline_is_one_too() -> None:
    assert values("到2027年和2030年，达标率稳步提高。", "date") == [(None, "2027"), (None, "2030")]


def test_an_hour_of_the_day_belongs_to_its_deadline() -> None:
    assert values("4月20日下班前报送。", "date") == [(None, "--04-20")]
    assert values("5月8日上午10时前报送。", "date") == [(None, "--05-08")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("安排在7、8月份", ("--07", "--08")),
        ("利用11、12月集中攻坚", ("--11", "--12")),
        ("4、5月份完成", ("--05", "--05")),
        ("完成时限：6.30前", (None, "--06-30")),
        ("12.31前办结", (None, "--12-31")),
        ("不迟于6月30日办结", (None, "--06-30")),
        ("最迟2027年5月完成", (None, "2027-05")),
        ("2027年国庆节前", (None, "2027-10-01")),
        ("2027年12月31日24时前", (None, "2027-12-31")),
    ],
)
def test_other_ways_to_write_it(text: str, value: tuple[object, ...]) -> None:
    assert values(text, "date") == [value]


def test_a_decimal_is_no_day() -> None:
    assert values("2.5年内完成；提高1.45前后", "date") == []


def test_half_a_year_is_no_year() -> None:
    assert kinds("半年内完成") == ["duration"]


def test_the_word_before_a_deadline_belongs_to_it() -> None:
    assert found("力争到2027年建成", "date")[0][0] == "到2027年"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("0403年完成", ["0403年"]),
        ("于 13 月 报送", ["13 月"]),
        ("2月30日前", ["2月30日前"]),
        ("2027年2月29日", ["2027年2月29日"]),
        ("2月29日", []),
        ("5000年历史", []),
        ("2026年6月", []),
    ],
)
def test_impossible_dates(text: str, wrong: list[str]) -> None:
    assert [text[start:end] for start, end in find_impossible_dates(text)] == wrong


@given(st.dates())
def test_a_day_is_a_date_or_out_of_range(day: object) -> None:
    year, month, date = str(day).split("-")
    expected = [(f"{year}-{month}-{date}",) * 2] if 1900 <= int(year) <= 2100 else []
    assert values(f"于{year}年{int(month)}月{int(date)}日举办", "date") == expected


def test_a_frequency_may_hold_a_date() -> None:
    assert kinds("每年6月底前完成体检") == ["frequency", "date"]
