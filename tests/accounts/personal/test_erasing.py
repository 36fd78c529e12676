"""Erasing: nothing of the person is left in any column of any table, and the log still holds."""

from datetime import timedelta

import pytest

from tests.accounts.making import make_person, make_unit
from tests.accounts.personal.everything import ADDRESS, AT, MARK, make_everything, texts_with
from wenming.accounts.actions import NewPost
from wenming.accounts.models import FailedSignIn, Invitation, Post, PostRole, User
from wenming.accounts.people import inviting
from wenming.accounts.people.stopping import stop
from wenming.accounts.personal import erasing
from wenming.accounts.personal.correcting import correct
from wenming.accounts.personal.retention import run_retention
from wenming.accounts.personal.tables import declared
from wenming.audit.checking import check
from wenming.audit.models import Detail, Event
from wenming.audit.telling import tell
from wenming.frameworks.models import Edition, EditionState
from wenming.places.models import Alias
from wenming.plans.models import PlanVersion, VersionState
from wenming.rules.personal_data import LEAST_LOG_DAYS
from wenming.scores.models import Round, RoundState

pytestmark = pytest.mark.django_db

LATER = AT + timedelta(days=2)
LONG_AFTER = AT + timedelta(days=LEAST_LOG_DAYS + 30)


@pytest.fixture
def security() -> User:
    return make_person("anquan", role=PostRole.SECURITY)


@pytest.fixture
def gone() -> User:
    """Somebody of whom everything is kept, and whose account has ended."""
    person = make_everything()
    Post.objects.filter(user=person).update(ended_at=AT, ended_by=person)
    PlanVersion.objects.update(state=VersionState.SUPERSEDED)
    Edition.objects.update(state=EditionState.SUPERSEDED)
    Round.objects.update(state=RoundState.CLOSED)
    Invitation.objects.filter(accepted_by=None).update(withdrawn=True)
    person.is_active = False
    person.save()
    return person


def test_the_person_of_the_test_is_in_every_table_that_can_be_about_somebody(gone: User) -> None:
    empty = [one.name for one in declared() if one.table.whose and not one.about(gone).exists()]
    assert empty == []
    assert [(one.name, name) for one in declared() for name in one.acts() if not one.done_by(gone, name).exists()] == []
    assert {"accounts_user.full_name", "audit_detail.value"} <= set(texts_with(MARK))


def test_only_sealed_details_of_the_log_are_left_and_in_their_time_nothing(gone: User, security: User) -> None:
    erasing.erase(person=gone, reason="本人书面申请", by=security, at=LATER)
    assert set(texts_with(MARK)) == {"audit_detail.value"}
    assert set(texts_with(ADDRESS)) == {"audit_detail.value"}
    assert check().findings == ()
    run_retention(LONG_AFTER)
    assert texts_with(MARK) == {}
    assert texts_with(ADDRESS) == {}
    report = check()
    assert (report.findings, report.erased > 0) == ((), True)


def test_details_that_the_law_no_longer_asks_for_go_at_once(gone: User, security: User) -> None:
    erasing.erase(person=gone, reason="到期", by=security, at=LONG_AFTER)
    assert texts_with(MARK) == {}


def test_what_is_sealed_is_shown_to_nobody(gone: User, security: User) -> None:
    def shown() -> str:
        return str([(one.thing, one.address, one.differences) for one in tell(list(Event.objects.all()))])

    assert MARK in shown()
    erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    assert MARK not in shown()
    assert ADDRESS not in shown()


def test_what_they_did_stays_told_by_a_number(gone: User, security: User) -> None:
    erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    gone.refresh_from_db()
    assert str(gone) == f"已注销人员 {gone.pk}"
    assert (gone.has_usable_password(), gone.is_active, gone.phone, gone.email) == (False, False, "", "")
    assert Alias.objects.get().learned_by == gone
    assert gone.posts.exists()


def test_the_dry_view_counts_what_then_happens_and_changes_nothing(gone: User, security: User) -> None:
    before = texts_with(MARK)
    planned, details = erasing.plan(gone), erasing.plan_details(gone, at=LATER)
    assert texts_with(MARK) == before
    erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    told = Event.objects.first()
    assert told is not None
    assert told.after["rows"] == sum(one.goes for one in planned)
    assert (told.after["details_erased"], told.after["details_sealed"]) == (details.erased, details.sealed)
    assert details.sealed == Detail.objects.filter(is_sealed=True).count()


def test_it_is_one_event_and_the_reason_can_go_too(gone: User, security: User) -> None:
    count = Event.objects.count()
    erasing.erase(person=gone, reason="本人书面申请", by=security, at=LATER)
    told = Event.objects.first()
    assert told is not None
    assert Event.objects.count() == count + 1
    assert (told.verb, told.by, "reason" in told.after) == ("accounts.erase_person", security, False)
    assert told.kept_details.get(name="after.reason").value == "本人书面申请"


def test_invitations_that_nobody_accepted_and_names_of_before_go_as_well(security: User) -> None:
    unit = make_unit()
    for phone in ("13800000001", "13800000001", "13900000002"):
        new = NewPost(role=PostRole.LIAISON, unit=unit)
        inviting.invite(full_name="欧阳晓", phone=phone, new=new, by=security, at=AT)
    person = make_person("ouyang", role=None)
    correct(person=person, full_name="欧阳晓", phone="13800000001", by=person, at=AT)
    correct(person=person, full_name="欧阳晓月", phone="13800000001", by=person, at=AT)
    correct(person=person, full_name="欧阳晓", phone="13800000001", by=person, at=AT)
    stop(person=person, by=security, at=AT)
    person.refresh_from_db()
    erasing.erase(person=person, reason="到期", by=security, at=LATER)
    assert [one.phone for one in Invitation.objects.all()] == ["13900000002"]
    assert set(texts_with("欧阳晓月")) == set(texts_with("13800000001")) == {"audit_detail.value"}
    unsealed = [str(value) for value in Detail.objects.filter(is_sealed=False).values_list("value", flat=True)]
    assert not [value for value in unsealed if "13800000001" in value or "欧阳晓月" in value]


def test_others_keep_all_of_theirs(gone: User, security: User) -> None:
    other = make_person("xuqing")
    FailedSignIn.objects.create(name_digest="of another", when=AT)
    stop(person=other, by=security, at=AT)
    before = Detail.objects.filter(person=other).count()
    erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    other.refresh_from_db()
    assert other.full_name == "xuqing先生"
    assert Detail.objects.filter(person=other, is_sealed=False).count() == before > 0
    assert FailedSignIn.objects.count() == 1


@pytest.mark.parametrize("still", ["active", "post", "work"])
def test_who_still_holds_something_hands_it_over_first(gone: User, security: User, still: str) -> None:
    if still == "active":
        User.objects.filter(pk=gone.pk).update(is_active=True)
        gone.refresh_from_db()
    elif still == "post":
        Post.objects.filter(user=gone).update(ended_at=None, ended_by=None)
    else:
        PlanVersion.objects.update(state=VersionState.REVIEW)
    assert len(erasing.in_the_way(gone)) == 1
    with pytest.raises(erasing.NotEnded):
        erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    gone.refresh_from_db()
    assert gone.full_name == MARK


def test_nobody_erases_themselves_or_somebody_twice(gone: User, security: User) -> None:
    with pytest.raises(erasing.OwnAccount):
        erasing.erase(person=security, reason="到期", by=security, at=LATER)
    erasing.erase(person=gone, reason="到期", by=security, at=LATER)
    with pytest.raises(erasing.AlreadyErased):
        erasing.erase(person=gone, reason="到期", by=security, at=LATER)
