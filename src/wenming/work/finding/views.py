"""The page behind the search box of the top line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wenming.accounts.access import everybody, rights_for
from wenming.accounts.powers import Powers
from wenming.plans.search import queries as of_plans
from wenming.plans.search.excerpt import Excerpt, excerpt
from wenming.web.searching import searched
from wenming.work.finding import queries

FIRST = 6  # of each group while all groups are shown
PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort: a page of it, each with the words around what was searched for."""

    key: str
    label: object
    page: Page[Any]
    found: list[tuple[Any, Excerpt]]

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than are counted."""
        return self.page.paginator.count == queries.MOST


_Finder = Callable[[str, Powers], QuerySet[Any]]
_GROUPS: dict[str, tuple[object, _Finder, str]] = {  # in this order; the field around which words are shown
    "measures": (_("措施"), of_plans.measures, "text"),
    "commitments": (pgettext_lazy("commitments", "要求"), queries.commitments, "activity"),
    "records": (_("工作记录"), queries.records, "words"),
    "requests": (_("材料征集"), queries.requests, "basis"),
    "evidence": (_("佐证材料"), queries.evidence, "words"),
    "units": (_("单位"), of_plans.units, "name"),
    "classes": (_("单位类别"), of_plans.classes, "name"),
    "plans": (_("方案"), of_plans.plans, "title"),
}


@everybody
def search(request: HttpRequest) -> HttpResponse:
    """What one may see that holds the words; all groups with their first few, or one group page by page."""
    text = searched(request.GET)
    only = request.GET.get("in", "")
    only = only if only in _GROUPS else ""
    groups = [_group(request, key, text) for key in ([only] if only else _GROUPS)] if text else []
    context = {"text": text, "only": only, "groups": [group for group in groups if group.page.paginator.count]}
    return render(request, "work/finding/page.html", context)


def _group(request: HttpRequest, key: str, text: str) -> Group:
    label, find, field = _GROUPS[key]
    is_only = request.GET.get("in") == key
    paginator = Paginator(find(text, rights_for(request)), PER_PAGE if is_only else FIRST)
    page = paginator.get_page(request.GET.get("page") if is_only else 1)
    return Group(key, label, page, [(one, excerpt(getattr(one, field), text)) for one in page.object_list])
