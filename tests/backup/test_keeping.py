"""Names of backups, and which of them stay."""

from datetime import UTC, datetime
from pathlib import Path

from wenming.backup.keeping import keep_newest, kept, name_for


def test_the_name_is_by_the_countys_clock() -> None:
    assert name_for(datetime(2026, 11, 21, 19, 0, tzinfo=UTC)) == "wenming-2026-11-22-0300.tar.gz"


def test_the_newest_stay_and_nobody_elses_file_is_touched(tmp_path: Path) -> None:
    days = [f"wenming-2026-11-{day}-0300.tar.gz" for day in (20, 21, 22)]
    others = ["wenming-mine.tar.gz", "notes.txt", "wenming-2026-11-01-0300.tar.gz.sha256"]
    for name in [*days, *others]:
        (tmp_path / name).touch()
    assert [path.name for path in kept(tmp_path)] == days[::-1]
    assert [path.name for path in keep_newest(tmp_path, 2)] == days[:1]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*days[1:], *others])
    assert len(keep_newest(tmp_path, 0)) == 1  # the last one always stays
    assert [path.name for path in kept(tmp_path)] == days[2:]
