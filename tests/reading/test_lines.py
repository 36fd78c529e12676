"""Lines are counted as an editor counts them."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.lines import Lines


def test_every_kind_of_line_end_counts_once() -> None:
    text = "一\r\n二\r三\n\n五"
    lines = Lines(text)
    assert [lines.number(text.index(word)) for word in "一二三五"] == [1, 2, 3, 5]


def test_an_empty_text_has_one_line() -> None:
    assert Lines("").number(0) == 1


@given(st.text("一 \r\n", max_size=40), st.integers(0, 40))
def test_the_number_is_one_more_than_the_line_ends_before(text: str, offset: int) -> None:
    place = min(offset, len(text))
    before = text[:place]
    ends = before.count("\n") + before.count("\r") - before.count("\r\n")
    ends -= text[place - 1 : place + 1] == "\r\n"  # between the two halves of one line end
    assert Lines(text).number(place) == ends + 1
