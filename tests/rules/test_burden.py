"""The burden of a month."""

from datetime import date

from wenming.rules.burden import Asked, Load, load, middle

MONDAY = date(2026, 3, 2)


def test_a_month_is_counted() -> None:
    asked = [Asked(MONDAY, date(2026, 3, 4), 30), Asked(MONDAY, date(2026, 3, 9)), Asked(MONDAY)]
    found = load(asked, due=3, returned=1)
    assert found == Load(requests=3, due=3, returned=1, answered=2, days=4.5, minutes=30, said=1)
    assert found.asked == 7


def test_nothing_is_nothing() -> None:
    assert load([]) == Load()
    assert middle([]) is None
    assert middle([4, 0]) == 2
