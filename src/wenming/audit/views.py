"""The log: searching it, one event, the heads of a month, taking events out, the history of one thing."""

import tempfile
from datetime import date, datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.audit import actions, head_text, queries, sheet
from wenming.audit.exporting import names_people
from wenming.audit.forms import Sought, SoughtForm
from wenming.audit.models import Event
from wenming.audit.reach import sees_history
from wenming.audit.telling import tell
from wenming.web.access import everybody, needs
from wenming.web.numbers import whole

RIGHT = "audit_view"


@require_GET
@needs(RIGHT)
def log(request: HttpRequest) -> HttpResponse:
    """What was done, the newest first."""
    form = SoughtForm(request.GET)
    page = _page(request, form.sought())
    asked = request.GET.copy()
    for name in ("before", "after"):
        asked.pop(name, None)
    context = {"form": form, "page": page, "told": tell(page.events), "query": asked.urlencode(), "most": sheet.MOST}
    return render(request, "audit/log.html", context)


def _page(request: HttpRequest, sought: Sought) -> queries.Page:
    before, after = whole(request.GET.get("before", "")), whole(request.GET.get("after", ""))
    return queries.page(queries.found(sought), before=before, after=after)


@require_GET
@needs(RIGHT)
def event(request: HttpRequest, number: int) -> HttpResponse:
    """One event: all that it tells, and how it is sealed."""
    found = get_object_or_404(Event.objects.select_related("by"), pk=number)
    sealed = [head_text.grouped(digest) for digest in (found.previous, found.digest)]
    context = {"one": tell([found])[0], "previous": sealed[0], "digest": sealed[1]}
    return render(request, "audit/event.html", context)


@require_POST
@needs(RIGHT)
def excel(request: HttpRequest) -> HttpResponseBase:
    """What was found as a workbook; taking it out is itself told in the log."""
    form, with_people = SoughtForm(request.POST), names_people(request, RIGHT)
    events = queries.until_now(queries.found(form.sought()))
    count = events[: sheet.MOST + 1].count()
    asked = {name: value for name, value in form.data.items() if value and name in form.fields}
    if count > sheet.MOST:
        messages.error(
            request, _("找到的超过 %(most)s 条，一张表放不下。请缩小日期范围，分几次导出。") % {"most": sheet.MOST}
        )
        return redirect(reverse("audit:list", query=asked))
    told = {"count": count, "with_people": with_people, "sought": "&".join(f"{k}={v}" for k, v in asked.items())}
    actions.tell_of_export(**told, by=_person(request), at=now())  # type: ignore[arg-type]
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    sheet.write(file, events, with_people=with_people)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{_('日志')}-{localdate():%Y%m%d}.xlsx")


def _person(request: HttpRequest) -> AbstractBaseUser:
    if not isinstance(request.user, AbstractBaseUser):
        raise Http404
    return request.user


@require_GET
@needs(RIGHT)
def heads(request: HttpRequest) -> HttpResponse:
    """The heads of a month, to be printed and kept elsewhere."""
    month = _month(request)
    rows = [(head, head_text.grouped(head.digest)) for head in queries.heads_of(month)]
    return render(
        request, "audit/heads.html", {"month": month, "rows": rows, "today": localdate(), "zone": settings.TIME_ZONE}
    )


@require_GET
@needs(RIGHT)
def heads_text(request: HttpRequest) -> HttpResponse:
    """The same as a plain text to be published."""
    month = _month(request)
    text = head_text.published(queries.heads_of(month))
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="wenming-heads-{month:%Y-%m}.txt"'
    return answer


def _month(request: HttpRequest) -> date:
    """The first day of the month asked for, as 2026-11; else of this month."""
    try:
        return datetime.strptime(request.GET.get("month", ""), "%Y-%m").date()  # noqa: DTZ007 - only the day counts
    except ValueError:
        return localdate().replace(day=1)


@require_GET
@everybody
def history(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """All that was done to one thing, for those who may change such things in this kind's room, and who see the log."""
    rights = request.rights  # type: ignore[attr-defined]
    if not (rights.exercise(RIGHT) or sees_history(rights, kind, key)):
        raise Http404
    page = _page(request, Sought(kind=kind, key=key))
    if not page.events:
        raise Http404
    told = tell(page.events)
    name = next((one.thing for one in told if one.thing), "")
    return render(request, "audit/history.html", {"told": told, "page": page, "name": name})
