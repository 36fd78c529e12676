"""What is kept no longer than it must be goes by the clock, a piece at a time."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session

from tests.accounts.making import make_person
from tests.accounts.personal.everything import ADDRESS, AT, MARK, make_everything, texts_with
from wenming.accounts.models import Invitation, User
from wenming.accounts.personal import retention
from wenming.accounts.personal.periods import days_of
from wenming.accounts.personal.retention import run_retention
from wenming.accounts.personal.tables import declared
from wenming.audit.checking import check
from wenming.audit.models import Detail, Event
from wenming.audit.recording import action, record
from wenming.jobs.clock import registry
from wenming.rules.personal_data import Keeping

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@action
def tell(count: int, person: User) -> None:
    for _number in range(count):
        record("accounts.sign_in", person, by=person, at=AT)


def test_details_stay_as_long_as_the_settings_say_and_not_a_second_longer(settings: LazySettings) -> None:
    settings.KEEP_LOG_DAYS = 200
    tell(3, make_person())
    assert run_retention(AT + 200 * DAY) == 0
    assert run_retention(AT + 200 * DAY + SECOND) == 3
    assert check().findings == ()
    assert check().erased == 3


def test_a_large_table_goes_in_pieces_each_told_and_a_second_run_finds_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retention, "PIECE", 2)
    tell(5, make_person())
    later = AT + 2000 * DAY
    assert run_retention(later) == 5
    told = [event.after for event in Event.objects.filter(verb="accounts.run_retention").order_by("number")]
    assert [one["count"] for one in told] == [2, 2, 1]
    assert {(one["table"], one["keeping"]) for one in told} == {("audit.detail", "log")}
    assert run_retention(later) == 0


def test_what_a_run_that_was_killed_left_the_next_one_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "PIECE", 2)
    tell(5, make_person())
    one = next(one for one in declared() if one.model is Detail)
    retention._piece(one, one.table.removals[0], AT + 2000 * DAY)
    assert run_retention(AT + 2000 * DAY) == 3


def test_each_sort_goes_in_its_own_time() -> None:
    make_everything()
    assert run_retention(AT + 12 * timedelta(hours=1)) == 0
    run_retention(AT + 30 * DAY)
    assert {name.partition(".")[0] for name in texts_with(ADDRESS)} == {"accounts_failedsignin", "audit_detail"}
    assert Session.objects.count() == 0
    assert Invitation.objects.count() == 1
    run_retention(AT + (7 + 91) * DAY)
    assert Invitation.objects.count() == 0
    assert "accounts_user.full_name" in texts_with(MARK)


def test_every_removal_has_its_days() -> None:
    removals = {one.keeping for table in declared() for one in table.table.removals}
    assert removals == {
        Keeping.LOG,
        Keeping.SEALED,
        Keeping.INVITATIONS,
        Keeping.SIGN_UPS,
        Keeping.MEMBERS,
        Keeping.SESSIONS,
        Keeping.PRESENCE,
    }
    assert all(days_of(one) for one in removals)


def test_it_is_work_of_the_clock() -> None:
    assert registry()["accounts.run_retention"].do is run_retention
