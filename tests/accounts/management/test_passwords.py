"""Passwords that a command asks for."""

import io
import sys

import pytest
from django.core.exceptions import ValidationError

from tests.accounts.making import PASSWORD
from wenming.accounts.management.passwords import asked_password

pytestmark = pytest.mark.django_db


def test_a_line_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nmore"))
    assert asked_password(username="xuqing", full_name="许青") == PASSWORD


def test_a_weak_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("12345\n"))
    with pytest.raises(ValidationError):
        asked_password(username="xuqing", full_name="许青")
