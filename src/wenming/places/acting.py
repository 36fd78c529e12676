"""Who does what a request asks for, and when: the arguments that every action takes; and what comes of it in a form."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypedDict, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.forms import Form
from django.http import Http404, HttpRequest
from django.utils import timezone

from wenming.places import actions
from wenming.places.models import Area, Unit, UnitClass

Made = TypeVar("Made")

# At which field a refusal is said, where the form has it; else above the form.
_FIELD_OF: Mapping[type[ValueError], str] = {
    actions.NameTaken: "name",
    actions.NoShortName: "short",
    actions.OwnParent: "parents",
    actions.SameUnit: "into",
    actions.WrongCode: "code",
    actions.WrongPlace: "parent",
    actions.NotYet: "on",
    actions.Dissolved: "",
    actions.NotEmpty: "",
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
    """What saving made, or None where the form has to be shown again with what is wrong."""
    if not form.is_valid():
        return None
    try:
        return save()
    except tuple(_FIELD_OF) as error:
        field = next((field for kind, field in _FIELD_OF.items() if isinstance(error, kind)), "")
        form.add_error(field if field in form.fields else None, str(error))
    except (Unit.DoesNotExist, UnitClass.DoesNotExist, Area.DoesNotExist) as error:  # gone since the page was asked for
        raise Http404 from error
    return None
