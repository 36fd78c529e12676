"""Rows that say who without when, or when without who, are refused by the database itself."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.accounts.making import make_person
from wenming.accounts.models import Post, User

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


def is_kept(**fields: User | datetime | None) -> bool:
    """Whether the database takes a post with these fields."""
    try:
        with transaction.atomic():
            Post.objects.update(**fields)
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize(
    ("has_by", "has_at", "expected"),
    [(False, False, True), (True, True, True), (True, False, False), (False, True, False)],
)
def test_together(has_by: bool, has_at: bool, expected: bool) -> None:
    person = make_person()
    assert is_kept(given_by=person if has_by else None, given_at=NOON if has_at else None) == expected


@pytest.mark.parametrize(
    ("has_by", "has_at", "expected"),
    [(False, False, True), (True, True, True), (True, False, False), (False, True, True)],
)
def test_who_only_with_when(has_by: bool, has_at: bool, expected: bool) -> None:
    person = make_person()
    assert is_kept(ended_by=person if has_by else None, ended_at=NOON if has_at else None) == expected
