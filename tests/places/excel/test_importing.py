"""Handing in, comparing again, confirming, cancelling, giving up: who may not, and what becomes of the file."""

from typing import Any

import pytest
from django.core.files.storage import default_storage

from tests.places.excel import making
from tests.plans.making import NOON, make_area, make_person
from wenming.accounts.models import User
from wenming.jobs.models import JobState
from wenming.places.excel import importing
from wenming.places.models import DirectoryImport

pytestmark = pytest.mark.django_db
DATA = making.units(("", "青禾县体育局", "", "政府部门", "青禾县"))


@pytest.fixture
def me() -> User:
    make_area()
    return make_person()


def test_the_same_bytes_are_kept_once_and_as_long_as_somebody_needs_them(
    me: User, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    one, other = making.compared(DATA, me), making.compared(DATA, me)
    path = str(one.file.name)
    assert other.file.name == path
    for gone, is_left in ((one, True), (other, False)):
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            importing.discard(one=gone)
        assert default_storage.exists(path) == is_left


def test_nothing_is_done_while_something_is_being_done(me: User) -> None:
    one = making.handed_in(DATA, me)
    given: dict[str, Any] = {"one": one, "scope": making.EVERYWHERE, "by": me, "at": NOON}
    for act in (importing.compare_again, importing.confirm):
        with pytest.raises(importing.NotReady):
            act(**given)
    with pytest.raises(importing.NotReady):
        importing.discard(one=one)


def test_cancelled_before_it_began(me: User) -> None:
    one = making.handed_in(DATA, me)
    importing.cancel(one=one, by=me, at=NOON)
    assert making.job_of(making.work(one)).state == JobState.CANCELLED
    with pytest.raises(importing.NotReady):
        importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)


def test_what_was_applied_is_not_applied_or_given_up_again(me: User) -> None:
    one = making.applied(DATA, me)
    with pytest.raises(importing.NotReady):
        importing.confirm(one=one, scope=making.EVERYWHERE, by=me, at=NOON)
    with pytest.raises(importing.NotReady):
        importing.discard(one=one)
    assert DirectoryImport.objects.get().applied_by == me
