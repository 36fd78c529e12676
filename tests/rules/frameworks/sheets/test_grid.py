"""Rows of text and stretched cells."""

import pytest

from tests.rules.frameworks.sheets.making import grid
from wenming.rules.frameworks.sheets.grid import cell_name


def test_what_a_cell_is_stretched_over() -> None:
    table = grid(["甲", "乙"], ["", "丙"], merged=((1, 2, 0, 0),))
    assert table.stretched(2, 0) == (1, 2, 0, 0)
    assert table.goes_on(2, 0)
    assert not table.goes_on(1, 0)
    assert table.stretched(2, 1) == (2, 2, 1, 1)
    assert cell_name(14, 2) == "C14"


def test_a_sheet_that_claims_to_be_stretched_all_over_costs_nothing() -> None:
    rows = [["甲"] * 60 for _number in range(2000)]
    table = grid(*rows, merged=tuple((1, 1_048_576, 0, 16_383) for _number in range(10_000)))
    assert table.goes_on(2, 0)


@pytest.mark.parametrize("merged", [((5, 9, 0, 3),), ((1, 1, 40, 90),)])
def test_cells_beyond_what_is_filled(merged: tuple[tuple[int, int, int, int], ...]) -> None:
    assert not grid(["甲"], merged=merged).goes_on(1, 0)
