"""What the pages of this room are asked: on which day, in whose reach, and what came of a form."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypedDict

from django.db.models import Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now

from wenming.accounts.access import rights_for, user_of
from wenming.accounts.models import User
from wenming.accounts.people.queries import people_seen
from wenming.accounts.rights import Right
from wenming.command import actions
from wenming.command.models import Group, Link, Seat
from wenming.command.queries import not_over
from wenming.places.reach import Scope, reached_or_404
from wenming.web.refusals import FieldsOf, saved

_FIELDS_OF: FieldsOf = {
    actions.NobodyThere: ("who",),
    actions.SeatHeld: (),
    actions.LinkHeld: (),
    actions.NotWithin: ("unit",),
    actions.WrongDay: ("since", "day"),
    actions.AlreadyOver: ("since", "day"),
    actions.OwnParent: ("parent",),
    actions.NotEmpty: (),
}
REFUSED = (actions.TooLate, actions.NotEmpty)


class Acting(TypedDict):
    """Who, and when."""

    by: User
    at: datetime


def acting(request: HttpRequest) -> Acting:
    """The signed-in person, now."""
    return {"by": user_of(request), "at": now()}


def day_asked(request: HttpRequest) -> date:
    """The day that the address names as ``on``; today where it names none, or makes no sense."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return localdate()


def scope(request: HttpRequest) -> Scope:
    """How far the person may change the structure."""
    return rights_for(request).scope(Right.COMMAND_EDIT)


def people(request: HttpRequest) -> QuerySet[User]:
    """The accounts that may be named."""
    return people_seen(rights_for(request), user_of(request))


def parents(request: HttpRequest, group: Group | None = None) -> QuerySet[Group]:
    """Below which groups one may put a group: those within reach, those of the areas above, and where it is."""
    reached = scope(request)
    allowed = Q() if reached.everywhere else Q(area__in=reached.areas | reached.above)
    found = Group.objects.filter(not_over(localdate()), allowed)
    if group is None:
        return found
    return (found | Group.objects.filter(children=group)).exclude(pk=group.pk).distinct()


def group_to_edit(request: HttpRequest, pk: int) -> Group:
    """A group that one may change; to others there is no such page."""
    group = get_object_or_404(Group.objects.select_related("area", "parent", "host"), pk=pk)
    reached_or_404(request, Right.COMMAND_EDIT, group.area)
    return group


def seat_to_edit(request: HttpRequest, pk: int) -> Seat:
    """A seat that one may change."""
    seat = get_object_or_404(Seat.objects.select_related("group__area", "user", "unit"), pk=pk)
    reached_or_404(request, Right.COMMAND_EDIT, seat.group.area)
    return seat


def link_to_edit(request: HttpRequest, pk: int) -> Link:
    """A link that one may change."""
    link = get_object_or_404(Link.objects.select_related("area", "user", "unit"), pk=pk)
    reached_or_404(request, Right.COMMAND_EDIT, link.area)
    return link


def done(form: Form, do: Callable[[], object]) -> bool:
    """Whether the form was good and ``do`` has done it; else the form says what this room refused."""

    def save() -> bool:
        do()
        return True

    return saved(form, save, _FIELDS_OF) is not None


def form_page(request: HttpRequest, form: Form, heading: str, back: str, **context: Any) -> HttpResponse:  # noqa: ANN401 - of a template
    """The page with the form, and what is wrong with it; ``back`` is where "不改了" leads."""
    told = {"form": form, "heading": heading, "back": back, **context}
    return render(request, "command/form.html", told, status=422 if form.is_bound else 200)
