"""The product's addresses, and one more for each fault a page can end with."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path

from wenming.config.urls import handler400, handler403, handler404, handler500
from wenming.config.urls import urlpatterns as ours

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

FAULTS: dict[int, type[Exception]] = {400: SuspiciousOperation, 403: PermissionDenied, 500: ZeroDivisionError}


@login_not_required
def fault(_request: HttpRequest, status: int) -> HttpResponse:
    """End as the address says."""
    raise FAULTS[status]


urlpatterns = [*ours, path("faults/<int:status>", fault)]
