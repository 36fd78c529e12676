"""Seats of a group: giving, letting another follow, ending, moving, taking a slip back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.audit.recording import action
from wenming.command import actions, asking
from wenming.command.asking import acting, form_page
from wenming.command.forms import DayForm, ReplaceSeatForm, SeatForm
from wenming.command.models import Group, Seat


@needs(Right.COMMAND_EDIT)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new seat for a person, or one for each of several units."""
    group = asking.group_to_edit(request, pk)
    title = request.GET.get("title", "")
    form = SeatForm(request.POST or None, people=asking.people(request), initial={"since": localdate(), "title": title})
    if asking.done(form, lambda: _add_all(group, form, acting(request))):
        messages.success(request, _("已安排：%(title)s") % {"title": form.cleaned_data["title"]})
        return redirect("command:group", pk)
    return form_page(request, form, _("安排职位"), reverse("command:group", args=[pk]), group=group)


@action
def _add_all(group: Group, form: SeatForm, who_and_when: asking.Acting) -> None:
    """All of them or none."""
    title, since = form.cleaned_data["title"], form.cleaned_data["since"]
    for holder in form.holders:
        actions.add_seat(group=group, title=title, holder=holder, since=since, **who_and_when)


@needs(Right.COMMAND_EDIT)
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Another holds the seat from a day on."""
    seat = asking.seat_to_edit(request, pk)
    initial = {"since": localdate(), "unit": seat.unit.name if seat.unit and seat.who else ""}
    form = ReplaceSeatForm(request.POST or None, people=asking.people(request), initial=initial)

    def save() -> None:
        filled = form.cleaned_data
        actions.replace_seat(seat=seat, holder=form.holder(filled["unit"]), since=filled["since"], **acting(request))

    if asking.done(form, save):
        messages.success(request, _("已换人，前任仍可在“以前的职位”里查到。"))
        return redirect("command:group", seat.group_id)
    return _seat_page(request, form, seat, _("换人"))


@needs(Right.COMMAND_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody holds the seat after a day."""
    seat = asking.seat_to_edit(request, pk)
    form = DayForm(request.POST or None, initial={"day": localdate()})
    if asking.done(form, lambda: actions.end_seat(seat=seat, until=form.cleaned_data["day"], **acting(request))):
        messages.success(request, _("职位已结束，仍可在“以前的职位”里查到。"))
        return redirect("command:group", seat.group_id)
    return _seat_page(request, form, seat, _("结束职位"))


def _seat_page(request: HttpRequest, form: DayForm | ReplaceSeatForm, seat: Seat, heading: str) -> HttpResponse:
    words = {"title": seat.title, "who": seat.who or str(seat.unit), "day": seat.since.isoformat()}
    told = _("%(title)s：%(who)s，从 %(day)s 起") % words
    back = reverse("command:group", args=[seat.group_id])
    return form_page(request, form, heading, back, group=seat.group, words=told)


@require_POST
@needs(Right.COMMAND_EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """A seat that was given by mistake today goes."""
    seat = asking.seat_to_edit(request, pk)
    try:
        actions.remove_seat(seat=seat, **acting(request))
        messages.success(request, _("已删去：%(name)s") % {"name": seat.title})
    except asking.REFUSED as error:
        messages.error(request, str(error))
    return redirect("command:group", seat.group_id)


@require_POST
@needs(Right.COMMAND_EDIT)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place up, or down; the focus stays on the seat that moved."""
    seat = asking.seat_to_edit(request, pk)
    actions.move_seat(seat=seat, up=request.POST.get("to") == "up", on=localdate(), **acting(request))
    return redirect(f"{reverse('command:group', args=[seat.group_id])}#seat-{pk}")
