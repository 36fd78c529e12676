"""Pages that belong to no room: the components, the health check, what is shown when something is wrong."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from wenming.web import showcase, toasts
from wenming.web.access import everybody
from wenming.web.faults import Fault, fault_of
from wenming.web.sizes import TOO_MUCH, too_large


@login_not_required
def health(_request: HttpRequest) -> HttpResponse:
    """Answers while the server runs."""
    return HttpResponse("ok", content_type="text/plain")


@everybody
def components(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages; posting to it shows a toast."""
    if request.method == "POST":
        return _sample_toast(request)
    given = {
        "form": showcase.ShowcaseForm(),
        "refused": showcase.refused_form(),
        "rows": showcase.ROWS,
        "page": showcase.page(3),
        "tabs": showcase.TABS,
        "nodes": showcase.OUTLINE,
        "differences": showcase.DIFFERENCES,
    }
    return render(request, "web/components.html", given)


def _sample_toast(request: HttpRequest) -> HttpResponse:
    done = HttpResponse(status=204)
    if request.POST.get("kind") == "error":
        return toasts.tell(done, gettext("没有保存：这一条刚被别人改过。"), kind="error")
    return toasts.tell(done, gettext("已确认 12 处频次。"), undo=request.path)


@everybody
def components_why(request: HttpRequest) -> HttpResponse:
    """What the sample of 依据 shows: a piece for the drawer, or a page of its own."""
    name = "web/why_example.html" if request.headers.get("HX-Request") else "web/why_page.html"
    return render(request, name)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself is wrong; 413: it brings too much."""
    if isinstance(exception, TOO_MUCH):
        return too_large(request, error=exception)
    return render(request, "web/errors/400.html", status=400)


def method_unknown() -> HttpResponse:
    """405: no page answers this method. Without the request: nobody has looked yet whose it is."""
    return HttpResponse(render_to_string("web/errors/400.html"), status=405)


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
    """500: our fault; 503 or 507 where database or storage are away or full, which Django's caller has just caught.

    Rendered without the request, so that it asks nothing of a database that may be the cause.
    """
    match fault_of(sys.exception()):
        case Fault.FULL:
            return HttpResponse(render_to_string("web/errors/507.html"), status=507)
        case Fault.AWAY:
            return HttpResponse(render_to_string("web/errors/503.html"), status=503, headers={"Retry-After": "30"})
    return HttpResponse(render_to_string("web/errors/500.html"), status=500)
