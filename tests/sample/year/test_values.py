"""The values of a year can be compared and told, so that two years can be held against each other."""

from tests.sample.year.making import make_small_year


def test_what_is_told_of_a_year_is_all_that_is_in_it() -> None:
    year = make_small_year()
    assert "object at" not in repr(year)
    assert hash(year) == hash(make_small_year())
