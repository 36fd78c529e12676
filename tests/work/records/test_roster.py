"""Names from lists as people have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.work.records.roster import (
    MOST_PEOPLE,
    NoNames,
    NotAName,
    Person,
    TooMany,
    as_text,
    people_in,
    people_in_rows,
)

LINES = [
    ("王敏", Person("王敏")),
    ("王敏 县教育局", Person("王敏", "县教育局")),
    ("王敏\t县教育局\t13900000000", Person("王敏", "县教育局")),
    ("王敏，县教育局", Person("王敏", "县教育局")),
    ("王　敏", Person("王敏")),
    ("王 敏 县教育局", Person("王敏", "县教育局")),
    ("12、李青山", Person("李青山")),
    ("（3）李青山 县团委 办公室", Person("李青山", "县团委 办公室")),
    ("阿依古丽·买买提 幸福社区", Person("阿依古丽·买买提", "幸福社区")),
    ("张三 440000199001011234X", Person("张三")),
    ("姓名\t单位", None),
    ("13900000000", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "person"), LINES)
def test_a_line_is_somebody_or_nobody(line: str, person: Person | None) -> None:
    assert people_in(line) == ((person,) if person else ())


def test_each_once_in_the_order_of_the_list() -> None:
    assert people_in("乙\n甲\n乙\n甲 县团委") == (Person("乙"), Person("甲"), Person("甲", "县团委"))


def test_a_sentence_is_nobody() -> None:
    with pytest.raises(NotAName) as caught:
        people_in("王敏\n" + "今天来参加活动的还有很多群众" * 4)
    assert caught.value.line == 2


def test_not_more_than_one_record_takes() -> None:
    with pytest.raises(TooMany):
        people_in("\n".join(f"甲{number}号" for number in range(MOST_PEOPLE + 1)))


def test_the_column_of_names_is_found_below_title_and_date() -> None:
    rows = [
        ["2026年培训签到表"],
        ["序号", "姓 名", "电话", "工作单位"],
        ["1", "王 敏", "13900000000", "县教育局"],
        ["2"],
        ["3", "李青山", "", ""],
        ["合计", "", "", ""],
    ]
    assert people_in_rows(rows) == (Person("王敏", "县教育局"), Person("李青山"))


@pytest.mark.parametrize("rows", [[], [["甲", "乙"]], [["序号"], ["1"]]])
def test_a_table_without_names_says_so(rows: list[list[str]]) -> None:
    with pytest.raises(NoNames):
        people_in_rows(rows)


_NAME = st.text("王李张敏青山", min_size=2, max_size=4)


@given(st.lists(st.builds(Person, _NAME, st.sampled_from(["", "县教育局", "县团委"])), max_size=20, unique=True))
def test_what_is_shown_for_changing_is_read_as_the_same(people: list[Person]) -> None:
    assert people_in(as_text(people)) == tuple(people)
