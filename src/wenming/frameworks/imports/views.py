"""The list of frameworks; bringing one in; putting it in force; handing it out."""

import json
from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.frameworks import queries
from wenming.frameworks.actions import bringing
from wenming.frameworks.imports.forms import BringForm
from wenming.frameworks.models import Edition, Framework
from wenming.frameworks.reach import edited, edited_edition_or_404, edited_or_404, edition_or_404
from wenming.frameworks.rows import pack_of
from wenming.frameworks.sheets.book import workbook
from wenming.rules.frameworks import ciso, oscal, shipped
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.writing import write_pack
from wenming.web.searching import searched

PAGE = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def framework_list(request: HttpRequest) -> HttpResponse:
    """All frameworks with their editions, the newest first."""
    text = searched(request.GET)
    page = Paginator(queries.frameworks_seen(rights_for(request), text), PAGE).get_page(request.GET.get("page"))
    return render(request, "frameworks/list.html", {"page": page, "text": text})


@require_http_methods(["GET", "POST"])
@needs(Right.FRAMEWORK_EDIT)
def bring_in(request: HttpRequest) -> HttpResponse:
    """A file or one of those that come with the program becomes a draft."""
    own = Framework.objects.filter(edited(rights_for(request), "area"))
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*given, frameworks=own, initial={"framework": request.GET.get("framework")})
    if form.is_bound and form.is_valid() and form.pack:
        framework = form.cleaned_data["framework"]
        edition = bringing.bring_in(pack=form.pack, framework=framework, by=user_of(request), at=now())
        return redirect("frameworks:edition", edition.pk)
    context = {"form": form, "shipped": [(name, _of(shipped.shipped(name))) for name in shipped.names()]}
    return render(request, "frameworks/bring_in.html", context, status=422 if form.errors else 200)


def _of(pack: Pack) -> dict[str, object]:
    """What one reads before choosing it."""
    standards = sum(not one.items for one in pack.root.walk())
    return {"title": pack.root.title, "version": pack.version, "standards": standards}


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def put_in_force(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on it counts."""
    edition = edited_edition_or_404(request, pk)
    try:
        carried = bringing.put_in_force(edition=edition, by=user_of(request), at=now())
    except bringing.NotDraft as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已启用。"))
        if carried:
            words = ngettext("沿用了 %(count)s 条责任。", "沿用了 %(count)s 条责任。", carried)
            messages.success(request, words % {"count": carried})
    return redirect("frameworks:edition", pk)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft goes."""
    edition = edited_edition_or_404(request, pk)
    try:
        bringing.discard(edition=edition, by=user_of(request), at=now())
    except bringing.NotDraft as error:
        messages.error(request, str(error))
        return redirect("frameworks:edition", pk)
    messages.success(request, _("草稿已删除。"))
    return redirect("frameworks:list")


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another title."""
    framework = get_object_or_404(Framework, pk=pk)
    edited_or_404(request, framework)
    try:
        bringing.rename(framework=framework, title=request.POST.get("title", ""), by=user_of(request), at=now())
    except bringing.NoTitle as error:
        messages.error(request, str(error))
    return redirect("frameworks:list")


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The edition as a file: our own open format, or one that other programs read."""
    edition = edition_or_404(request, pk)
    if form not in _WRITTEN:
        raise Http404
    write, suffix, kind = _WRITTEN[form]
    answer = HttpResponse(write(edition), content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=download_name(str(edition), f".{suffix}")
    )
    return answer


def _as_pack(edition: Edition) -> str:
    return write_pack(pack_of(edition))


def _as_table(edition: Edition) -> bytes:
    return workbook(pack_of(edition))


def _as_library(edition: Edition) -> str:
    return ciso.library(pack_of(edition), version=edition.number)


def _as_catalog(edition: Edition) -> str:
    return json.dumps(oscal.catalog(pack_of(edition), modified=edition.brought_at), ensure_ascii=False, indent=1)


_WRITTEN: dict[str, tuple[Callable[[Edition], str | bytes], str, str]] = {
    "yaml": (_as_pack, "yaml", "application/yaml"),
    "excel": (_as_table, "xlsx", XLSX),
    "ciso": (_as_library, "ciso.yaml", "application/yaml"),
    "oscal": (_as_catalog, "oscal.json", "application/json"),
}
