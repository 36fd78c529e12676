"""Choosing units by searching for them: what is chosen stays ticked, what is found stands below it.

A directory may hold thousands of units, too many for one list to choose from. It works with the keyboard alone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.safestring import SafeString

from wenming.places.models import Unit
from wenming.places.queries import units_found
from wenming.web.access import needs
from wenming.web.content import keys_in_reach
from wenming.web.numbers import keys_in
from wenming.web.searching import searched

MOST_CHOSEN = 1000
_FOUND = 12  # as many as a person looks through before typing another character


class UnitPicker(forms.SelectMultiple):
    """Any number of units, or at most one."""

    use_fieldset = True

    def __init__(self, *, many: bool = True) -> None:
        super().__init__()
        self._many = many

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:  # noqa: ANN401 - as Django has it
        """What is ticked."""
        chosen = super().value_from_datadict(data, files, name)
        return keys_in_reach(chosen or ()) if self._many else data.get(name)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: object = None) -> SafeString:  # noqa: ANN401, ARG002 - as Django has it
        """What is chosen, and where to search for more."""
        given = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
        about = {"id": (attrs or {}).get("id", ""), "described": (attrs or {}).get("aria-describedby", "")}
        about["is_wrong"] = (attrs or {}).get("aria-invalid", "")
        return SafeString(render_to_string("places/picker.html", _pieces(name, given, many=self._many) | about))


def _pieces(name: str, chosen: Iterable[object], *, many: bool, text: str = "") -> dict[str, Any]:
    keys = keys_in(chosen)[:MOST_CHOSEN]
    ticked = list(Unit.objects.filter(pk__in=keys).order_by("pk"))
    found = units_found(text).exclude(pk__in=keys).order_by("pk")[:_FOUND] if text else []
    return {"name": name, "chosen": ticked, "found": found, "many": many, "text": text}


@needs("unit_view")
def pick(request: HttpRequest) -> HttpResponse:
    """The boxes of a picker: those that are ticked, and those that the words find."""
    name, many = request.GET.get("field", "")[:40], request.GET.get("many") == "1"
    text = searched(request.GET, f"find-{name}")
    return render(request, "places/picker_boxes.html", _pieces(name, request.GET.getlist(name), many=many, text=text))
