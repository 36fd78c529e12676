"""The reviewer and the plan that most tests of this room are about."""

import pytest
from django.test import Client

from tests.plans import read
from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.plans.models import PlanVersion


@pytest.fixture
def me() -> User:
    """A person of the office."""
    return make_person("沈知远")


@pytest.fixture
def version(me: User) -> PlanVersion:
    """The small plan of ``tests.plans.read``, waiting for review."""
    return read.read_version(me)


@pytest.fixture
def office(client: Client, me: User) -> Client:
    """Her browser."""
    client.force_login(me)
    return client
