"""What the tests of this room's pages may use."""

import pytest
from django.test import Client

from tests.plans.making import make_person
from wenming.accounts.models import User


@pytest.fixture
def me() -> User:
    """Somebody of the county's office."""
    return make_person()


@pytest.fixture
def office(client: Client, me: User) -> Client:
    """A browser in which they are signed in."""
    client.force_login(me)
    return client
