"""Files that mean harm: each is refused in a sentence, or kept and opened within limits; nothing falls over.

``--hostile 2000`` tries all of them, and opens each; otherwise some of each sort are tried.
"""

import resource
import time

import pytest
from django.test import Client
from pytest_django import Settings

from tests.work.evidence.hostile import SORTS, hostile
from tests.work.evidence.making import run_jobs
from wenming.jobs.models import Job, JobState
from wenming.places.models import Unit
from wenming.work.evidence.inside.picture import MEMORY, SECONDS
from wenming.work.evidence.words import PROBLEMS, REFUSALS
from wenming.work.models import Evidence

pytestmark = pytest.mark.django_db

EDGE = b"edge-of-the-parts"
END = b"--" + EDGE + b"--\r\n"
FORM = f"multipart/form-data; boundary={EDGE.decode()}"
SHARES = 8  # so that several processes may try them at once
JSON = {"Accept": "application/json"}
OPENED_EACH = 4  # of the few, every fourth is opened as well
CLOCK = 4.0  # times the processor's own time that may pass on a busy computer


@pytest.mark.parametrize("share", range(SHARES))
def test_hostile_files(
    share: int, liaison: Client, unit: Unit, settings: Settings, pytestconfig: pytest.Config
) -> None:
    settings.RATES = False
    count = int(pytestconfig.getoption("--hostile"))
    sentences = tuple(str(words) for words in REFUSALS.values())
    for number in range(share, count, SHARES):
        name, data = hostile(number)
        began = time.monotonic()
        answer = liaison.post("/evidence/add/", sent(unit, name, data), FORM, headers=JSON)
        if answer.status_code == 400 and not name.strip(". "):
            continue  # no name at all: Django does not go on with the form
        assert answer.status_code in {200, 422}, number
        told = answer.json()
        assert told["state"] == "taken" or told["words"].endswith(sentences) or not told["words"].isascii(), number
        if told["state"] == "taken" and (count > 500 or number // len(SORTS) % OPENED_EACH == 0):
            open_one(number, str(told["key"]))
        assert time.monotonic() - began < SECONDS * CLOCK, number
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


def sent(unit: Unit, name: str, data: bytes) -> bytes:
    """A form with the file under that very name, as no browser would send it."""
    named = name.replace('"', "%22").encode()
    parts = [
        b'name="unit"\r\n\r\n' + str(unit.pk).encode(),
        b'name="files"; filename="' + named + b'"\r\nContent-Type: image/jpeg\r\n\r\n' + data,
    ]
    return b"".join(b"--" + EDGE + b"\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + END


def open_one(number: int, key: str) -> None:
    """What was taken is opened: its copies are there, or a sentence says why not."""
    made = Evidence.objects.get(key=key)
    run_jobs(made)
    assert made.is_ready, number
    assert not made.problem or made.problem in PROBLEMS, (number, made.problem)
    assert Job.objects.latest("pk").state == JobState.DONE, number
    assert made.problem or made.kind not in {"photo", "pdf"} or made.thumbnail, number


def test_the_same_number_is_the_same_file() -> None:
    assert [hostile(number) for number in range(40)] == [hostile(number) for number in range(40)]


def test_all_sorts_are_tried() -> None:
    assert len({hostile(number)[1] for number in range(len(SORTS))}) == len(SORTS)
