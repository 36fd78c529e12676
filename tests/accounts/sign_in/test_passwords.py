"""Which passwords are good enough."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from tests.accounts.making import NOON, PASSWORD, make_person, make_unit
from wenming.accounts.models import FormerPassword
from wenming.accounts.sign_in import actions
from wenming.accounts.sign_in.passwords import classes_of

pytestmark = pytest.mark.django_db


def faults(password: str) -> set[str]:
    """Why it is refused."""
    make_unit()
    person = make_person("liming-75", password=None)
    person.full_name = "李明"
    try:
        validate_password(password, person)
    except ValidationError as error:
        return {str(one.code) for one in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("preset", "password", "why"),
    [
        ("dengbao", "Plum-rain", set()),
        ("dengbao", "Plum-ra", {"password_too_short"}),
        ("dengbao", "plumrain77", {"password_too_plain"}),
        ("dengbao", "梅雨plum77-", set()),
        ("dengbao", "P@ssw0rd", {"password_too_common"}),
        ("dengbao", "Liming-75", {"password_too_similar"}),
        ("dengbao", "李明-Aa1xx", {"password_too_similar"}),
        ("dengbao", "青禾县2026-a", {"password_too_similar"}),
        ("dengbao", "Wenming@2026", {"password_too_similar"}),
        ("dengbao", "A1-" + "x" * 253, set()),
        ("dengbao", "A1-" + "x" * 254, {"password_too_long"}),
        ("asvs", "four plain words", set()),
        ("asvs", "202603052026", set()),  # no rule about kinds of characters
        ("asvs", "short words", {"password_too_short"}),
        ("asvs", "一二三四五六七八九十雨雪", set()),
        ("asvs", "we met at wenming square in the rain", set()),  # the word is a small part of it
    ],
)
def test_the_rules(settings: Settings, preset: str, password: str, why: set[str]) -> None:
    settings.SECURITY = preset
    assert faults(password) == why


def test_the_last_five_are_not_taken_again() -> None:
    person = make_person()
    for number in range(6):
        actions.change_password(user=person, password=f"Plum-rain-{number}", by=person, at=NOON)
    for number in range(6):
        assert _refused(person, f"Plum-rain-{number}") == (number > 0)
    assert not _refused(person, PASSWORD)
    assert FormerPassword.objects.filter(user=person).count() == 5


def _refused(person: object, password: str) -> bool:
    try:
        validate_password(password, person)  # type: ignore[arg-type]
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("password", "count"), [("", 0), ("abc", 1), ("Abc", 2), ("Abc1", 3), ("Abc1-", 4), ("中文", 1)]
)
def test_kinds_of_characters(password: str, count: int) -> None:
    assert classes_of(password) == count


@given(st.text(), st.text())
def test_more_characters_are_never_fewer_kinds(one: str, other: str) -> None:
    assert max(classes_of(one), classes_of(other)) <= classes_of(one + other) <= 4
