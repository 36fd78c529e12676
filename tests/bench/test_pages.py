"""Every page of work is opened in two databases in turn."""

from pathlib import Path

from bench import pages, year


def test_all_pages_are_opened_in_both(tmp_path: Path) -> None:
    for size in (year.FULL, year.FILLED):  # two small ones: what is measured is of no matter here
        (tmp_path / size).mkdir()
        year.make_database(tmp_path / size, year.SMALL)
        year.collect_static(tmp_path / size)
    times = pages.measure(tmp_path, rounds=1, opened=1)
    assert times[year.FULL].keys() == times[year.FILLED].keys() >= {pages.BOARD, pages.PLAIN, "search", "records"}
    assert all(
        seconds > 0 for found in times.values() for rounds in found.values() for one in rounds for seconds in one
    )


def test_of_a_hundred_openings_ninety_five_are_as_fast() -> None:
    assert pages.p95([float(number) for number in range(100, 0, -1)]) == 95
