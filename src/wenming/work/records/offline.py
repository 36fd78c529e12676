"""The form of a new record as a device keeps it, to open without a network; and the worker that opens it.

What is kept holds no name of anybody: fields, kinds, the person's own units, and what these still have to do.
"""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.work.commitments.subjects import open_to
from wenming.work.models import Commitment, RecordKind
from wenming.work.records.forms import LISTED, RecordForm
from wenming.work.records.photos import ACCEPT
from wenming.work.records.reach import own_unit, units_to_record

WORKER = "build/service.js"
MOST_TASKS = 100
_REST = ("place", "people", "words", "roster")  # other fields ask the server while one fills them in


@require_GET
@needs(Right.WORK_RECORD)
def shell(request: HttpRequest) -> HttpResponse:
    """The form without anything of this moment; 404 for whoever records for more units than a list holds."""
    units = units_to_record(request)
    keys = list(units.order_by("pk").values_list("pk", flat=True)[: LISTED + 1])
    if not 0 < len(keys) <= LISTED:
        raise Http404
    initial = {"long_unit": "hour", "unit": own_unit(request), "first": localdate()}
    form = RecordForm(None, units=units, initial=initial)
    kinds = {one.name: one.pk for one in RecordKind.objects.filter(is_offered=True)}
    context = {
        "form": form,
        "rest": [form[name] for name in _REST],
        "tasks": [(one, _kind_of(one, kinds)) for one in _tasks(keys)],
        "accept": ACCEPT,
        "max_bytes": settings.DOCUMENT_BYTES,
    }
    return render(request, "work/records/shell.html", context)


def _tasks(units: list[int]) -> list[Commitment]:
    """What binds the units, in the order of the plans."""
    found = Commitment.objects.binding().filter(open_to(units)).order_by("measure", "position", "pk").distinct()
    return list(found.only("pk", "activity", "record_kinds")[:MOST_TASKS])


def _kind_of(commitment: Commitment, kinds: dict[str, int]) -> int | None:
    return next((kinds[name] for name in commitment.record_kinds if name in kinds), None)


@require_GET
@login_not_required
def worker(request: HttpRequest) -> HttpResponse:
    """The program that opens the form without a network: beside the form, so that it has a say in no other page."""
    del request
    path = finders.find(WORKER)
    if path is None:
        raise Http404
    return HttpResponse(Path(path).read_bytes(), content_type="text/javascript; charset=utf-8")
