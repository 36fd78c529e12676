"""Whoever signs in has a session that is counted."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.accounts.making import make_person
from wenming.accounts.sign_in import sessions

pytestmark = pytest.mark.django_db


def test_whatever_way_somebody_came(client: Client) -> None:
    person = make_person()
    client.force_login(person)
    row = UserSession.objects.get()
    assert (row.user, row.session_key) == (person, client.session.session_key)
    assert client.session[sessions.BEGAN] == client.session[sessions.SEEN]
