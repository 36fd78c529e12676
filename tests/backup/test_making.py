"""A backup is one moment, whatever others do meanwhile; and there is never half a one under its name."""

import hashlib
import re
import signal
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.backup.archives import members_of
from tests.backup.conftest import NewPlace
from tests.backup.places import Place
from wenming.backup.checking import check
from wenming.backup.making import CannotBackUp, make

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)

# Versions that come with 20 measures, an event and a document each; there are never more than 150.
WRITE = """
import hashlib
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.audit.recording import action, record
from wenming.plans.models import Measure, Plan, PlanVersion
by, plan = User.objects.get(username="writer"), Plan.objects.get()

@action
def add(number):
    content = str(number).encode() * 1000
    name = default_storage.save("plans/" + hashlib.sha256(content).hexdigest(), ContentFile(content))
    version = PlanVersion.objects.create(plan=plan, number=number, document=name, file_name="a", sha256="0" * 64,
        uploaded_by=by, uploaded_at=now(), handled_by=by, text="文" * 5000)
    Measure.objects.bulk_create(Measure(version=version, position=at, title="措施", text="措施", start=at, end=at + 1)
        for at in range(20))
    record("plans.import", plan, by=by, at=now(), after={"version": number})

@action
def remove(number):
    version = PlanVersion.objects.get(number=number)
    version.delete()
    record("plans.discard", plan, by=by, at=now(), after={"version": number})
    return version.document.name

def work(number):
    add(number)
    if number > 150:
        default_storage.delete(remove(number - 150))

"""
BEGIN = """
import django
django.setup()
from django.utils.timezone import now
from wenming.accounts.models import User
from wenming.places.models import Area
from wenming.plans.models import Plan
by = User.objects.create_user(username="writer", full_name="写")
Plan.objects.create(title="方案", area=Area.objects.create(name="县", kind="county"), created_by=by, created_at=now())
"""
LOOP = (
    WRITE
    + """
import time
number = 0
print("on", flush=True)
while True:
    number += 1
    work(number)
    time.sleep(0.01)
"""
)
LATER = "import django; django.setup(); from wenming.audit.models import Tip; print(Tip.objects.get().number)"
MANY = WRITE + "for number in range(1, 11):\n    work(number)\n"


@pytest.fixture
def busy(new_place: NewPlace, request: pytest.FixtureRequest) -> Place:
    """A place with one plan."""
    place = new_place(request.param)
    assert place.wenming("manage", "migrate", "-v0").returncode == 0
    place.script(BEGIN)
    return place


@pytest.mark.parametrize("busy", ["sqlite", "postgresql"], indirect=True)
def test_it_is_one_moment_while_others_write(busy: Place, new_place: NewPlace, tmp_path: Path) -> None:
    writer = busy.start("-c", LOOP)
    assert writer.stdout is not None
    try:
        assert writer.stdout.readline() == "on\n"
        path = tmp_path / "busy.tar.gz"
        done = busy.wenming("backup", path)
        assert (done.returncode, done.stderr) == (0, "")
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()
    head = check(path).head.number
    whole(path, new_place("sqlite"), head)
    later = int(busy.script(LATER))
    assert 0 < head < later - 1  # somebody wrote before and after, beside the event of the backup


def whole(path: Path, place: Place, head: int) -> None:
    """The log has no gap, and says the same as the rows: every version with all its measures and its document."""
    done = place.wenming("restore", path)
    assert (done.returncode, "日志完整" in done.stdout) == (0, True), done.stderr
    found = place.everything()
    events = [event for number, event in found["rows"]["audit.event"].items() if int(number) <= head]
    verbs = Counter(event["verb"] for event in events)
    versions = found["rows"]["plans.planversion"]
    assert verbs["plans.import"] - verbs["plans.discard"] == len(versions)
    of_versions = Counter(str(measure["version_id"]) for measure in found["rows"]["plans.measure"].values())
    assert of_versions == dict.fromkeys(versions, 20)
    asked = {version["document"] for version in versions.values()}
    assert asked == set(found["files"]) | set(check(path).gone)
    assert found["files"]


@pytest.mark.parametrize("busy", ["sqlite"], indirect=True)
def test_killed_it_leaves_nothing_under_its_name(busy: Place, tmp_path: Path) -> None:
    busy.script(MANY)
    for wait in (0.0, 0.01, 0.03):
        running = busy.start("-m", "wenming", "backup", "--to", tmp_path)
        while not list(tmp_path.glob(".wenming-*.part")) and running.poll() is None:
            time.sleep(0.001)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        if running.returncode == -signal.SIGKILL:
            assert list(tmp_path.glob("wenming-*")) == []
    assert list(tmp_path.glob(".wenming-*.part"))  # one at least was killed at work
    assert busy.wenming("backup", tmp_path / "wenming-after.tar.gz").returncode == 0


@pytest.mark.parametrize("busy", ["sqlite"], indirect=True)
def test_a_document_that_is_missing_is_told_and_the_rest_is_kept(busy: Place, tmp_path: Path) -> None:
    busy.script(WRITE + "work(1)\nwork(2)\n")
    first, second = (f"plans/{hashlib.sha256(text * 1000).hexdigest()}" for text in (b"1", b"2"))
    (busy.folder / "files" / first).unlink()
    path = tmp_path / "a.tar.gz"
    done = busy.wenming("backup", path)
    assert (done.returncode, first in done.stderr) == (1, True)
    assert (check(path).missing, [one.path for one in check(path).files]) == ((first,), [second])


@pytest.mark.django_db(transaction=True)
def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_text("mine")
    with pytest.raises(CannotBackUp, match="已经存在"):
        make(path, with_secret=False, at=NOON)
    assert path.read_text() == "mine"


@pytest.mark.django_db(transaction=True)
def test_where_there_is_no_room_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1000}))
    with pytest.raises(CannotBackUp, match=r"磁盘空间不够：需要 \d+ MB，只剩 1 MB"):
        make(tmp_path / "a.tar.gz", with_secret=False, at=NOON)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotBackUp, match=re.escape(str(tmp_path))):
        make(tmp_path / "nowhere/a.tar.gz", with_secret=False, at=NOON)


@pytest.mark.django_db(transaction=True)
def test_the_key_is_in_it_only_when_asked(tmp_path: Path) -> None:
    for asked in (False, True):
        made = make(tmp_path / f"{asked}.tar.gz", with_secret=asked, at=NOON)
        assert made.manifest == check(made.path)
        assert ("secret-key" in members_of(made.path)) == asked
