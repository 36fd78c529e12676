"""Coverage both ways: which standards no measure stands behind, which measures serve no standard."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks import queries as editions
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.actions.backing import back as say
from wenming.frameworks.coverage import queries
from wenming.frameworks.models import Edition
from wenming.frameworks.reach import edited_or_404, edition_or_404, item_or_404, may_edit
from wenming.web.numbers import whole

PAGE = 50
_SAID = {"yes": True, "no": False, "open": None}


@require_GET
@needs(Right.FRAMEWORK_VIEW)
def coverage(request: HttpRequest, pk: int) -> HttpResponse:
    """Standards with the measures behind them, those without first; or the measures that serve none."""
    edition, powers = edition_or_404(request, pk), rights_for(request)
    is_measures = request.GET.get("side") == "measures"
    all_standards = queries.standards(edition, powers)
    bare = queries.without_measure(all_standards, powers)
    idle = queries.serving_nothing(edition, powers)
    rows = idle if is_measures else bare if request.GET.get("bare") == "1" else all_standards
    context = {
        "edition": edition,
        "counts": editions.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "may_edit": may_edit(request, edition.framework),
        "is_measures": is_measures,
        "is_bare": request.GET.get("bare") == "1",
        "bare": bare.count(),
        "idle": idle.count(),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "frameworks/coverage.html", context)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """A measure serves the standard, or does not, or nobody has said."""
    item = item_or_404(request, pk)
    edited_or_404(request, item.edition.framework)
    key = whole(request.POST.get("measure", "")) or 0
    measure = get_object_or_404(queries.measures_seen(rights_for(request)), pk=key)
    if (said := request.POST.get("serves", "")) in _SAID:
        try:
            say(item=item, measure=measure, serves=_SAID[said], by=user_of(request), at=now())
        except Superseded as error:
            messages.error(request, str(error))
    return redirect("frameworks:standard", pk)
