"""What an action refuses, said in the form that asked for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.forms import Form
from django.http import Http404

Made = TypeVar("Made")
FieldsOf = Mapping[type[ValueError], Sequence[str]]  # a refusal → the fields at which it may be said, the best first


def saved(form: Form, save: Callable[[], Made], fields_of: FieldsOf) -> Made | None:
    """What saving made; None where the form has to be shown again with what is wrong.

    A refusal is said at the first field of ``fields_of`` that the form has, else above the form. What is gone since the
    page was asked for is answered with 404.
    """
    if not form.is_valid():
        return None
    try:
        return save()
    except tuple(fields_of) as error:
        names = next(fields for kind, fields in fields_of.items() if isinstance(error, kind))
        form.add_error(next((name for name in names if name in form.fields), None), str(error))
    except ObjectDoesNotExist as error:
        raise Http404 from error
    return None
