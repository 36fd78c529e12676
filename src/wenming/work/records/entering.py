"""Entering and changing a record, and what is proposed meanwhile."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import UnitQuerySet
from wenming.web.numbers import whole
from wenming.work.models import Record
from wenming.work.records import actions, asking
from wenming.work.records.content import Counts, Uses, told
from wenming.work.records.forms import RecordForm, RosterForm, initial_of
from wenming.work.records.offering import Offers, uses_of
from wenming.work.records.photos import ACCEPT, add_photos
from wenming.work.records.queries import activities
from wenming.work.records.reach import own_unit, record_for, units_to_record
from wenming.work.records.roster import as_text
from wenming.work.records.states import Act, allows
from wenming.work.records.words import differences
from wenming.work.signup.queries import waiting_for


@needs(Right.WORK_RECORD)
def enter(request: HttpRequest) -> HttpResponse:
    """A new record; ``?commitment=`` is the one that asks for it, ``?draft=`` the key of one begun on this device."""
    units, key = units_to_record(request), asking.key_of(request)
    given = request.POST if request.method == "POST" else request.GET
    asked = asking.commitment_asked(given, units.values_list("pk", flat=True))
    initial = asking.initial_for(request.GET, asked, units, own_unit(request)) | waiting_for(key, units)
    form = RecordForm(request.POST or None, request.FILES or None, units=units, initial=initial)
    offers = _offers(request, form, asked.pk if asked else None)
    made = _entered(request, form, key, offers) if form.is_valid() else None
    if made is not None:
        return _sent(request, made)
    if asking.wants_json(request) and request.method == "POST":
        return JsonResponse({"errors": form.errors.get_json_data()}, status=422)
    return _form_page(request, form, {"key": key, "asked": asked, "offers": offers})


def _offers(request: HttpRequest, form: RecordForm, asked: int | None) -> Offers:
    """What to propose beside the form, with the ticks as they were sent."""
    units = units_to_record(request)
    if form.is_bound:
        data = request.POST
        named, said = asking.units_named(data, units), asking.ticks(data)
        return asking.offers_for(data, asked=asked, units=named, said=said)
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return asking.offers_for(values, asked=asked, units=asking.units_named(values, units))


def _entered(request: HttpRequest, form: RecordForm, key: UUID, offers: Offers) -> Record | None:
    by = user_of(request)
    _exercise(request, form)
    try:
        return actions.record_work(key=key, content=form.content, uses=uses_of(offers), by=by, at=now())
    except actions.NotYet as error:
        form.add_error("first", str(error))
    except (actions.KeyTaken, actions.Stale, actions.NotAllowed):
        form.add_error(None, _("这条记录已经登记过，后来又有人动过它。请打开它再改。"))
    return None


def _exercise(request: HttpRequest, form: RecordForm) -> None:
    """The log tells in which role the person acts for this unit."""
    unit = form.cleaned_data["unit"]
    if not rights_for(request).exercise(Right.WORK_RECORD, area=unit.area_id, unit=unit.pk):
        raise Http404


def _sent(request: HttpRequest, made: Record) -> HttpResponse:
    address = reverse("work:record", args=[made.pk])
    if asking.wants_json(request):
        return JsonResponse({"record": made.pk, "address": address}, status=201)
    messages.success(request, _("已登记：%(title)s") % {"title": made.title})
    _add_photos(request, made)
    return redirect(address)


def _add_photos(request: HttpRequest, record: Record) -> None:
    """What the plain form brought besides; the record stands, whatever becomes of a photo."""
    files: list[UploadedFile[bytes]] = request.FILES.getlist("photos")
    for words in add_photos(record=record, files=files, by=user_of(request), at=now()):
        messages.error(request, words)


def _form_page(request: HttpRequest, form: Form, context: dict[str, object]) -> HttpResponse:
    status = 422 if form.is_bound else 200
    photos = {"accept": ACCEPT, "max_bytes": settings.DOCUMENT_BYTES}
    return render(request, "work/records/form.html", {"form": form, **photos, **context}, status=status)


@require_GET
@needs(Right.WORK_RECORD)
def proposals(request: HttpRequest) -> HttpResponse:
    """A piece: what the record being typed may count for."""
    units, given = units_to_record(request), request.GET
    said = asking.ticks_set(given)
    pk = whole(given.get("record", ""))
    if pk is not None:
        record = record_for(request, pk, Right.WORK_RECORD)
        said = _by_hand(record, actions.uses_of(record), units) | said
    named, asked = asking.units_named(given, units), whole(given.get("commitment", ""))
    offers = asking.offers_for(given, asked=asked, units=named, said=said)
    return render(request, "work/records/_uses.html", {"offers": offers})


@require_POST
@needs(Right.WORK_RECORD)
def read_roster(request: HttpRequest) -> HttpResponse:
    """The names of a workbook as text, for the form that is being filled in; nothing is kept."""
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors.get_json_data()}, status=422)
    return JsonResponse({"roster": as_text(form.cleaned_data["roster_file"])})


@needs(Right.WORK_RECORD)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done, said otherwise; a returned record is handed in again by it."""
    record = record_for(request, pk, Right.WORK_RECORD)
    if not allows(record.state, Act.CHANGE):
        messages.info(request, _("这条记录已撤回，不能再改。"))
        return redirect("work:record", pk)
    form = RecordForm(
        request.POST or None, request.FILES or None, units=units_to_record(request), initial=initial_of(record)
    )
    old = actions.uses_of(record)
    offers = _offers_of(request, form, old)
    if form.is_valid():
        answer = _changed(request, record, form, _with_former(uses_of(offers), old, offers))
        if answer is not None:
            return answer
    return _form_page(request, form, {"record": record, "offers": offers})


