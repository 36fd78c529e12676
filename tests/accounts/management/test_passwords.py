"""Passwords that a command asks for."""

import io
import sys
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError

from tests.accounts.making import PASSWORD
from wenming.accounts.management import passwords
from wenming.accounts.management.passwords import asked_password

pytestmark = pytest.mark.django_db


def test_a_line_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nmore"))
    assert asked_password(username="xuqing", full_name="许青") == PASSWORD


class Keyboard(io.StringIO):
    """An input at which somebody types."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(("second", "is_taken"), [(PASSWORD, True), (f"{PASSWORD}r", False)])
def test_typed_twice(second: str, is_taken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    typed: Iterator[str] = iter([PASSWORD, second])
    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr(passwords, "getpass", lambda _prompt: next(typed))
    if is_taken:
        assert asked_password(username="xuqing", full_name="许青") == PASSWORD
    else:
        with pytest.raises(ValidationError, match="不一样"):
            asked_password(username="xuqing", full_name="许青")


def test_a_weak_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("12345\n"))
    with pytest.raises(ValidationError):
        asked_password(username="xuqing", full_name="许青")
