"""Making an empty installation ready for its first person."""

import io
import sys

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import NOBODY_TWICE, PostRole, User
from wenming.places.models import Area, Unit

pytestmark = pytest.mark.django_db


def begin(monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD, *more: str) -> str:
    """Run the command with a password on its input; what it said."""
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    call_command("begin", "青禾县", "--username", "xuqing", "--name", "许青", *more, stdout=said)
    return said.getvalue()


def test_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "许青 可以用“xuqing”登录" in begin(monkeypatch)
    person = authenticate(username="xuqing", password=PASSWORD)
    assert isinstance(person, User)
    post = person.posts.get()
    assert post.unit is not None
    assert (post.role, post.unit.name, post.unit.short) == (PostRole.OFFICE, "青禾县精神文明建设办公室", "县文明办")
    assert post.unit.area.name == "青禾县"


def test_the_office_may_bear_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    begin(monkeypatch, PASSWORD, "--office", "中共青禾县委宣传部文明科")
    assert Unit.objects.get().name == "中共青禾县委宣传部文明科"


def test_a_weak_password_is_refused_and_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CommandError):
        begin(monkeypatch, "12345")
    assert not User.objects.exists()
    assert not Area.objects.exists()


def test_it_is_for_an_empty_installation_only(monkeypatch: pytest.MonkeyPatch) -> None:
    make_person("office")
    with pytest.raises(CommandError, match="已经有文明办的人员"):
        begin(monkeypatch)
    assert User.objects.count() == 1


def test_it_says_how_the_three_administrators_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    said = begin(monkeypatch)
    assert all(f"wenming manage appoint {role} " in said for role in NOBODY_TWICE)
