"""The office's side before a request is sent: the list, the draft, what is already there, sending and merging."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Area
from wenming.places.queries import home
from wenming.plans.reach import binding
from wenming.web.gone import gone_is_404
from wenming.web.numbers import keys_in, whole
from wenming.web.refusals import FieldsOf, saved
from wenming.web.searching import searched
from wenming.work.models import Request, RequestState
from wenming.work.requests import actions, queries
from wenming.work.requests.forms import WORDS_LENGTH, RequestForm, filled_from
from wenming.work.requests.reach import request_for
from wenming.work.requests.running import show

PAGE = 30
UNITS = 50  # that are shown at once before they are asked
_FIELDS_OF: FieldsOf = {actions.NotADraft: ()}


@require_GET
@needs(Right.WORK_REVIEW)
def request_list(request: HttpRequest) -> HttpResponse:
    """What was asked, what is being asked, how far each has come."""
    text, state = searched(request.GET), request.GET.get("state", "")
    found = queries.found(rights_for(request), text=text, state=state)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    sums = queries.sums(page.object_list)
    context = {
        "page": page,
        "rows": [(one, sums.get(one.pk)) for one in page.object_list],
        "text": text,
        "state": state if state in RequestState.values else "",
        "states": RequestState.choices,
        "today": localdate(),
    }
    return render(request, "work/requests/list.html", context)


@needs(Right.WORK_REVIEW)
def new(request: HttpRequest) -> HttpResponse:
    """A draft; before it is sent the next page shows what is already there."""
    units = queries.units_to_ask(rights_for(request))
    initial = {"commitment": request.GET.get("commitment"), **_filled_in(request)}
    form = RequestForm(request.POST or None, units=units, areas=_plans(request), initial=initial)

    def save() -> Request:
        return actions.draft(area=_own_area(request), asking=form.asking(), by=user_of(request), at=now())

    made = saved(form, save, _FIELDS_OF)
    if made:
        return redirect("work:request", made.pk)
    return render(request, "work/requests/form.html", {"form": form}, status=422 if form.is_bound else 200)


def _filled_in(request: HttpRequest) -> dict[str, object]:
    """What another page knows already of what is to be asked, and of whom."""
    words = {name: request.GET.get(name, "")[:WORDS_LENGTH] for name in ("title", "words", "basis", "due")}
    return words | {"units": keys_in(request.GET.getlist("units"))}


def _plans(request: HttpRequest) -> Q:
    """Whose plans a request may be about: those that bind where the person asks."""
    return binding(rights_for(request), "measure__version__plan__area")


def _own_area(request: HttpRequest) -> Area:
    """The area whose office asks."""
    key = rights_for(request).own_area(Right.WORK_REVIEW)
    area = Area.objects.filter(pk=key).first() if key else home()
    if area is None:
        raise Http404
    return area


@needs(Right.WORK_REVIEW)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft says something else."""
    found = request_for(request, pk)
    if found.state != RequestState.DRAFT:
        messages.info(request, _("这份材料征集已经发出，不再是草稿。"))
        return redirect("work:request", pk)
    units = queries.units_to_ask(rights_for(request))
    form = RequestForm(request.POST or None, units=units, areas=_plans(request), initial=filled_from(found))

    def save() -> Request:
        return actions.change(request=found, asking=form.asking(), by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        return redirect("work:request", pk)
    context = {"form": form, "asked": found}
    return render(request, "work/requests/form.html", context, status=422 if form.is_bound else 200)


@require_GET
@needs(Right.WORK_REVIEW)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft: what is there, before anybody is asked. One that was sent: how far it has come."""
    found = request_for(request, pk)
    return _before(request, found) if found.state == RequestState.DRAFT else show(request, found)


def _before(request: HttpRequest, found: Request, ticked: queries.Ticked | None = None) -> HttpResponse:
    """A page of the units that are meant; what is ticked on the others goes along with the form."""
    powers = rights_for(request)
    units = queries.units_meant(found, powers)
    rows = queries.before_sending(found, units, today=localdate())
    ticked = ticked or queries.ticked_at_first(rows)
    page = Paginator(rows, UNITS).get_page(request.POST.get("turn"))
    context = {
        "asked": found,
        "rows": rows,
        "page": page,
        "ticked": ticked,
        "elsewhere": _elsewhere(ticked, page.object_list),
        "have": sum(1 for row in rows if row.there),
        "busy": sum(1 for row in rows if row.this_week),
        "decided": sum(1 for row in rows if row.earlier),
        "like": queries.like(found, powers),
    }
    return render(request, "work/requests/before.html", context)


def _elsewhere(ticked: queries.Ticked, shown: Iterable[queries.Row]) -> queries.Ticked:
    """What is ticked and not on the page."""
    units = {row.unit.pk for row in shown}
    records = {one.record.pk for row in shown for one in row.records if one.record}
    return queries.Ticked(sorted({*ticked.units} - units), sorted({*ticked.records} - records))


@require_POST
@needs(Right.WORK_REVIEW)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the units that are ticked; ``without_have``: of them only those that have nothing yet; ``turn``: only show
    another page of them.
    """
    found = request_for(request, pk)
    if "turn" in request.POST and found.state == RequestState.DRAFT:
        return _before(request, found, _ticked(request))
    units = queries.units_meant(found, rights_for(request))
    asked = queries.asking(queries.before_sending(found, units, today=localdate()), _ticked(request))
    try:
        with gone_is_404():
            actions.send(request=found, units=list(asked), proposed=asked, by=user_of(request), at=now())
        told = ngettext("已向 %(count)d 个单位征集。", "已向 %(count)d 个单位征集。", len(asked))
        messages.success(request, told % {"count": len(asked)})
    except (actions.NotADraft, actions.NobodyAsked, actions.TooLate) as error:
        messages.error(request, str(error))
    return redirect("work:request", pk)


def _ticked(request: HttpRequest) -> queries.Ticked:
    units, records = (
        [*request.POST.getlist(name), *request.POST.get(f"{name}_elsewhere", "").split()] for name in ("ask", "propose")
    )
    return queries.Ticked(set(keys_in(units)), set(keys_in(records)), "without_have" in request.POST)


@require_POST
@needs(Right.WORK_REVIEW)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft goes into the open request that is chosen."""
    found = request_for(request, pk)
    into = request_for(request, whole(request.POST.get("into", "")) or 0)
    units = [unit.pk for unit in queries.units_meant(found, rights_for(request))]
    try:
        with gone_is_404():
            done = actions.merge(request=found, into=into, units=units, by=user_of(request), at=now())
    except (actions.NotADraft, actions.NotOpen, actions.NobodyAsked) as error:
        messages.error(request, str(error))
        return redirect("work:request", pk)
    messages.success(request, _merged_words(done))
    return redirect("work:request", into.pk)


def _merged_words(done: actions.Merged) -> str:
    given = {"title": done.request.title, "added": len(done.added), "already": done.already}
    words = _("已并入“%(title)s”：新增单位 %(added)d 个，原来就在征集的 %(already)d 个不再重复。") % given
    if done.request.due == done.due_before:
        return words
    days = {"before": done.due_before.isoformat(), "due": done.request.due.isoformat()}
    return words + _("时限由 %(before)s 改为 %(due)s。") % days


@require_POST
@needs(Right.WORK_REVIEW)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft is forgotten."""
    found = request_for(request, pk)
    try:
        with gone_is_404():
            actions.discard(request=found, by=user_of(request), at=now())
    except actions.NotADraft as error:
        messages.error(request, str(error))
        return redirect("work:request", pk)
    messages.success(request, _("草稿已删除。"))
    return redirect("work:requests")
