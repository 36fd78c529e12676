"""The directory of units and classes: looking up, adding, changing, merging."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from wenming.places import actions, queries
from wenming.places.acting import acting, saved
from wenming.places.asking import Asked, area_choices
from wenming.places.directory import tree
from wenming.places.doubles.queries import suggested_in
from wenming.places.forms import ClassForm, MergeForm, UnitForm, initial_of, initial_of_class
from wenming.places.models import Unit, UnitClass, UnitKind
from wenming.places.picking import MOST_CHOSEN
from wenming.places.reach import Scope, reached_or_404, reaches, scope_of
from wenming.web.access import needs
from wenming.web.numbers import keys_in, whole
from wenming.web.searching import searched

PER_PAGE = 50
PREVIEWED = 60  # units of a class that are shown while it is edited
NOWHERE = Scope()


@needs("unit_view")
def directory(request: HttpRequest) -> HttpResponse:
    """All units: as a tree by kind and area, or as a list where one searches."""
    asked = Asked.of(request)
    found = queries.units_found(asked.text, asked.kind, area=asked.area, is_dissolved=asked.is_dissolved)
    context: dict[str, Any] = {"asked": asked, "kinds": _kinds(), "areas": area_choices(), "is_list": asked.is_list}
    scope = scope_of(request, "unit_edit")
    if scope != NOWHERE:
        context["doubles"] = len(suggested_in(scope))
    if asked.is_list:
        context["page"] = Paginator(found.order_by(*asked.order), PER_PAGE).get_page(request.GET.get("page"))
        context["classes"] = queries.classes_found(asked.text) if asked.text else ()
    else:
        context["tree"] = tree(found.select_related("area__parent").order_by("pk"))
    return render(request, "places/directory.html", context)


def _kinds() -> list[tuple[str, object, int]]:
    counts = queries.kind_counts()
    return [(kind.value, kind.label, counts[kind.value]) for kind in UnitKind if kind.value in counts]


@needs("unit_view")
def classes(request: HttpRequest) -> HttpResponse:
    """All classes, each with how many units it stands for."""
    text = searched(request.GET)
    page = Paginator(queries.classes_found(text), PER_PAGE).get_page(request.GET.get("page"))
    members = queries.member_ids(UnitClass.objects.filter(pk__in=[one.pk for one in page.object_list]))
    pairs = [(one, len(members[one.pk])) for one in page.object_list]
    return render(request, "places/classes.html", {"text": text, "page": page, "pairs": pairs})


@needs("unit_view")
def unit_class(request: HttpRequest, pk: int) -> HttpResponse:
    """One class: its rule in words and the units it stands for today."""
    found = get_object_or_404(UnitClass.objects.select_related("area").prefetch_related("aliases"), pk=pk)
    page = Paginator(queries.members(found).select_related("area").order_by("pk"), PER_PAGE)
    kinds = [UnitKind(kind).label for kind in found.kinds if kind in UnitKind.values]
    may_edit = reaches(request, "unit_edit", found)
    context = {
        "unit_class": found,
        "may_edit": may_edit,
        "kinds": kinds,
        "page": page.get_page(request.GET.get("page")),
    }
    return render(request, "places/class.html", context)


@needs("unit_edit")
def add(request: HttpRequest) -> HttpResponse:
    """A new unit."""
    scope = scope_of(request, "unit_edit")
    form = UnitForm(request.POST or None, scope=scope, initial={"area": queries.home()})
    unit = saved(form, lambda: actions.add_unit(**form.cleaned_data, **acting(request)))
    if unit is not None:
        messages.success(request, _("已加入单位名录：%(name)s") % {"name": unit})
        return redirect("plans:unit", unit.pk)
    return _form_page(request, form, {"heading": _("增加单位")})


@needs("unit_edit")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit's names, kind, area, parents."""
    unit = get_object_or_404(Unit.objects.prefetch_related("parents", "aliases"), pk=pk)
    reached_or_404(request, "unit_edit", unit)
    form = UnitForm(request.POST or None, scope=scope_of(request, "unit_edit"), unit=unit, initial=initial_of(unit))
    if saved(form, lambda: actions.change_unit(unit=unit, **form.cleaned_data, **acting(request))) is not None:
        messages.success(request, _("已保存。"))
        return redirect("plans:unit", unit.pk)
    return _form_page(request, form, {"heading": _("改单位资料"), "unit": unit})


@needs("unit_edit")
def add_class(request: HttpRequest) -> HttpResponse:
    """A new class."""
    form = ClassForm(request.POST or None, scope=scope_of(request, "unit_edit"))
    made = saved(form, lambda: actions.add_class(**form.cleaned_data, **acting(request)))
    if made is not None:
        messages.success(request, _("已加入单位名录：%(name)s") % {"name": made})
        return redirect("places:class", made.pk)
    return _form_page(request, form, {"heading": _("增加单位类别"), "is_class": True})


@needs("unit_edit")
def edit_class(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a class's name, rule and members."""
    found = get_object_or_404(UnitClass.objects.prefetch_related("named_members", "aliases"), pk=pk)
    reached_or_404(request, "unit_edit", found)
    scope = scope_of(request, "unit_edit")
    form = ClassForm(request.POST or None, scope=scope, unit_class=found, initial=initial_of_class(found))
    if saved(form, lambda: actions.change_class(unit_class=found, **form.cleaned_data, **acting(request))) is not None:
        messages.success(request, _("已保存。"))
        return redirect("places:class", found.pk)
    return _form_page(request, form, {"heading": _("改单位类别"), "unit_class": found, "is_class": True})


@needs("unit_edit")
def preview_class(request: HttpRequest) -> HttpResponse:
    """The units that a class would stand for as its form is filled in now."""
    kinds = [kind for kind in request.GET.getlist("kinds") if kind in UnitKind.values]
    named = Q(pk__in=keys_in(request.GET.getlist("named_members"))[:MOST_CHOSEN])
    units = queries.members_by(kinds=kinds, area=whole(request.GET.get("area", "")), named=named)
    context = {"count": units.count(), "units": units.order_by("pk")[:PREVIEWED]}
    return render(request, "places/class_preview.html", context)


@needs("unit_edit")
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Two entries that are one unit become one."""
    unit = get_object_or_404(Unit, pk=pk)
    reached_or_404(request, "unit_edit", unit)
    form = MergeForm(request.POST or None, scope=scope_of(request, "unit_edit"), unit=unit)
    kept = saved(form, lambda: actions.merge_units(unit=unit, into=form.cleaned_data["into"], **acting(request)))
    if kept is not None:
        messages.success(request, _("“%(gone)s”已并入“%(kept)s”。") % {"gone": unit, "kept": kept})
        return redirect("plans:unit", kept.pk)
    return render(request, "places/merge.html", {"form": form, "unit": unit}, status=422 if form.is_bound else 200)


def _form_page(request: HttpRequest, form: Form, context: dict[str, Any]) -> HttpResponse:
    return render(request, "places/form.html", {"form": form, **context}, status=422 if form.is_bound else 200)
