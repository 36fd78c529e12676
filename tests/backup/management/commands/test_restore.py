"""The command that only looks; what it does is tested with whole places in test_restoring.py."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.backup.places import Place
from wenming.audit.models import Event


def test_it_looks_without_writing(backup: Path) -> None:
    out = StringIO()
    call_command("restore", str(backup), "--check", stdout=out)
    assert "完整无损" in out.getvalue()
    assert "places.unit\n" in out.getvalue()


@pytest.mark.django_db
def test_a_database_with_something_in_it_is_left_alone(backup: Path) -> None:
    with pytest.raises(CommandError, match="不是空的"):
        call_command("restore", str(backup))
    assert not Event.objects.exists()


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="无法打开"):
        call_command("restore", str(tmp_path / "none.tar.gz"))


def test_the_command_is_typed_without_manage(backup: Path, county: Place) -> None:
    done = county.wenming("restore", backup, "--check", "--lang", "en")
    assert (done.returncode, "whole" in done.stdout) == (0, True)
