"""Standards whose values come from figures: which from which, what they say today, and taking that into a round."""

from collections.abc import Collection, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.words import words_of
from wenming.places.models import Unit
from wenming.rules.scoring.figures import Wants, wants
from wenming.rules.scoring.model import Node
from wenming.scores.actions import measuring, supplying
from wenming.scores.actions.rounds import WrongState
from wenming.scores.figures.forms import SupplyForm, key_of
from wenming.scores.figures.lines import Line, place_of, supplied
from wenming.scores.figures.words import STATES
from wenming.scores.models import Round, RoundState, Supply
from wenming.scores.reach import run_or_404
from wenming.scores.shown import shown
from wenming.scores.standing import framework_in
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.reach import series_seen


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """What the figures say today; what is ticked comes into the round."""
    _begun(request, pk)
    found, context = shown(request, pk)
    lines = supplied(found, series_seen(rights_for(request)))
    if request.method == "POST":
        return _take(request, found, lines)
    context |= {
        "rows": [(line, STATES[line.state]) for line in lines],
        "may_take": any(line.may_be_taken for line in lines) and found.state == RoundState.OPEN,
        "leaves": [leaf for leaf in _leaves(found).values() if wants(leaf) is not Wants.NOTHING],
    }
    return render(request, "scores/figures.html", context)


def _take(request: HttpRequest, found: Round, lines: Collection[Line]) -> HttpResponse:
    """What was ticked, where it still says what was seen."""
    ticked = set(request.POST.getlist("take"))
    seen = [line.seen for line in lines if line.may_be_taken and line.key in ticked]
    if not ticked:
        messages.error(request, _("请先选要填入的标准。"))
    elif len(seen) < len(ticked):
        messages.error(request, _("有的数据这期间变了，没有填入。请看看现在的再填。"))
    else:
        return _taken(request, found, seen)
    return redirect("scores:figures", found.pk)


def _taken(request: HttpRequest, found: Round, seen: list[measuring.Seen]) -> HttpResponse:
    try:
        batch = measuring.take_figures(measured=found, seen=seen, by=user_of(request), at=now())
    except (WrongState, measuring.EnteredMeanwhile) as error:
        messages.error(request, str(error))
        return redirect("scores:figures", found.pk)
    words = ngettext("从指标填入了 %(count)d 条标准。", "从指标填入了 %(count)d 条标准。", len(seen))
    messages.success(request, words % {"count": len(seen)})
    return redirect(f"{reverse('scores:values', args=[found.pk])}?added={batch}")


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def supply(request: HttpRequest, pk: int) -> HttpResponse:
    """From which figure the standard of the address takes its value."""
    found = _begun(request, pk)
    leaf = _leaves(found).get(request.GET.get("standard", ""))
    if leaf is None or wants(leaf) is Wants.NOTHING:
        raise Http404
    method = _method(leaf, request.GET.get("method", ""))
    known = Supply.objects.filter(framework=found.edition.framework_id, standard=leaf.code, method=method).first()
    places = list(series_seen(rights_for(request)))
    units = Unit.objects.in_bulk({unit for _name, unit in places} - {ALL})
    form = SupplyForm(request.POST or None, leaf=leaf, places=places, units=units, initial=_initial(known))
    if form.is_bound and form.is_valid():
        supplying.set_supply(
            framework=found.edition.framework,
            standard=leaf.code,
            method=method,
            source=form.source,
            by=user_of(request),
            at=now(),
        )
        messages.success(request, _("记下了，以后各轮都从这个指标取数。"))
        return redirect("scores:figures", pk)
    context = {"form": form, "round": found, "leaf": leaf, "method": method, "known": known, "has_places": places}
    context["rule"] = words_of(leaf.rule)
    return render(request, "scores/supply.html", context, status=422 if form.errors else 200)


def _method(leaf: Node, method: str) -> str:
    """By which of its methods; empty where it has one at most, the first where the address names none of them."""
    if len(leaf.methods) < 2:
        return ""
    return method if method in leaf.methods else leaf.methods[0]


def _initial(known: Supply | None) -> Mapping[str, object]:
    if known is None:
        return {}
    names = ("taken", "period", "target", "better")
    return {"figure": key_of(place_of(known))} | {name: getattr(known, name) for name in names}


@require_POST
@needs(Right.ROUND_EDIT)
def drop(request: HttpRequest, pk: int, supply_pk: int) -> HttpResponse:
    """The standard takes its value from the figure no more."""
    found = _begun(request, pk)
    row = get_object_or_404(Supply, pk=supply_pk, framework=found.edition.framework_id)
    supplying.drop_supply(supply=row, by=user_of(request), at=now())
    messages.success(request, _("不再从指标取数；已经填入的数据还在。"))
    return redirect("scores:figures", pk)


def _begun(request: HttpRequest, pk: int) -> Round:
    found = run_or_404(request, pk)
    if found.state == RoundState.PREPARING:
        raise Http404
    return found


def _leaves(found: Round) -> dict[str, Node]:
    return {leaf.code: leaf for leaf in framework_in(found).tree.leaves()}
