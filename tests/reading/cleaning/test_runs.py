"""Lines as runs of the original."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.cleaning.runs import Line, part, without

LINE = Line(((2, 5), (9, 12)), "学习计划安排", 0)  # three signs, noise, three signs


def test_a_part_keeps_its_places() -> None:
    assert part(LINE, 2, 5) == Line(((4, 5), (9, 11)), "计划安", 0)


def test_what_is_cut_out_leaves_two_runs() -> None:
    assert without(LINE, [(1, 2)]) == Line(((2, 3), (4, 5), (9, 12)), "学计划安排", 0)


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_part_is_as_long_as_its_text(start: int, end: int) -> None:
    cut = part(LINE, min(start, end), max(start, end))
    assert sum(stop - begin for begin, stop in cut.runs) == len(cut.text)
