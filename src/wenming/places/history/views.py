"""Pages on which something happens to a unit; each shows first what hangs on it."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wenming.audit.recording import action
from wenming.places import actions
from wenming.places.acting import acting, saved
from wenming.places.history.forms import DissolveForm, JoinForm, OrderForm, PartsForm, RenameForm, SplitForm
from wenming.places.history.hanging import hanging_on, open_rows
from wenming.places.history.timeline import entry_of
from wenming.places.models import ChangeKind, Unit, UnitChange, UnitKind
from wenming.places.reach import reached_or_404, scope_of
from wenming.rules.successors import likely
from wenming.web.access import needs

EDIT = "unit_edit"


def _unit(request: HttpRequest, pk: int) -> Unit:
    unit = get_object_or_404(Unit.objects.standing(), pk=pk)
    reached_or_404(request, EDIT, unit)
    return unit


def _given(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    return {"unit": unit, "scope": scope_of(request, EDIT), "initial": {"on": localdate()}}


def _order(request: HttpRequest, form: OrderForm) -> actions.Order:
    return actions.Order(**acting(request), on=form.cleaned_data["on"], basis=form.cleaned_data["basis"])


def _page(request: HttpRequest, template: str, form: Form, unit: Unit, **more: object) -> HttpResponse:
    context = {"form": form, "unit": unit, "hanging": hanging_on(unit), **more}
    return render(request, f"places/history/{template}.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, unit: Unit, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("plans:unit", unit.pk)


@needs(EDIT)
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """From some day on the unit has another name."""
    unit = _unit(request, pk)
    given = _given(request, unit)
    given["initial"] |= {"name": unit.name, "short": unit.short}
    form = RenameForm(request.POST or None, **given)

    def save() -> UnitChange:
        name, short = form.cleaned_data["name"], form.cleaned_data["short"]
        return actions.rename_unit(unit=unit, name=name, short=short, order=_order(request, form))

    if saved(form, save):
        return _done(request, unit, _("已更名。原来的名称会作为其他叫法保留，方案照样认得。"))
    return _page(request, "rename", form, unit)


@needs(EDIT)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """This unit and others become one."""
    unit = _unit(request, pk)
    form = JoinForm(request.POST or None, **_given(request, unit))
    change = saved(form, lambda: _join(request, unit, form))
    if change:
        return _done(request, change.unit, _("机构合并已办好，没办完的事都转到了“%(name)s”。") % {"name": change.unit})
    return _page(request, "join", form, unit)


@action
def _join(request: HttpRequest, unit: Unit, form: JoinForm) -> UnitChange:
    cleaned = form.cleaned_data
    into = cleaned["into"] or _new_unit(request, unit, cleaned["name"], cleaned["short"])
    return actions.join_units(units=form.joined(into), into=into, order=_order(request, form))


def _new_unit(request: HttpRequest, like: Unit, name: str, short: str = "") -> Unit:
    """A new organisation of the same kind and area, below the same units."""
    kind, parents = UnitKind(like.kind), list(like.parents.all())
    return actions.add_unit(name=name, short=short, kind=kind, area=like.area, parents=parents, **acting(request))


@needs(EDIT)
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit becomes several: first which, then who takes what."""
    unit = _unit(request, pk)
    parts = PartsForm(request.GET if "names" in request.GET else None, unit=unit, scope=scope_of(request, EDIT))
    if not parts.is_valid():
        return _page(request, "parts", parts, unit)
    groups = list(open_rows(unit))
    names = parts.part_names
    given = [(row, likely(row.words, names)) for _word, some in groups for row in some]
    form = SplitForm(request.POST or None, parts=names, given=given, **_given(request, unit))
    if saved(form, lambda: _split(request, unit, parts, form)):
        return _done(request, unit, _("已分设。每项责任已交给选定的单位。"))
    sheets = [(word, [(row, form[row.field]) for row in some]) for word, some in groups]
    return _page(request, "split", form, unit, sheets=sheets, parts=names)


@action
def _split(request: HttpRequest, unit: Unit, parts: PartsForm, form: SplitForm) -> UnitChange:
    new = [_new_unit(request, unit, name) for name in parts.cleaned_data["names"]]
    successors: Sequence[Unit] = [*parts.cleaned_data["successors"], *new]
    return actions.split_unit(
        unit=unit, successors=successors, shares=form.shares(successors), order=_order(request, form)
    )


@needs(EDIT)
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit is no more."""
    unit = _unit(request, pk)
    form = DissolveForm(request.POST or None, **_given(request, unit))

    def save() -> UnitChange:
        return actions.dissolve_unit(unit=unit, successor=form.cleaned_data["into"], order=_order(request, form))

    if saved(form, save):
        return _done(request, unit, _("“%(name)s”已撤销。") % {"name": unit})
    return _page(request, "dissolve", form, unit)


@needs(EDIT)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what happened, after seeing what that was."""
    change = get_object_or_404(UnitChange.objects.select_related("unit"), pk=pk, undone_at=None)
    for one in _touched(change):
        reached_or_404(request, EDIT, one)
    problem, status = "", 200
    if request.method == "POST":
        problem, status = _refusal(lambda: _undo(request, change)), 422
        if not problem:
            return redirect("plans:unit", change.unit_id)
    context = {"entry": entry_of(change, change.unit), "unit": change.unit, "problem": problem, "today": now()}
    return render(request, "places/history/undo.html", context, status=status)


def _touched(change: UnitChange) -> list[Unit]:
    """All units that undoing changes, also of other towns; one that comes back among them."""
    gone = [Unit(area_id=change.before["area"])] if change.kind == ChangeKind.SAME else []
    return [*gone, *change.others.all(), change.unit]


def _refusal(work: Callable[[], None]) -> str:
    try:
        work()
    except (actions.CannotUndo, actions.NameTaken) as error:
        return str(error)
    return ""


def _undo(request: HttpRequest, change: UnitChange) -> None:
    undone = actions.undo_change(change=change, **acting(request))
    messages.success(request, _("已撤回。"))
    if undone.left:
        words = ngettext("有 %(left)s 项后来又改过，没有动。", "有 %(left)s 项后来又改过，没有动。", undone.left)
        messages.warning(request, words % {"left": undone.left})
