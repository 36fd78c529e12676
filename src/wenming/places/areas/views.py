"""The pages of the tree of areas."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wenming.places import actions
from wenming.places.acting import acting, saved
from wenming.places.areas.forms import AreaForm
from wenming.places.areas.tree import area_tree, lines
from wenming.places.models import Area
from wenming.places.reach import reached_or_404, scope_of
from wenming.web.access import needs
from wenming.web.numbers import whole

EDIT = "unit_edit"
_NEXT_LEVEL = {"province": "city", "city": "county", "county": "town", "town": "community", "community": "community"}


@needs("unit_view")
def areas(request: HttpRequest) -> HttpResponse:
    """The tree, each area with its units."""
    nodes = area_tree()
    scope = scope_of(request, EDIT)
    rows = [(depth, node, scope.holds(area=node.area.pk)) for depth, node in lines(nodes)]
    return render(request, "places/areas/tree.html", {"rows": rows})


@needs(EDIT)
def add(request: HttpRequest) -> HttpResponse:
    """A new area, below the one that ``parent`` names."""
    above = Area.objects.filter(pk=whole(request.GET.get("parent", "")) or 0).first()
    initial = {"parent": above, "kind": _NEXT_LEVEL[above.kind] if above else "town"}
    initial["code"] = above.code if above and above.kind in {"county", "town"} else ""
    form = AreaForm(request.POST or None, scope=scope_of(request, EDIT), initial=initial)
    if area := saved(form, lambda: actions.add_area(**form.cleaned_data, **acting(request))):
        messages.success(request, _("已增加辖区：%(name)s") % {"name": area})
        return redirect("places:areas")
    context = {"form": form, "heading": _("增加辖区")}
    return render(request, "places/areas/form.html", context, status=422 if form.is_bound else 200)


@needs(EDIT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an area, or move it."""
    area = get_object_or_404(Area, pk=pk)
    reached_or_404(request, EDIT, area)
    initial = {"name": area.name, "kind": area.kind, "parent": area.parent_id, "code": area.code}
    form = AreaForm(request.POST or None, scope=scope_of(request, EDIT), area=area, initial=initial)
    if saved(form, lambda: actions.change_area(area=area, **form.cleaned_data, **acting(request))):
        messages.success(request, _("已保存。"))
        return redirect("places:areas")
    context = {"form": form, "heading": _("改辖区"), "area": area}
    return render(request, "places/areas/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@needs(EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away an empty area."""
    area = get_object_or_404(Area, pk=pk)
    reached_or_404(request, EDIT, area)
    try:
        actions.remove_area(area=area, **acting(request))
        messages.success(request, _("已删除辖区：%(name)s") % {"name": area})
    except actions.NotEmpty as error:
        messages.error(request, str(error))
    return redirect("places:areas")
