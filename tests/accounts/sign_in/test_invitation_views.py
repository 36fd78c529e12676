"""A guest comes with the link of an invitation."""

import logging
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.accounts.making import make_person, make_unit
from wenming.accounts.actions import end_post
from wenming.accounts.models import Invitation, PostRole, User
from wenming.accounts.people.stopping import stop
from wenming.accounts.sign_in.attempts import digest_of
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

SECRET = "Kx3mQ7v2R9tYb4Lc8Np1"
LINK, PAGE = f"/invitation/{SECRET}/", "/invitation/"
GOOD = {"username": "limin", "new_password": "Plum-rain-7788", "again": "Plum-rain-7788"}


@pytest.fixture
def invitation() -> Invitation:
    """A liaison of 县教育局 is invited."""
    now = timezone.now()
    return Invitation.objects.create(
        secret_digest=digest_of(SECRET),
        full_name="李敏",
        phone="13800000000",
        role=PostRole.LIAISON,
        unit=make_unit("县教育局"),
        invited_by=make_person(),
        invited_at=now,
        expires=now + timedelta(days=7),
    )


def come(client: Client) -> HttpResponse:
    """Open the link."""
    return client.get(client.get(LINK)["Location"])  # type: ignore[return-value]


def accept(client: Client, **given: str) -> HttpResponse:
    """Send the form."""
    return client.post(PAGE, {**GOOD, **given})  # type: ignore[return-value]


class TestAccepting:
    def test_the_guest_has_an_account_and_the_post_and_is_in(self, client: Client, invitation: Invitation) -> None:
        page = come(client).content.decode()
        assert "李敏" in page
        assert "联络员" in page
        assert accept(client)["Location"] == "/"
        person = User.objects.get(username="limin")
        post = person.posts.get()
        assert (person.full_name, person.phone, person.added_by) == ("李敏", "13800000000", invitation.invited_by)
        assert (post.role, post.unit, post.given_by) == (PostRole.LIAISON, invitation.unit, invitation.invited_by)
        assert client.get("/account/").status_code == 200
        invitation.refresh_from_db()
        assert (invitation.accepted_by, person.password_set_on) == (person, timezone.localdate())
        assert Event.objects.filter(verb="accounts.accept_invitation", thing_id=str(person.pk)).count() == 1

    def test_a_name_in_use_keeps_the_invitation_open(self, client: Client, invitation: Invitation) -> None:
        come(client)
        answer = accept(client, username="xuqing")
        assert answer.status_code == 422
        assert "请换一个用户名" in answer.content.decode()
        assert accept(client).status_code == 302

    @pytest.mark.parametrize(
        "given",
        [
            {"new_password": "short", "again": "short"},
            {"again": "other"},
            {"username": ""},
            {"username": "ﬃ" * 100},  # each is kept as three letters
            {"username": "李敏\u202e"},
            {"username": "\ufdfa"},  # is kept with blanks in it
        ],
    )
    def test_what_is_wrong_is_said_at_the_field(
        self, client: Client, invitation: Invitation, given: dict[str, str]
    ) -> None:
        come(client)
        assert accept(client, **given).status_code == 422
        assert not User.objects.filter(full_name="李敏").exists()

    def test_it_is_accepted_once(self, client: Client, invitation: Invitation) -> None:
        come(client)
        accept(client)
        other = Client()
        assert "这个邀请已经用过了" in come(other).content.decode()
        assert accept(other, username="another").status_code == 422
        assert not User.objects.filter(username="another").exists()

    def test_whoever_used_the_browser_before_is_signed_out(self, client: Client, invitation: Invitation) -> None:
        client.force_login(invitation.invited_by)
        come(client)
        accept(client)
        assert "limin" in client.get("/account/").content.decode()


class TestOver:
    @pytest.mark.parametrize(
        ("changed", "said"),
        [
            ({"expires": timezone.now() - timedelta(minutes=1)}, "已经过期"),
            ({"withdrawn": True}, "已经撤回"),
            ({"secret_digest": digest_of("another")}, "可能没有复制完整"),
        ],
    )
    def test_one_clear_sentence(
        self, client: Client, invitation: Invitation, changed: dict[str, object], said: str
    ) -> None:
        Invitation.objects.update(**changed)
        answer = come(client)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert said in accept(client).content.decode()

    @pytest.mark.parametrize("lost", ["post", "account", "reach"])
    def test_of_who_may_not_give_the_post_any_more(self, client: Client, invitation: Invitation, lost: str) -> None:
        come(client)
        host = invitation.invited_by
        if lost == "post":
            end_post(post=host.posts.get(), by=None, at=timezone.now())
        elif lost == "account":
            stop(person=host, by=make_person("wangke", role=PostRole.SECURITY), at=timezone.now())
        else:
            Invitation.objects.update(role=PostRole.OFFICE)
        assert "现在不能安排这个职务" in accept(client).content.decode()
        assert not User.objects.filter(username="limin").exists()

    def test_without_a_link_there_is_none(self, client: Client) -> None:
        assert "可能没有复制完整" in client.get(PAGE).content.decode()


class TestSecret:
    def test_it_is_gone_from_the_address_at_once(self, client: Client, invitation: Invitation) -> None:
        answer = client.get(LINK)
        assert answer["Location"] == PAGE
        assert answer["Referrer-Policy"] == "no-referrer"
        assert client.get(PAGE)["Referrer-Policy"] == "same-origin"
        assert SECRET not in client.get(PAGE).content.decode()

    def test_it_is_not_logged(self, client: Client, invitation: Invitation, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            come(client)
            accept(client, new_password="short")
        assert SECRET not in caplog.text
        assert SECRET not in str(list(Event.objects.values()))
