"""Handing over: who takes it, what moves, and the one button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from wenming.accounts import actions
from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.models import User
from wenming.accounts.people import handing_over, queries
from wenming.accounts.people.forms import TakerForm
from wenming.accounts.people.views import managed_or_404
from wenming.accounts.rights import Right

_REFUSED = (
    handing_over.Stopped,
    handing_over.SamePerson,
    handing_over.NothingInHand,
    actions.HeldApart,
    actions.GivenToSelf,
)


@needs(Right.PERSON_EDIT)
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """``?person=`` shows what would move to whom; posting it moves it."""
    giver, me = managed_or_404(request, pk), user_of(request)
    others = queries.people_seen(rights_for(request), me).exclude(pk__in=[giver.pk, me.pk])
    form = TakerForm(request.POST or (request.GET if "person" in request.GET else None), people=others)
    taker = form.cleaned_data["person"] if form.is_valid() else None
    if request.method == "POST" and taker and _handed_over(request, form, giver, taker):
        messages.success(request, _("已交接给 %(person)s。要撤回，请从 %(person)s 再交接回来。") % {"person": taker})
        return redirect("accounts:person", taker.pk)
    context = {"form": form, "giver": giver, "taker": taker, "in_hand": _in_hand(giver)}
    context["moves"] = handing_over.moves(giver, taker, on=localdate()) if taker else []
    return render(request, "accounts/people/hand_over.html", context, status=422 if form.errors else 200)


def _in_hand(giver: User) -> list[tuple[object, int]]:
    """What the person has in hand, in words, with how many."""
    counted = [(work.words, work.rows.count()) for work in handing_over.open_work_of(giver)]
    return [(words, count) for words, count in counted if count]


def _handed_over(request: HttpRequest, form: TakerForm, giver: User, taker: User) -> bool:
    """Whether it is done; else the form says why not."""
    stops = form.cleaned_data["stops"]
    try:
        handing_over.hand_over(giver=giver, taker=taker, stops=stops, by=user_of(request), at=now())
    except _REFUSED as error:
        form.add_error("person", str(error))
        return False
    return True
