"""Messages within what a channel takes."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.reminding.cutting import fit

LINES = st.lists(st.text("甲乙丙丁ab*", min_size=1, max_size=12), max_size=20)


def more(left: int) -> str:
    return f"还有{left}项"


def test_what_fits_is_left_as_it_is() -> None:
    assert fit(["三项"], ["甲", "乙"], most=30, more=more, tail=["打开"]) == "三项\n甲\n乙\n打开"


def test_whole_lines_are_left_out_and_counted() -> None:
    assert fit(["三项："], ["民主评议", "开展巡查", "组织培训"], most=36, more=more) == "三项：\n民主评议\n还有2项"


def test_a_head_that_is_too_long_is_cut_between_characters() -> None:
    assert fit(["青禾县文明办"], [], most=10, more=more) == "青禾县"


@given(LINES, st.integers(30, 200))
def test_never_longer_and_every_line_shown_or_counted(lines: list[str], most: int) -> None:
    text = fit(["头"], lines, most=most, more=more, tail=["尾"])
    assert len(text.encode()) <= most
    shown = text.split("\n")[1:-1]
    left = [line for line in shown if line.startswith("还有")]
    kept = [line for line in shown if line not in left]
    assert kept == lines[: len(kept)]
    assert len(kept) + sum(int(line[2:-1]) for line in left) == len(lines)
