"""``wenming manage password``."""

import io
import sys

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import Client

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import User
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db
NEW = "qinghe-2026-autumn"


def give(monkeypatch: pytest.MonkeyPatch, username: str, password: str = NEW) -> None:
    """Run the command with a password on its input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    call_command("password", username, stdout=io.StringIO())


def test_who_forgot_theirs_signs_in_and_takes_one_of_their_own(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make_person()
    client.force_login(person)
    give(monkeypatch, "xuqing")
    assert client.get("/account/").status_code == 302, "every session is ended"
    assert authenticate(username="xuqing", password=PASSWORD) is None
    client.force_login(authenticate(username="xuqing", password=NEW) or User())
    assert client.get("/").headers["Location"].startswith("/account/password/")
    assert Event.objects.filter(verb="accounts.give_password", by=None).count() == 1


def test_a_weak_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    make_person()
    with pytest.raises(CommandError):
        give(monkeypatch, "xuqing", "12345")
    assert authenticate(username="xuqing", password=PASSWORD) is not None


@pytest.mark.parametrize("username", ["nobody", "xuqing"])
def test_only_for_who_may_sign_in(username: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person()
    User.objects.update(is_active=False)
    with pytest.raises(CommandError, match=username):
        give(monkeypatch, username)
