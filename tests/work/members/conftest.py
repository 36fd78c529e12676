"""People who enter and look over records, signed in."""

import pytest
from django.test import Client

from tests.plans.making import make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit


@pytest.fixture
def unit() -> Unit:
    """Whose records they are."""
    return make_unit("甲社区")


@pytest.fixture
def me(unit: Unit) -> User:
    """Its liaison."""
    return make_person("联络员", PostRole.LIAISON, unit)


@pytest.fixture
def office() -> User:
    """Somebody of the county's office."""
    return make_person("林晓")


@pytest.fixture
def liaison(me: User) -> Client:
    """The liaison's browser."""
    return _browser_of(me)


@pytest.fixture
def at_office(office: User) -> Client:
    """The office's browser."""
    return _browser_of(office)


def _browser_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client
