"""The negative list of a round: its lines, what happened, and what that costs here."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.rules.scoring.negative import Consequence, Event
from wenming.scores.actions.happening import Withdrawn, note_event, withdraw_event
from wenming.scores.models import NegativeEvent, Round
from wenming.scores.negative.forms import EventForm
from wenming.scores.reach import run_or_404
from wenming.scores.shown import begun_or_404
from wenming.scores.standing import framework_in, outcome_of
from wenming.scores.words import EFFECT_WORDS, WHY_WORDS, points_words

_MOST = 200  # events that a page shows


@require_GET
@needs(Right.ROUND_VIEW)
def events(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened, with its consequence in this round."""
    found, _context = begun_or_404(request, pk)
    return _page(request, found, EventForm(entries=framework_in(found).negative))


def _page(request: HttpRequest, found: Round, form: EventForm) -> HttpResponse:
    _found, context = begun_or_404(request, found.pk)
    framework = framework_in(found)
    outcome = outcome_of(found, framework)
    context |= {
        "form": form,
        "entries": framework.negative,
        "rows": _rows(found),
        "off": points_words(outcome.points_off or None),
        "effect": EFFECT_WORDS[outcome.effect] if outcome.effect else "",
    }
    return render(request, "scores/negative.html", context, status=422 if form.errors else 200)


def _rows(found: Round) -> list[dict[str, object]]:
    """Every event of the framework, the newest first, with what it costs in this round."""
    framework = framework_in(found)
    titles = {one.code: one.title for one in framework.negative}
    costs = {one.event: one for one in outcome_of(found, framework).consequences}
    rows = NegativeEvent.objects.filter(framework=found.edition.framework_id).select_related("made_by", "withdrawn_by")
    return [
        {"event": one, "title": titles.get(one.entry, ""), **_cost(costs.get(Event(one.entry, one.on)))}
        for one in rows[:_MOST]
    ]


def _cost(one: Consequence | None) -> dict[str, object]:
    """What follows, and why, in words; nothing for what was taken back."""
    if one is None:
        return {"effect": "", "why": "", "points": "", "until": None}
    sanction = one.sanction
    return {
        "effect": EFFECT_WORDS[sanction.effect] if sanction else "",
        "why": WHY_WORDS[one.why],
        "points": points_words(sanction.points) if sanction and sanction.points else "",
        "until": one.until,
    }


@require_POST
@needs(Right.ROUND_EDIT)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Something happened."""
    found = run_or_404(request, pk)
    if not found.frame:
        raise Http404
    form = EventForm(request.POST, entries=framework_in(found).negative)
    if not form.is_valid():
        return _page(request, found, form)
    said = form.cleaned_data
    note_event(
        framework=found.edition.framework,
        entry=said["entry"],
        on=said["on"],
        text=said["text"],
        source=said["source"],
        by=user_of(request),
        at=now(),
    )
    messages.success(request, _("已登记。"))
    return redirect("scores:negative", pk)


@require_POST
@needs(Right.ROUND_EDIT)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It was not so."""
    event = get_object_or_404(NegativeEvent.objects.select_related("framework"), pk=pk)
    if not rights_for(request).exercise(Right.ROUND_EDIT, area=event.framework.area_id):
        raise Http404
    try:
        withdraw_event(event=event, by=user_of(request), at=now())
        messages.success(request, _("已撤回。"))
    except Withdrawn as error:
        messages.error(request, str(error))
    latest = Round.objects.filter(edition__framework=event.framework_id).exclude(state="preparing").first()
    return redirect("scores:negative", latest.pk) if latest else redirect("scores:list")
