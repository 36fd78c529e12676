"""Several reviewers at the same moment, in processes of their own, on the database that is asked for."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection

ROOT = Path(__file__).parents[3]
PEOPLE = 3
TURNS = 6

SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.plans import read
print(read.duty_of(read.read_version(), "教育局").pk)
"""

# Each takes turns at the same unit: looks, then corrects what it saw, as a form would that was open meanwhile.
TAKE_TURNS = """
import sys, time, django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.plans.actions import marking, steps
from wenming.plans.models import Duty
from wenming.reading.model import Role
by, saved, late = User.objects.get(), 0, 0
for turn in range(int(sys.argv[2])):
    duty = Duty.objects.select_related("measure").get(pk=sys.argv[1])
    seen = marking.Seen("duty", duty.pk, duty.revision)
    role = Role.LEAD if duty.role == "responsible" else Role.RESPONSIBLE
    time.sleep(0.01)
    try:
        span = (duty.start, duty.end)
        marking.correct_duty(
            version_id=duty.measure.version_id, seen=seen, role=role, span=span, by=by, at=now()
        )
        saved += 1
    except steps.Stale:
        late += 1
print(saved, late)
"""

COUNT = """
import sys, django
django.setup()
from wenming.plans.models import Duty, Step
print(Duty.objects.get(pk=sys.argv[1]).revision, Step.objects.count())
"""


@pytest.fixture
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """Where the processes find their database: a file of their own, or that of the tests' PostgreSQL server."""
    settled = {**os.environ, "WENMING_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
    if connection.vendor == "postgresql":
        request.getfixturevalue("transactional_db")  # and afterwards the tests' database is empty again
        there = connection.settings_dict
        host = urlencode({"host": there["HOST"]})
        settled["WENMING_DATABASE_URL"] = f"postgresql://{there['USER']}@/{there['NAME']}?{host}"
    return settled


def _run(environment: dict[str, str], script: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _said(running: "subprocess.Popen[str]") -> list[int]:
    out, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    return [int(word) for word in out.split()]


def test_no_change_is_lost_and_none_overwrites_unseen(environment: dict[str, str]) -> None:
    (duty,) = _said(_run(environment, SET_UP))
    everybody = [_run(environment, TAKE_TURNS, duty, TURNS) for _ in range(PEOPLE)]
    counts = [_said(one) for one in everybody]
    saved = sum(one for one, _late in counts)
    assert saved + sum(late for _saved, late in counts) == PEOPLE * TURNS
    assert _said(_run(environment, COUNT, duty)) == [saved, saved]
