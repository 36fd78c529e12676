"""Pages that belong to no room: the components, the health check, what is shown when something is wrong."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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
    return render(request, "web/error.html", {"status": 400}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the page is there, but this request may not have it (a form kept open too long)."""
    del exception
    return render(request, "web/error.html", {"status": 403}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none that this person may see."""
    del exception
    return render(request, "web/error.html", {"status": 404}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was half-written."""
    return render(request, "web/error.html", {"status": 500}, status=500)
