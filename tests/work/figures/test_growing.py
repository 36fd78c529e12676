"""Two figures in per cent of where they began."""

from datetime import date

from wenming.work.figures.growing import Pair, growing, in_per_cent

BEFORE, FIRST, MARCH = date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1)
PAIR = Pair("经费", "收入", FIRST)


def test_a_value_before_the_period_is_where_it_begins_else_the_first_in_it() -> None:
    assert in_per_cent({date(2025, 6, 1): 1, BEFORE: 200, MARCH: 230}, FIRST) == {BEFORE: 100, MARCH: 115}
    assert in_per_cent({FIRST: 50, MARCH: 40}, FIRST) == {FIRST: 100, MARCH: 80}


def test_from_nothing_nothing_grows() -> None:
    assert in_per_cent({BEFORE: 0, MARCH: 5}, FIRST) == in_per_cent({}, FIRST) == {}
    assert growing(PAIR, {"经费": {MARCH: 1}}).lacking == ["收入"]


def test_the_table_has_a_row_for_each_day_of_either() -> None:
    found = growing(PAIR, {"经费": {BEFORE: 100, MARCH: 108}, "收入": {BEFORE: 1000}})
    assert found.lacking == []
    assert found.rows == [(MARCH, [108, None]), (BEFORE, [100, 100])]
