"""Where somebody was before they changed something."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from wenming.frameworks.models import Edition


def back_to(request: HttpRequest, edition: Edition) -> str:
    """Where the person was: the standard, or the table with its filters."""
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/frameworks/"):
        return back
    return f"/frameworks/editions/{edition.pk}/table/"
