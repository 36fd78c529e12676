"""The way in, below the pages."""

from datetime import timedelta

import pytest
from django.contrib.auth import hashers
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import FailedSignIn, User
from wenming.accounts.sign_in import entering
from wenming.accounts.sign_in.attempts import MustWait
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

ARGON2 = "django.contrib.auth.hashers.Argon2PasswordHasher"
PBKDF2 = "django.contrib.auth.hashers.PBKDF2PasswordHasher"


def request() -> HttpRequest:
    """From a browser that nobody knows."""
    asked = RequestFactory().post("/sign-in/")
    asked.session = SessionStore()
    return asked


def test_the_right_password_leaves_no_failure() -> None:
    person = make_person()
    assert entering.person_of(request(), name="xuqing", password=PASSWORD, at=timezone.now()) == person
    assert not FailedSignIn.objects.exists()


@pytest.mark.parametrize("name", ["xuqing", "nobody"])
def test_a_wrong_one_leaves_one_whoever_it_is(name: str) -> None:
    make_person()
    assert entering.person_of(request(), name=name, password="wrong", at=timezone.now()) is None
    assert FailedSignIn.objects.count() == 1
    assert Event.objects.filter(verb="accounts.fail_sign_in").count() == 1


def test_an_account_that_was_stopped_answers_like_a_wrong_password() -> None:
    make_person()
    User.objects.update(is_active=False)
    assert entering.person_of(request(), name="xuqing", password=PASSWORD, at=timezone.now()) is None


@pytest.mark.parametrize("name", ["nobody", "sample"])
def test_a_password_is_hashed_for_names_without_one_as_well(
    settings: Settings, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_person("sample", password=None)
    settings.PASSWORD_HASHERS = [ARGON2]
    hashed: list[str] = []
    encode = hashers.Argon2PasswordHasher.encode

    def counting(self: hashers.Argon2PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.Argon2PasswordHasher, "encode", counting)
    entering.person_of(request(), name=name, password="wrong", at=timezone.now())
    assert len(hashed) == 1


def test_a_password_that_was_hashed_otherwise_is_hashed_anew(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [PBKDF2]
    make_person()
    settings.PASSWORD_HASHERS = [ARGON2, PBKDF2]
    assert entering.person_of(request(), name="xuqing", password=PASSWORD, at=timezone.now())
    assert User.objects.get().password.startswith("argon2$argon2id$")


def test_signing_in_is_told_with_its_means(client: Client) -> None:
    make_person()
    client.post("/sign-in/", {"username": "xuqing", "password": PASSWORD})
    event = Event.objects.get(verb="accounts.sign_in")
    assert event.after == {"means": ["password"]}
    assert event.kept_details.get(name="address").value == "127.0.0.1"


def test_the_session_has_a_new_key(client: Client) -> None:
    make_person()
    client.get("/invitation/a-secret/")  # something that begins a session
    before = client.session.session_key
    client.post("/sign-in/", {"username": "xuqing", "password": PASSWORD})
    assert before
    assert client.session.session_key != before


def test_how_long_to_wait_is_said_in_words() -> None:
    at = timezone.now()
    assert "请等10 分钟再试" in entering.wait_words(MustWait(at + timedelta(minutes=9, seconds=30)), at=at)
