"""Tables drawn with lines whose cells are wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.layout import read_layout

RULE = "├──┼──┼──┤"
WRAPPED = [
    # a name goes on below itself, not beside
    (
        f"{RULE}\n│任务│责任单位│时限│\n{RULE}\n│清理│县城管│6月 │\n│杂物│局、各│底前│\n│    │镇    │    │\n{RULE}",
        "清理杂物\t县城管局、各镇\t6月底前",
    ),
    # as ASCII has it
    (
        (
            "+--+--+--+\n|任务|责任单位|时限|\n+--+--+--+\n|补种|县林业|长期|\n|行道|局    |    |\n|树  |      |    |\n"
            "+--+--+--+\n|修剪|县园林处|长期|\n+--+--+--+"
        ),
        "补种行道树\t县林业局\t长期",
    ),
    # a name that ends before the cell's width ends a paragraph
    (
        f"{RULE}\n│任务│责任单位  │时限│\n{RULE}\n│巡查│县水利局    │长期│\n│    │各河长办公室│    │\n{RULE}",
        "巡查\t县水利局 各河长办公室\t长期",
    ),
]
ROWS = [
    f"{RULE}\n│序号│任务│单位│\n{RULE}\n│1 │清理│县城管局│\n│2 │巡查│县水利局│\n{RULE}",
    f"{RULE}\n│任务│单位│时限│\n{RULE}\n│清理│县城管局│6月│\n│巡查│县水利局│7月│\n{RULE}",
    "任务│单位│时限\n清理│县城管局│6月\n巡查│县水利局│7月",
]


@pytest.mark.parametrize(("text", "row"), WRAPPED)
def test_the_lines_of_one_row_are_joined(text: str, row: str) -> None:
    lines = read_layout(text, []).text.split("\n")
    assert row in [line.strip("\t") for line in lines]


@pytest.mark.parametrize("text", ROWS)
def test_rows_of_one_line_stay_apart(text: str) -> None:
    lines = read_layout(text, []).text
    assert "清理\t县城管局" in lines
    assert "巡查\t县水利局" in lines


def test_the_span_of_a_wrapped_name_has_all_its_signs() -> None:
    text = WRAPPED[0][0]
    view = read_layout(text, [])
    at = view.text.index("县城管局")
    start, end = view.span(at, at + 4)
    assert text[start:end].startswith("县城管│6月")
    assert text[start:end].endswith("局")


@given(st.text("│|┼─├+-\n\t 县局甲1", max_size=120))
def test_no_sign_is_invented_or_lost(text: str) -> None:
    framed = f"{RULE}\n{text}\n{RULE}\n{RULE}"
    view = read_layout(framed, [])
    kept = [sign for sign in view.text if sign in "县局甲1"]
    assert sorted(kept) == sorted(sign for sign in framed if sign in "县局甲1")
    assert all(framed[view.origin(at)] == sign for at, sign in enumerate(view.text) if sign in "县局甲1")
