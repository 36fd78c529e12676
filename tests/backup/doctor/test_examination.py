"""All checks are made, and one that cannot be made stops no other."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.accounts.making import NOON
from wenming.backup.doctor import examination
from wenming.backup.doctor.examination import CHECKS, MIGRATIONS, REACHABLE, examine
from wenming.backup.doctor.verdicts import Check, Grade, mend


@pytest.mark.django_db(transaction=True)
def test_every_check_says_something() -> None:
    found = list(examine(NOON))
    assert [check.code for check, _verdict in found] == [check.code for check in (REACHABLE, MIGRATIONS, *CHECKS)]
    assert len({check.code for check, _verdict in found}) == len(found)
    assert all(verdict.text and "没能检查" not in verdict.text for _check, verdict in found)


def test_without_a_database_the_rest_is_still_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    away = Check("database", "", lambda _at: mend("away"))
    monkeypatch.setattr(examination, "REACHABLE", away)
    assert [check for check, _verdict in examine(NOON)] == [
        away,
        *(check for check in CHECKS if not check.needs_database),
    ]


def test_a_check_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    settings.DATA = Path("/nowhere")
    monkeypatch.setattr(examination, "REACHABLE", Check("database", "", lambda _at: mend("away")))
    told = {check.code: verdict for check, verdict in examine(NOON)}
    assert (told["disk"].grade, "FileNotFoundError" in told["disk"].text) == (Grade.MEND, True)
    assert told["debug"].grade == Grade.OK
