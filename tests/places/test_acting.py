"""Who acts, and what is said when an action refuses."""

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory

from tests.plans.making import make_person
from wenming.places import actions
from wenming.places.acting import acting, saved
from wenming.places.models import Unit


class NameForm(forms.Form):
    name = forms.CharField()


def refuse(error: Exception) -> str:
    raise error


@pytest.mark.parametrize(
    ("error", "field"), [(actions.NameTaken("有了"), "name"), (actions.SameUnit("同一个"), "__all__")]
)
def test_a_refusal_is_said_at_its_field_or_above_all(error: ValueError, field: str) -> None:
    form = NameForm({"name": "甲局"})
    assert saved(form, lambda: refuse(error)) is None
    assert form.errors == {field: [str(error)]}


def test_what_is_gone_is_not_there() -> None:
    with pytest.raises(Http404):
        saved(NameForm({"name": "甲局"}), lambda: refuse(Unit.DoesNotExist()))


def test_nothing_is_saved_from_a_wrong_form() -> None:
    assert saved(NameForm({}), lambda: refuse(AssertionError())) is None


@pytest.mark.django_db
def test_somebody_signed_in_acts() -> None:
    request = RequestFactory().get("/")
    request.user = make_person()
    assert acting(request)["by"] == request.user
    request.user = AnonymousUser()
    with pytest.raises(Http404):
        acting(request)
