"""Invitations: made, kept as a digest, taken back."""

import pytest

from tests.accounts.making import NOON, make_person, make_unit
from wenming.accounts.actions import NewPost, WrongPlace
from wenming.accounts.models import Invitation, PostRole
from wenming.accounts.people import inviting
from wenming.accounts.sign_in.actions import InvitationOver, accept_invitation
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def invite(by: str = "office") -> tuple[Invitation, str]:
    """An invitation to be liaison."""
    new = NewPost(role=PostRole.LIAISON, unit=make_unit())
    return inviting.invite(full_name="李敏", phone="13800000000", new=new, by=make_person(by), at=NOON)


def test_its_secret_opens_it_and_is_kept_nowhere() -> None:
    invitation, secret = invite()
    assert secret not in str(Invitation.objects.values().get())
    person = accept_invitation(secret=secret, username="limin", password="plum-rain-7788-Q", at=NOON)
    assert [(post.role, post.unit, post.given_by) for post in person.posts.all()] == [
        ("liaison", make_unit(), invitation.invited_by)
    ]


def test_it_lasts_some_days() -> None:
    invitation, secret = invite()
    assert invitation.expires == NOON + inviting.LASTS
    with pytest.raises(InvitationOver):
        accept_invitation(secret=secret, username="limin", password="plum-rain-7788-Q", at=invitation.expires)


def test_it_is_told_without_the_name() -> None:
    invitation, _secret = invite()
    event = Event.objects.get(verb="accounts.invite")
    assert (event.thing_id, event.after["role"]) == (str(invitation.pk), "liaison")
    assert "李敏" not in str([event.before, event.after, event.thing_name])


def test_an_administrator_has_no_unit() -> None:
    with pytest.raises(WrongPlace):
        new = NewPost(role=PostRole.AUDIT, unit=make_unit())
        inviting.invite(full_name="李敏", phone="", new=new, by=make_person(), at=NOON)


def test_taken_back_it_opens_nothing() -> None:
    invitation, secret = invite()
    inviting.withdraw(invitation=invitation, by=invitation.invited_by, at=NOON)
    with pytest.raises(InvitationOver):
        accept_invitation(secret=secret, username="limin", password="plum-rain-7788-Q", at=NOON)
    with pytest.raises(inviting.NotOpen):
        inviting.withdraw(invitation=invitation, by=invitation.invited_by, at=NOON)
