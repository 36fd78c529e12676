"""Tables for Excel leave people out, unless somebody who may asks for them: one rule for every export.

An export that has columns about people asks ``names_people``, and tells its answer in the event of the export.
"""

from django.http import HttpRequest

WITH_PEOPLE = "with_people"  # the box of the form


def names_people(request: HttpRequest, right: str) -> bool:
    """Whether the table may name people: the box was ticked in a form, never in an address, and the right is held."""
    rights = getattr(request, "rights", ())
    return request.method == "POST" and request.POST.get(WITH_PEOPLE) == "1" and right in rights
