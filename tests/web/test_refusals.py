"""Where a form says what an action refuses."""

import pytest
from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from wenming.web.refusals import saved


class Taken(ValueError):
    """A refusal."""


class TakenTwice(Taken):
    """A refusal of that kind."""


class TooLate(ValueError):
    """Another."""


FIELDS_OF = {Taken: ("code", "name"), TooLate: ()}


class NameForm(forms.Form):
    name = forms.CharField()


def refuse(error: Exception) -> str:
    raise error


def test_it_hands_on_what_was_made() -> None:
    form = NameForm({"name": "甲局"})
    assert saved(form, lambda: form.cleaned_data["name"], FIELDS_OF) == "甲局"


@pytest.mark.parametrize(
    ("error", "field"), [(Taken("有了"), "name"), (TakenTwice("有了"), "name"), (TooLate("晚了"), "__all__")]
)
def test_a_refusal_is_said_at_the_first_field_that_is_there_or_above_all(error: ValueError, field: str) -> None:
    form = NameForm({"name": "甲局"})
    assert saved(form, lambda: refuse(error), FIELDS_OF) is None
    assert form.errors == {field: [str(error)]}


def test_another_error_is_no_refusal() -> None:
    with pytest.raises(ZeroDivisionError):
        saved(NameForm({"name": "甲局"}), lambda: refuse(ZeroDivisionError()), FIELDS_OF)


def test_what_is_gone_is_not_there() -> None:
    with pytest.raises(Http404):
        saved(NameForm({"name": "甲局"}), lambda: refuse(ObjectDoesNotExist()), FIELDS_OF)


def test_nothing_is_saved_from_a_wrong_form() -> None:
    assert saved(NameForm({}), lambda: refuse(AssertionError()), FIELDS_OF) is None
