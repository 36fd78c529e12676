"""Making the three administrators by command."""

import io
import sys

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import NOBODY_TWICE, User

pytestmark = pytest.mark.django_db


def appoint(monkeypatch: pytest.MonkeyPatch, role: str, password: str = PASSWORD) -> str:
    """Run the command with a password on its input; what it said."""
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    call_command("appoint", role, "--username", f"wang-{role}", "--name", "王恪", stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("role", NOBODY_TWICE)
def test_it_works(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"王恪 可以用“wang-{role}”登录" in appoint(monkeypatch, role)
    person = authenticate(username=f"wang-{role}", password=PASSWORD)
    assert isinstance(person, User)
    assert [(post.role, post.unit) for post in person.posts.all()] == [(role, None)]


def test_a_name_in_use_or_a_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    make_person("wang-audit")
    with pytest.raises(CommandError, match="已有人使用"):
        appoint(monkeypatch, "audit")
    with pytest.raises(CommandError):
        appoint(monkeypatch, "system", "12345")
    assert User.objects.count() == 1


def test_nobody_else_is_made_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError):
        appoint(monkeypatch, "office")
