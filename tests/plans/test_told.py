"""What is done to plans is told in the log: one event an action, of the plan."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from tests.plans import read
from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.audit.origin import OriginKind
from wenming.jobs import actions as jobs
from wenming.plans.actions import enforcing, importing, marking, saving, steps
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty, PlanVersion
from wenming.reading.model import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    """A person of the office."""
    return make_person()


def told() -> list[Event]:
    """The events of plans and jobs, the first one first."""
    return list(Event.objects.filter(thing_kind="plans.plan").order_by("number"))


def bring(me: User) -> PlanVersion:
    """A document handed in."""
    read.make_directory()
    file = SimpleUploadedFile("方案.txt", read.TEXT.encode())
    return importing.import_document(file=file, plan=None, by=me, at=now())


def test_importing_renaming_cancelling_reading_again_discarding(me: User) -> None:
    version = bring(me)
    importing.rename(plan=version.plan, title="新名称", by=me, at=now())
    importing.cancel(version=version, by=me, at=now())
    importing.read_again(version=version, by=me, at=now())
    key = str(version.plan_id)
    importing.discard(version=version, by=me, at=now())
    events = told()
    verbs = ["plans.import", "plans.rename", "jobs.ask_cancel", "jobs.retry", "plans.discard"]
    assert [event.verb for event in events] == verbs
    assert {(event.thing_id, event.by_id) for event in events} == {(key, me.pk)}
    assert (events[1].before, events[1].after) == ({"title": "方案"}, {"title": "新名称"})
    assert events[4].before["version"] == 1


def test_what_the_worker_does_is_told_as_done_by_it_for_who_asked(me: User) -> None:
    version = bring(me)
    with jobs.work_on(version.job_id or 0):
        saving.save_unreadable(version=version, code="file_empty", by=me, at=now())
    event = told()[-1]
    assert (event.verb, event.origin, event.by_id, event.succeeded) == ("plans.read", OriginKind.WORKER, me.pk, False)


def test_a_step_of_review_tells_what_the_mark_was_and_is(me: User) -> None:
    version = read.read_version(me)
    duty = read.duty_of(version, "教育局")
    seen = Seen("duty", duty.pk, duty.revision)
    span = (duty.start, duty.end)
    marking.correct_duty(version_id=version.pk, seen=seen, role=Role.SUPERVISING, span=span, by=me, at=now())
    steps.undo(version_id=version.pk, by=me, at=now())
    corrected, undone = told()[-2:]
    assert (corrected.verb, corrected.after["act"], corrected.before["role"]) == ("plans.review", "correct", duty.role)
    assert corrected.after["role"] == "supervising"
    assert (undone.after["act"], undone.after["undone"], undone.after["role"]) == ("undo", "correct", duty.role)


def test_confirming_all_is_one_event_with_the_count(me: User) -> None:
    version = read.read_version(me)
    before = len(told())
    duties = Duty.objects.filter(measure__version=version)
    marks = [Seen("duty", duty.pk, duty.revision) for duty in duties]
    step = marking.confirm(version_id=version.pk, marks=marks, by=me, at=now())
    event = told()[-1]
    assert len(told()) == before + 1
    assert (event.after["act"], event.after["count"], event.before) == ("confirm", len(step.changes), {})


def test_putting_in_force(me: User) -> None:
    version = read.read_version(me)
    enforcing.put_in_force(version_id=version.pk, in_spite_of_doubts=True, by=me, at=now())
    event = told()[-1]
    assert (event.verb, event.after) == ("plans.put_in_force", {"version": 1, "in_spite_of_doubts": True})
