"""A unit with its liaison and the office, each with a browser, and a store of the test's own."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.plans.making import make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit
from wenming.work.models import Record


@pytest.fixture(autouse=True)
def stored(settings: Settings, tmp_path: Path) -> None:
    """Files and pieces of files go to a folder of the test."""
    settings.MEDIA_ROOT, settings.UPLOADS = tmp_path / "files", tmp_path / "uploads"


@pytest.fixture
def unit() -> Unit:
    """Whose evidence it is."""
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
def record(unit: Unit, me: User) -> Record:
    """What is to be proved: something of 5 March 2026."""
    return make_record(unit, me)


@pytest.fixture
def liaison(me: User) -> Client:
    """The liaison's browser."""
    return browser_of(me)


@pytest.fixture
def at_office(office: User) -> Client:
    """The office's browser."""
    return browser_of(office)


def browser_of(person: User) -> Client:
    """A browser in which that person is signed in."""
    client = Client()
    client.force_login(person)
    return client
