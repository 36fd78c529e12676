"""The steps of signing in after the first; their pages stand in test_second_factor_views."""

import pytest
from allauth.account.models import Login
from allauth.account.stages import LoginStageController
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from tests.accounts.making import make_person
from wenming.accounts.sign_in import second_factor
from wenming.accounts.sign_in.stages import SecondStep

pytestmark = pytest.mark.django_db


def stage(*, with_factor: bool) -> SecondStep:
    """The second step of somebody who has given the password."""
    person = make_person()
    if with_factor:
        second_factor.set_up(person, secret=second_factor.new_secret(), counter=0)
    request = RequestFactory().get("/")
    request.session = SessionStore()
    login = Login(user=person)
    return SecondStep(LoginStageController(request, login), request, login)


def test_who_has_a_second_factor_is_sent_to_our_page() -> None:
    answer, _goes_on = stage(with_factor=True).handle()
    assert answer is not None
    assert answer["Location"] == "/sign-in/code/"


def test_others_go_on() -> None:
    assert stage(with_factor=False).handle() == (None, True)


def test_giving_up_leads_to_the_beginning() -> None:
    assert stage(with_factor=True).abort()["Location"] == "/sign-in/"