def _by_hand(record: Record, old: Uses, units: UnitQuerySet) -> dict[int, bool]:
    """What the unit decided otherwise than was proposed for the record as it stands: that stays, whatever it becomes.

    What was only proposed is proposed anew from what the record says now.
    """
    given = initial_of(record)
    shown = asking.offers_for(given, asked=None, units=asking.units_named(given, units))
    likely = {one.commitment.pk: one.is_ticked for one in shown.all}
    return {key: one.is_counted for key, one in old.items() if likely.get(key) != one.is_counted}


def _offers_of(request: HttpRequest, form: RecordForm, old: Uses) -> Offers:
    units = units_to_record(request)
    if form.is_bound:
        named = asking.units_named(request.POST, units)
        return asking.offers_for(request.POST, asked=None, units=named, said=asking.ticks(request.POST))
    said = {key: one.is_counted for key, one in old.items()}
    named = asking.units_named(form.initial, units)
    return asking.offers_for(form.initial, asked=None, units=named, said=said)


def _with_former(uses: Uses, old: Uses, offers: Offers) -> dict[int, Counts]:
    """What the record counted for under commitments that bind no more stays; reasons stay with what was proposed."""
    offered = {one.commitment.pk for one in (*offers.proposed, *offers.others)}
    former = {key: one for key, one in old.items() if key not in offered}
    kept = {key: Counts(one.is_counted, old[key].why if key in old else one.why) for key, one in uses.items()}
    return former | kept


def _changed(request: HttpRequest, record: Record, form: RecordForm, uses: Uses) -> HttpResponse | None:
    revision = whole(request.POST.get("revision", ""))
    by, content = user_of(request), form.content
    _exercise(request, form)
    try:
        actions.change_record(
            record=record, revision=-1 if revision is None else revision, content=content, uses=uses, by=by, at=now()
        )
    except actions.NotYet as error:
        form.add_error("first", str(error))
        return None
    except actions.Stale as error:
        return _conflict(request, error.record, form, uses)
    except actions.NotAllowed as error:
        messages.error(request, str(error))
        return redirect("work:record", record.pk)
    messages.success(request, _("已保存。"))
    _add_photos(request, record)
    return redirect("work:record", record.pk)


def _conflict(request: HttpRequest, theirs: Record, form: RecordForm, uses: Uses) -> HttpResponse:
    """Both sides, and a form that takes mine after all."""
    last = theirs.versions.select_related("made_by").order_by("-number")[0]
    mine = told(form.content, uses)
    mine_sent = {
        name: values for name, values in request.POST.lists() if name not in {"revision", "csrfmiddlewaretoken"}
    }
    mine_sent["roster"] = [as_text(form.content.roster)]
    context = {
        "record": theirs,
        "last": last,
        "differences": differences(last.content, mine, activities([*uses, *last.content["uses"]])),
        "mine": mine_sent,
    }
    return render(request, "work/records/conflict.html", context, status=409)
