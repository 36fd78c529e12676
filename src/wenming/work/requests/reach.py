"""The requests, and the units' parts in them, that the person's office asks for; to others there is no such page."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for
from wenming.accounts.rights import Right
from wenming.work.models import Answer, Request


def request_for(request: HttpRequest, pk: int) -> Request:
    """A request of an area for which the person asks."""
    rows = Request.objects.select_related("area", "commitment", "made_by", "sent_by", "ended_by")
    found = get_object_or_404(rows, pk=pk)
    _exercise(request, found)
    return found


def judged_for(request: HttpRequest, pk: int) -> Answer:
    """A unit's part in such a request."""
    found = get_object_or_404(Answer.objects.select_related("request"), pk=pk)
    _exercise(request, found.request)
    return found


def _exercise(request: HttpRequest, found: Request) -> None:
    if not rights_for(request).exercise(Right.WORK_REVIEW, area=found.area_id):
        raise Http404
