"""Addresses for files in pieces: begin, ask how far it has come, send the next piece.

Each piece is a POST of bytes with the header ``Upload-Offset``; the answer bears it anew. HEAD tells it as well.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.reach import units_in
from wenming.web.numbers import whole
from wenming.work.evidence import uploading
from wenming.work.evidence.forms import keys_for
from wenming.work.evidence.words import refusal
from wenming.work.models import Upload


@require_POST
@needs(Right.WORK_RECORD)
def begin(request: HttpRequest) -> HttpResponse:
    """Say what is going to come: ``key``, ``unit``, ``file_name``, ``size``; answers how much of it is there."""
    units = units_in(rights_for(request).scope(Right.WORK_RECORD)).standing()
    unit, size = whole(request.POST.get("unit", "")), whole(request.POST.get("size", ""))
    if unit is None or size is None or not units.filter(pk=unit).exists():
        return _refused(_("缺少单位或者文件大小。"))
    key, name = keys_for(request.POST.getlist("key"), 1)[0], request.POST.get("file_name", "")
    try:
        upload = uploading.begin(key=key, unit_id=unit, file_name=name, size=size, by=user_of(request), at=now())
    except uploading.UploadRefused as error:
        return _refused(_why(error.code))
    return _standing(upload, status=201)


@require_http_methods(["HEAD", "POST"])
@needs(Right.WORK_RECORD)
def upload(request: HttpRequest, key: UUID) -> HttpResponse:
    """How much has come; or the next piece: 409 where it begins elsewhere than where the last one ended."""
    found = get_object_or_404(Upload, key=key, begun_by=user_of(request))
    if request.method == "HEAD":
        return _standing(found)
    start = whole(request.headers.get("Upload-Offset", ""))
    if start is None:
        return _refused(_("不知道这一段从哪里开始。"))
    try:
        return _standing(uploading.receive(upload=found, start=start, piece=request.body))
    except uploading.WrongPlace as error:
        found.received = error.received
        return _standing(found, status=409)
    except uploading.UploadRefused as error:
        return _refused(_why(error.code))


def _standing(upload: Upload, status: int = 200) -> HttpResponse:
    told = {"key": str(upload.key), "offset": upload.received, "size": upload.size, "piece": uploading.LARGEST_PIECE}
    answer = JsonResponse(told, status=status)
    answer.headers["Upload-Offset"], answer.headers["Upload-Length"] = str(upload.received), str(upload.size)
    return answer


def _refused(words: str) -> HttpResponse:
    return JsonResponse({"state": "refused", "words": words}, status=422)


def _why(code: str) -> str:
    match code:
        case "too_large":
            return refusal("video_too_large")
        case "too_many":
            return _("同时上传的文件太多，请等前面的传完。")
        case "key_taken":
            return _("这份材料的编号已经用过，请重新选择文件。")
    return _("前面传的内容不见了，请从头再传。")
