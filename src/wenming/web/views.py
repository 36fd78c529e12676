"""Pages that belong to no room: the components, the health check, what is shown when something is wrong."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


@login_not_required
def health(_request: HttpRequest) -> HttpResponse:
    """Answers while the server runs."""
    return HttpResponse("ok", content_type="text/plain")


def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages."""
    return render(request, "web/components.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself is wrong."""
    del exception
    return render(request, "web/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the page is there, but not for this request."""
    del exception
    return render(request, "web/errors/403.html", status=403)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without a valid token, most often one kept open until the session had ended."""
    del reason  # for programmers; the person needs the way out
    return render(request, "web/errors/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none that this person may see."""
    del exception
    return render(request, "web/errors/404.html", status=404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """500: our fault. Rendered without the request, so that it asks nothing of a database that may be the cause."""
    return HttpResponse(render_to_string("web/errors/500.html"), status=500)
