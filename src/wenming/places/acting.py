"""Who does what a request asks for, and when: the arguments that every action takes; and what comes of it in a form."""

from collections.abc import Callable
from datetime import datetime
from typing import TypedDict, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.forms import Form
from django.http import Http404, HttpRequest
from django.utils import timezone

from wenming.places import actions
from wenming.web import refusals

Made = TypeVar("Made")

_FIELDS_OF: refusals.FieldsOf = {
    actions.NameTaken: ("name",),
    actions.NoShortName: ("short",),
    actions.OwnParent: ("parents",),
    actions.SameUnit: ("into",),
    actions.WrongCode: ("code",),
    actions.WrongPlace: ("parent",),
    actions.NotYet: ("on",),
    actions.Dissolved: (),
    actions.NotEmpty: (),
}


class Acting(TypedDict):
    """Who, and when."""

    by: AbstractBaseUser
    at: datetime


def acting(request: HttpRequest) -> Acting:
    """The signed-in person, now."""
    if not isinstance(request.user, AbstractBaseUser):  # the middleware lets nobody else come here
        raise Http404
    return {"by": request.user, "at": timezone.now()}


def saved(form: Form, save: Callable[[], Made]) -> Made | None:
    """What saving made, or None where the form has to be shown again with what this room refused."""
    return refusals.saved(form, save, _FIELDS_OF)
