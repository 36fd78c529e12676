"""What the benchmarks of backups measure."""

from bench import backup


def test_both_ways_are_measured_against_the_rival() -> None:
    result = backup.both_ways(rows=200)
    assert "200 rows" in result.what
    assert result.median > 0
