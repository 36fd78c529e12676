"""Counts with their words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.work.records.outcomes import MOST, NoCount, Produced, as_text, produced_in

LINES = [
    ("2部", Produced(Decimal(2), "部")),
    ("2 部 影片", Produced(Decimal(2), "部", "影片")),
    ("300份：宣传单", Produced(Decimal(300), "份", "宣传单")),
    ("宣传单 300 份", Produced(Decimal(300), "份", "宣传单")),
    ("宣传单300份", Produced(Decimal(300), "份", "宣传单")),
    ("2.5 小时 讲座", Produced(Decimal("2.5"), "小时", "讲座")),
]


@pytest.mark.parametrize(("line", "made"), LINES)
def test_a_line(line: str, made: Produced) -> None:
    assert produced_in(line) == (made,)


@pytest.mark.parametrize("line", ["很多影片", "部", "300", "1234567890 份", f"2 部 {'长' * 101}"])
def test_a_line_without_a_count_is_named(line: str) -> None:
    with pytest.raises(NoCount) as caught:
        produced_in(f"2部\n\n{line}")
    assert caught.value.line == 3


def test_not_without_end() -> None:
    with pytest.raises(NoCount):
        produced_in("2部\n" * (MOST + 1))


_MADE = st.builds(
    Produced,
    st.decimals(0, 999_999, places=2),
    st.sampled_from(["部", "篇", "场次", "平方米"]),
    st.sampled_from(["", "影片", "环境整治"]),
)


@given(st.lists(_MADE, max_size=MOST))
def test_what_is_shown_for_changing_is_read_as_the_same(outputs: list[Produced]) -> None:
    assert produced_in(as_text(outputs)) == tuple(outputs)
