"""The command, as a timer calls it."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from wenming.audit.models import Event
from wenming.backup.checking import check
from wenming.backup.keeping import NAME, kept

pytestmark = pytest.mark.django_db(transaction=True)


def backup(*arguments: Any) -> str:  # noqa: ANN401  # as typed
    out = StringIO()
    call_command("backup", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_to_a_folder_it_names_itself_and_keeps_the_newest(tmp_path: Path) -> None:
    for day in ("20", "21"):
        (tmp_path / f"wenming-2025-11-{day}-0300.tar.gz").touch()
    said = backup("--to", tmp_path, "--keep", 2)
    newest, older = kept(tmp_path)
    assert NAME.fullmatch(newest.name)
    assert older.name == "wenming-2025-11-21-0300.tar.gz"
    assert (str(newest) in said, "密钥不在里面" in said) == (True, True)
    assert check(newest).rows > 0


def test_the_log_tells_of_it(tmp_path: Path) -> None:
    backup(tmp_path / "a.tar.gz")
    event = Event.objects.get(verb="backup.make")
    assert event.after["file"] == str(tmp_path / "a.tar.gz")
    assert event.by is None


def test_with_the_key_it_warns(tmp_path: Path) -> None:
    assert "像保管密码一样" in backup(tmp_path / "a.tar.gz", "--with-secret")


def test_in_english(tmp_path: Path) -> None:
    assert "rows" in backup(tmp_path / "a.tar.gz", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "required"),
        (["x.tar.gz", "--keep", "2"], "--keep"),
        (["--to", ".", "--keep", "0"], "--keep"),
        (["/nowhere/x.tar.gz"], "/nowhere"),
    ],
)
def test_what_cannot_be_meant_is_said(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        backup(*arguments)
