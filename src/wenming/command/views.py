"""The structure on a day, its groups, and what is done to them."""

from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.command import actions, asking, queries, sheet
from wenming.command.asking import acting, form_page
from wenming.command.forms import DayForm, GroupForm
from wenming.command.models import Group, Period
from wenming.command.tree import tree
from wenming.places.queries import home
from wenming.web.numbers import whole

PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@needs(Right.COMMAND_VIEW)
def structure(request: HttpRequest) -> HttpResponse:
    """All groups of the day that the address names, under each other."""
    day, today = asking.day_asked(request), localdate()
    context = {"tree": tree(day), "day": day, "today": today, "may_edit": Right.COMMAND_EDIT in rights_for(request)}
    return render(request, "command/tree.html", context)


@require_GET
@needs(Right.COMMAND_VIEW)
def roster(request: HttpRequest) -> HttpResponseBase:
    """The structure and the links of that day as Excel: names, no telephone numbers."""
    day, file = asking.day_asked(request), BytesIO()
    sheet.write(file, tree(day), queries.links_found(on=day), day=day)
    file.seek(0)
    name = _("指挥体系名单 %(day)s") % {"day": day.isoformat()}
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


@require_GET
@needs(Right.COMMAND_VIEW)
def group(request: HttpRequest, pk: int) -> HttpResponse:
    """One group: who sits in it now, who did before, which groups stand below."""
    found = get_object_or_404(Group.objects.select_related("area", "parent", "host"), pk=pk)
    today, me = localdate(), user_of(request)
    may_edit = asking.scope(request).holds(area=found.area_id)
    seats = list(queries.seats_now(found, today))
    context = {
        "group": found,
        "seats": [(seat, may_edit and is_slip(seat, me.pk)) for seat in seats],
        "former": Paginator(queries.seats_formerly(found, today), PAGE).get_page(request.GET.get("page")),
        "children": list(queries.groups_below(found, today)),
        "may_edit": may_edit and (found.until is None or found.until >= today),
        "may_remove": may_edit and is_slip(found, me.pk) and not seats,
        "today": today,
    }
    return render(request, "command/group.html", context)


def is_slip(entry: Period, me: int) -> bool:
    """Whether I entered it today, so that it can be taken away as a mistake."""
    return entry.entered_by_id == me and bool(entry.entered_at) and localdate(entry.entered_at) == localdate()


@needs(Right.COMMAND_EDIT)
def add(request: HttpRequest) -> HttpResponse:
    """A new group, below the one that ``parent`` names."""
    above = asking.parents(request).filter(pk=whole(request.GET.get("parent", "")) or 0).first()
    top = rights_for(request).own_area(Right.COMMAND_EDIT) or getattr(home(), "pk", None)
    initial = {"parent": above, "area": top, "kind": "working" if above else "headquarters", "since": localdate()}
    form = GroupForm(
        request.POST or None, scope=asking.scope(request), parents=asking.parents(request), initial=initial
    )
    made: list[Group] = []

    def save() -> None:
        made.append(actions.add_group(shape=form.shape, since=form.cleaned_data["since"], **acting(request)))

    if asking.done(form, save):
        messages.success(request, _("已设立：%(name)s。下面可以安排职位。") % {"name": made[0]})
        return redirect("command:group", made[0].pk)
    return form_page(request, form, _("设立机构"), reverse("command:tree"))


@needs(Right.COMMAND_EDIT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words, or another place, for a group."""
    found = asking.group_to_edit(request, pk)
    initial = {
        "name": found.name,
        "kind": found.kind,
        "parent": found.parent_id,
        "area": found.area_id,
        "host": found.host.name if found.host else "",
    }
    parents = asking.parents(request, found)
    form = GroupForm(request.POST or None, scope=asking.scope(request), parents=parents, is_new=False, initial=initial)
    if asking.done(form, lambda: actions.change_group(group=found, shape=form.shape, **acting(request))):
        messages.success(request, _("已保存。"))
        return redirect("command:group", pk)
    return form_page(request, form, _("改机构"), reverse("command:group", args=[pk]), group=found)


@needs(Right.COMMAND_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The group is no more after a day."""
    found = asking.group_to_edit(request, pk)
    form = DayForm(request.POST or None, initial={"day": localdate()})

    def save() -> None:
        actions.end_group(group=found, until=form.cleaned_data["day"], **acting(request))

    if asking.done(form, save):
        messages.success(request, _("“%(name)s”已撤销，里面的职位随之结束，以前的情况仍可查到。") % {"name": found})
        return redirect("command:group", pk)
    words = _("里面的职位也到这一天结束。以前的情况仍可以按日期查到。")
    return form_page(request, form, _("撤销机构"), reverse("command:group", args=[pk]), group=found, words=words)


@require_POST
@needs(Right.COMMAND_EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """A group that was entered by mistake today goes."""
    found = asking.group_to_edit(request, pk)
    try:
        actions.remove_group(group=found, **acting(request))
    except asking.REFUSED as error:
        messages.error(request, str(error))
        return redirect("command:group", pk)
    messages.success(request, _("已删去：%(name)s") % {"name": found})
    return redirect("command:tree")
