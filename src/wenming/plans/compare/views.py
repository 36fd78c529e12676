"""What a version changes against another of the same plan, side by side."""

from collections import Counter
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.plans.compare.items import items_of
from wenming.plans.models import ISSUED, READABLE, PlanVersion
from wenming.plans.reach import may_review, seen_or_404
from wenming.plans.term_words import COLUMN_WORDS
from wenming.rules.amendment import Difference, Fate, Pair, Words, changed_words, compare

PER_PAGE = 50
FATES = {Fate.ADDED: _("新增"), Fate.DROPPED: _("取消"), Fate.CHANGED: _("修改"), Fate.UNCHANGED: _("不变")}
_COMPARED = ("lead", "responsible", "cooperating", "supervising", "frequency", "target", "due", "coverage")
FIELDS = {field: COLUMN_WORDS[field] for field in _COMPARED}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs: what is gone from it and what came, in words."""

    label: object
    gone: list[str]
    come: list[str]


@dataclass(frozen=True, slots=True)
class Card:
    """One pair as the page shows it: both texts cut where their words differ, and the fields that differ."""

    pair: Pair
    label: object
    old: list[Words]
    new: list[Words]
    fields: list[Field]


@needs(Right.PLAN_VIEW)
def compare_versions(request: HttpRequest, pk: int, before: int, after: int) -> HttpResponse:
    """Version number ``after`` of a plan against version number ``before``; at first what is not the same."""
    old, new = (_version(request, pk, number) for number in (before, after))
    pairs = compare(items_of(old), items_of(new))
    counts = Counter(pair.fate for pair in pairs)
    shown = _shown(request.GET.get("show", ""))
    wanted = [pair for pair in pairs if pair.fate in shown]
    page = Paginator(wanted, max(len(wanted), 1) if "print" in request.GET else PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "plan": new.plan,
        "old": old,
        "new": new,
        "tabs": _tabs(counts, shown),
        "page": page,
        "cards": [_card(pair) for pair in page.object_list],
        "may_review": may_review(request, new.plan),
        "is_same": counts.total() == counts[Fate.UNCHANGED],
    }
    return render(request, "plans/compare/page.html", context)


def _version(request: HttpRequest, plan: int, number: int) -> PlanVersion:
    versions = PlanVersion.objects.select_related("plan").defer("text", "noise")
    version = get_object_or_404(versions, plan=plan, number=number)
    seen_or_404(request, version.plan)
    if version.state not in (READABLE if may_review(request, version.plan) else ISSUED):
        raise Http404
    return version


def _shown(wanted: str) -> frozenset[Fate]:
    return frozenset({Fate(wanted)} if wanted in set(Fate) else set(Fate) - {Fate.UNCHANGED})


def _tabs(counts: Counter[Fate], shown: frozenset[Fate]) -> list[dict[str, object]]:
    differing = sum(counts[fate] for fate in FATES if fate is not Fate.UNCHANGED)
    tabs: list[dict[str, object]] = [
        {"label": _("所有不同"), "address": "?", "count": differing, "is_current": len(shown) > 1}
    ]
    for fate, label in FATES.items():
        tab = {"label": label, "address": f"?show={fate}", "count": counts[fate], "is_current": shown == {fate}}
        tabs.append(tab)
    return tabs


def _card(pair: Pair) -> Card:
    old, new = (item.text.strip() if item else "" for item in (pair.old, pair.new))
    if pair.old and pair.new:
        left, right = changed_words(old, new)
    else:
        left, right = [Words(old, is_changed=False)], [Words(new, is_changed=False)]
    return Card(pair, FATES[pair.fate], left, right, [_field(one) for one in pair.differences])


def _field(difference: Difference) -> Field:
    gone = [words for words in difference.old if words not in difference.new]
    come = [words for words in difference.new if words not in difference.old]
    return Field(FIELDS[difference.field], gone, come)
