"""Two frameworks side by side: what stands for what, what sounds alike, and what a person says of it."""

import json
from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.files.naming import download_name
from wenming.frameworks import queries
from wenming.frameworks.actions import linking
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.crosswalk.forms import LinkForm
from wenming.frameworks.crosswalk.queries import between, found_for, others, rows_of, served_of
from wenming.frameworks.models import Crossing, Crosslink, Difference, Edition, EditionState, Item
from wenming.frameworks.reach import edited_or_404, edition_or_404, item_or_404, may_edit
from wenming.frameworks.rows import pack_of
from wenming.frameworks.table.back import back_to
from wenming.rules.frameworks import oscal
from wenming.rules.frameworks.crosswalk import Link
from wenming.web.numbers import whole
from wenming.web.searching import searched

PAGE = 20
_LONGEST_WORDS = 60


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def crosswalk(request: HttpRequest, pk: int) -> HttpResponse:
    """The standards of one framework with those of another."""
    edition, powers = edition_or_404(request, pk), rights_for(request)
    offered = others(edition, powers)
    asked = whole(request.GET.get("with", ""))
    other = offered.filter(pk=asked).first() if asked else offered.first()
    context: dict[str, object] = {
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "others": offered,
        "other": other,
    }
    if other is not None:
        context |= _beside(request, edition, other)
    return render(request, "frameworks/crosswalk.html", context)


def _beside(request: HttpRequest, edition: Edition, other: Edition) -> Mapping[str, object]:
    show, text = request.GET.get("show", ""), searched(request.GET)
    items = edition.items.filter(is_standard=True).order_by("position")
    items = queries.found(items, text) if text else items
    if show in {"linked", "open"}:
        is_linked = Exists(_real(edition, other).filter(Q(source=OuterRef("pk")) | Q(target=OuterRef("pk"))))
        items = items.filter(is_linked if show == "linked" else ~is_linked)
    page = Paginator(items, PAGE).get_page(request.GET.get("page"))
    is_editable = edition.state != EditionState.SUPERSEDED and may_edit(request, edition.framework)
    only = whole(request.GET.get("item", ""))
    finding = items.filter(pk=only).first() if only and is_editable else None
    words = request.GET.get("find", "").strip()[:_LONGEST_WORDS]
    return {
        "finding": finding,
        "find": words,
        "found": found_for(finding, other, words) if finding else [],
        "show": show if show in {"linked", "open"} else "",
        "text": text,
        "page": page,
        "rows": rows_of(list(page), other, with_guesses=is_editable),
        "there": served_of(edition, other),
        "back": served_of(other, edition),
        "may_edit": is_editable,
        "relations": [one for one in Crossing if one is not Crossing.NONE],
        "differences": Difference.choices,
    }


def _real(edition: Edition, other: Edition) -> QuerySet[Crosslink]:
    return between(edition, other).exclude(relation=Crossing.NONE)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """How a standard stands to one of another framework that the person sees."""
    item = item_or_404(request, pk)
    edited_or_404(request, item.edition.framework)
    offered = Item.objects.filter(edition__in=others(item.edition, rights_for(request)), is_standard=True)
    other = get_object_or_404(offered.select_related("edition__framework"), pk=whole(request.POST.get("target", "")))
    form = LinkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请选两条标准是什么关系。"))
        return redirect(back_to(request, item.edition))
    relation, differs = form.relation_said, form.differs_said
    try:
        linking.link(one=item, other=other, relation=relation, differs=differs, by=user_of(request), at=now())
    except Superseded as error:
        messages.error(request, str(error))
    return redirect(back_to(request, item.edition))


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def as_mapping(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """What was said of both frameworks as an OSCAL mapping, which other programs read."""
    edition = edition_or_404(request, pk)
    far = get_object_or_404(others(edition, rights_for(request)), pk=other)
    links = _by_code(edition, far)
    if not links:
        raise Http404
    written = oscal.mapping(pack_of(edition), pack_of(far), links, modified=edition.brought_at)
    answer = HttpResponse(json.dumps(written, ensure_ascii=False, indent=1), content_type="application/json")
    name = download_name(_("%(one)s 对照 %(other)s") % {"one": edition, "other": far}, ".json")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


def _by_code(edition: Edition, other: Edition) -> list[Link]:
    """The links with the standards' codes instead of their keys."""
    found = []
    for one in _real(edition, other).select_related("source", "target").order_by("source__position", "pk"):
        own, far = (one.source, one.target) if one.source.edition_id == edition.pk else (one.target, one.source)
        seen = one.seen_from(own.pk)
        found.append(Link(own.code, far.code, seen.relation, seen.differs))
    return found
