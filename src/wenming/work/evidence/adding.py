"""The address that takes evidence in: for a plain form, a piece of a page, the queue of a phone without a network."""

from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import shown_name
from wenming.places.models import Unit
from wenming.places.reach import units_in
from wenming.web import toasts
from wenming.work.evidence import uploading
from wenming.work.evidence.actions import Given, KeyTaken, NotTheirs, RecordClosed, add_evidence
from wenming.work.evidence.forms import AddForm, keys_for
from wenming.work.evidence.kinds import Refused
from wenming.work.evidence.queries import record_to_prove, shown
from wenming.work.evidence.words import named_refusal
from wenming.work.models import Evidence, Record, Upload


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece: it was taken in, or why not."""

    key: UUID
    evidence: Evidence | None = None
    words: str = ""

    def as_json(self) -> dict[str, object]:
        """For the queue: ``state`` is taken or refused."""
        return {"key": str(self.key), "state": "taken" if self.evidence else "refused", "words": self.words}


@require_POST
@needs(Right.WORK_RECORD)
def add(request: HttpRequest) -> HttpResponse:
    """Take in what was sent; each file by itself, so that one that is refused stops no other.

    Files of one form may bring a ``key`` each, in their order. JSON: 200 where all was taken, else 422.
    """
    units = units_in(rights_for(request).scope(Right.WORK_RECORD)).standing()
    form = AddForm(request.POST, request.FILES, units=units)
    if not form.is_valid():
        said = " ".join(str(message) for errors in form.errors.values() for message in errors)
        return _answer(request, None, [Outcome(_first_key(request), None, said)])
    key = form.cleaned_data["record"]
    proves = record_to_prove(request, key) if key else None
    unit: Unit | None = form.cleaned_data["unit"] or (proves.unit if proves else None)
    if unit is None:
        raise Http404
    return _answer(request, proves, _add_all(request, form, unit, proves))


def _first_key(request: HttpRequest) -> UUID:
    return keys_for(request.POST.getlist("key"), 1)[0]


def _add_all(request: HttpRequest, form: AddForm, unit: Unit, proves: Record | None) -> list[Outcome]:
    cleaned = form.cleaned_data
    if cleaned["upload"]:
        return [_add_upload(request, cleaned["upload"], unit, proves, cleaned["words"])]
    files: list[UploadedFile[bytes] | None] = [*form.given_files()] or [None]
    keys = keys_for(request.POST.getlist("key"), len(files))
    return [
        _add_one(request, key, unit, Given(file, "" if file else cleaned["link"], cleaned["words"]), proves)
        for key, file in zip(keys, files, strict=True)
    ]


def _add_one(request: HttpRequest, key: UUID, unit: Unit, given: Given, proves: Record | None) -> Outcome:
    name = shown_name(given.file.name or "") if given.file else ""
    try:
        made = add_evidence(key=key, unit_id=unit.pk, given=given, proves=proves, by=user_of(request), at=now())
    except Refused as error:
        return Outcome(key, None, named_refusal(name, error.code))
    except KeyTaken:
        return Outcome(key, None, _("这份材料的编号已经用过，请重新选择文件。"))
    except (NotTheirs, RecordClosed) as error:
        return Outcome(key, None, str(error))
    return Outcome(key, made)


def _add_upload(request: HttpRequest, key: UUID, unit: Unit, proves: Record | None, words: str) -> Outcome:
    """What came in pieces; once it was taken in, the pieces are forgotten. Asked again, it is there already."""
    upload = Upload.objects.filter(key=key, begun_by=user_of(request)).first()
    if upload is None:
        made = Evidence.objects.filter(key=key, added_by=user_of(request)).first()
        return Outcome(key, made, "" if made else _("没有找到上传的内容，请重新选择文件。"))
    try:
        file = uploading.whole(upload)
    except uploading.UploadRefused:
        return Outcome(key, None, _("文件还没有传完。"))
    with file:
        outcome = _add_one(request, key, unit, Given(file, "", words), proves)
    uploading.drop(upload)
    return outcome


def _answer(request: HttpRequest, proves: Record | None, outcomes: list[Outcome]) -> HttpResponse:
    is_all_taken = all(one.evidence for one in outcomes)
    if request.accepts("application/json") and not request.accepts("text/html"):
        told = {**outcomes[0].as_json(), "evidence": [one.as_json() for one in outcomes]}
        return JsonResponse(told, status=200 if is_all_taken else 422)
    rows = [shown(one.evidence) for one in outcomes if one.evidence]
    refused = [one.words for one in outcomes if not one.evidence]
    if request.htmx:  # type: ignore[attr-defined]  # django-htmx's middleware
        context = {"rows": rows, "refused": refused, "proves": proves}
        return render(request, "work/evidence/_added.html", context)
    for words in refused:
        toasts.say(request, words, kind="error")
    if rows:
        toasts.say(request, _("收到 %(count)s 份佐证材料。") % {"count": len(rows)})
    return redirect("work:record", proves.pk) if proves else redirect("work:evidence")
