"""The page of results."""

from datetime import date

from bench.measuring import Result
from bench.page import page, row


def test_the_table_shows_what_is_broken() -> None:
    assert row(Result("a", "b", (1, 3, 2), 1.5)) == "| a | b | 2.00 | 1.00–3.00 | 1.5 | **no** |"
    assert row(Result("a", "b", (0.25,), None)) == "| a | b | 0.25 | 0.25–0.25 | – | – |"
    assert page([Result("a", "b", (0.5,), 1)], date(2026, 1, 2)).endswith("| a | b | 0.50 | 0.50–0.50 | 1 | yes |\n")
