"""The pages of personal data."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from tests.accounts.making import NOON, PASSWORD, make_person
from wenming.accounts.models import Notice, PostRole, User
from wenming.accounts.personal.notice import keep_notice
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def signed_in(person: User) -> Client:
    """A browser in which the person has just said who they are."""
    client = Client()
    client.post(reverse("accounts:sign_in"), {"username": person.username, "password": PASSWORD})
    return client


def names_in(answer: HttpResponseBase) -> list[str]:
    with zipfile.ZipFile(BytesIO(answer.getvalue())) as archive:
        return archive.namelist()


@pytest.fixture
def security() -> User:
    return make_person("anquan", role=PostRole.SECURITY)


@pytest.fixture
def person() -> User:
    return make_person("xuqing", role=None)


def test_anybody_reads_the_notice(client: Client, person: User) -> None:
    for browser in (client, signed_in(person)):
        answer = browser.get(reverse("accounts:notice"))
        assert answer.status_code == 200
        assert "您的权利" in answer.content.decode()
    assert reverse("accounts:notice") in client.get(reverse("accounts:sign_in")).content.decode()


def test_an_earlier_notice_can_be_read(client: Client) -> None:
    keep_notice(NOON)
    Notice.objects.create(
        version="0a1b2c3d", since=NOON, text={"handler": "从前的办公室", "contact": "", "entries": []}
    )
    page = client.get(reverse("accounts:notice"), {"version": "0a1b2c3d"}).content.decode()
    assert "从前的办公室" in page
    assert client.get(reverse("accounts:notice"), {"version": "-\0"}).status_code in {200, 400}


def test_one_corrects_ones_own_name(person: User) -> None:
    client = signed_in(person)
    answer = client.post(reverse("accounts:correct"), {"full_name": "许清", "phone": ""})
    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.full_name == "许清"
    assert client.post(reverse("accounts:correct"), {"full_name": ""}).status_code == 422


@pytest.mark.parametrize("name", ["correct", "take_own"])
def test_who_has_not_just_said_who_they_are_is_asked(person: User, name: str) -> None:
    client = Client()
    client.force_login(person)
    session = client.session
    session["wenming_confirmed"] = int((now() - timedelta(hours=1)).timestamp())
    session.save()
    for answer in (client.get(reverse(f"accounts:{name}")), client.post(reverse(f"accounts:{name}"))):
        assert answer.headers["Location"].startswith(reverse("accounts:confirm"))


def test_one_takes_ones_own_data(person: User) -> None:
    client = signed_in(person)
    assert client.get(reverse("accounts:take_own")).status_code == 200
    answer = client.post(reverse("accounts:take_own"))
    assert names_in(answer) == ["personal-data.json", "个人信息.html"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_security_administrator_hands_out_anothers_with_a_reason(security: User, person: User) -> None:
    client, address = signed_in(security), reverse("accounts:take_for", args=[person.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    assert len(names_in(client.post(address, {"reason": "本人书面申请"}))) == 2
    told = Event.objects.first()
    assert told is not None
    assert (told.verb, told.role) == ("accounts.hand_out_data", "security")


def test_erasing_says_first_what_is_in_the_way_and_needs_the_user_name(security: User, person: User) -> None:
    client, address = signed_in(security), reverse("accounts:erase", args=[person.pk])
    asked = {"reason": "离岗", "username": "xuqing"}
    assert "还不能注销" in client.get(address).content.decode()
    assert client.post(address, asked).status_code == 422
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert "还不能注销" not in client.get(address).content.decode()
    assert client.post(address, asked | {"username": "许青"}).status_code == 422
    assert client.post(address, asked).status_code == 302
    person.refresh_from_db()
    assert person.erased_on is not None
    assert client.get(address).status_code == 404


def test_nobody_is_offered_to_erase_themselves(security: User) -> None:
    page = signed_in(security).get(reverse("accounts:erase", args=[security.pk])).content.decode()
    assert "不能注销自己" in page


def test_the_office_does_neither(person: User) -> None:
    client = signed_in(make_person("banshi"))
    for name in ("take_for", "erase"):
        assert client.get(reverse(f"accounts:{name}", args=[person.pk])).status_code == 404
