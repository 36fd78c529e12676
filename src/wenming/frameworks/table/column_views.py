"""The office's own columns: added, named, ordered, removed, and filled in."""

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.frameworks import queries
from wenming.frameworks.actions import columns as acting
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.models import MOST_COLUMNS, Column, ColumnKind, Edition
from wenming.frameworks.reach import edited_edition_or_404, edited_or_404, editions_seen
from wenming.frameworks.table.back import back_to
from wenming.frameworks.table.forms import ColumnForm, EntryForm, ticked
from wenming.web.numbers import whole


@require_http_methods(["GET", "POST"])
@needs(Right.FRAMEWORK_EDIT)
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which columns there are, and one more."""
    edition = edited_edition_or_404(request, pk)
    form = ColumnForm(request.POST or None)
    if form.is_bound and form.is_valid() and _added(request, edition, form):
        return redirect("frameworks:columns", pk)
    found = list(edition.columns.annotate(filled=Count("entries")))
    context = {
        "edition": edition,
        "counts": queries.counted(Edition.objects.filter(pk=edition.pk)).get(),
        "columns": found,
        "form": form,
        "suggested": [one for one in _suggested() if one[0] not in {column.name for column in found}],
        "is_full": len(found) >= MOST_COLUMNS,
        "may_edit": True,
        "is_history": edition.state == "superseded",
    }
    return render(request, "frameworks/columns.html", context, status=422 if form.errors else 200)


def _suggested() -> list[tuple[str, str, object]]:
    """What most offices add."""
    offered = ((_("责任领导"), ColumnKind.TEXT), (_("完成时限"), ColumnKind.DATE), (_("所需材料"), ColumnKind.TEXT))
    return [(name, kind.value, kind.label) for name, kind in offered]


def _added(request: HttpRequest, edition: Edition, form: ColumnForm) -> bool:
    kind = ColumnKind(form.cleaned_data["kind"])
    try:
        acting.add_column(edition=edition, name=form.cleaned_data["name"], kind=kind, by=user_of(request), at=now())
    except (Superseded, acting.BadName, acting.TooMany) as error:
        form.add_error("name", str(error))
        return False
    messages.success(request, _("加了一栏，责任分解表里已经有了。"))
    return True


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def change_column(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, another place, or away with it."""
    seen = Column.objects.filter(edition__in=editions_seen(rights_for(request)))
    column = get_object_or_404(seen.select_related("edition__framework"), pk=pk)
    edited_or_404(request, column.edition.framework)
    try:
        _change(request, column)
    except (Superseded, acting.BadName) as error:
        messages.error(request, str(error))
    except Column.DoesNotExist as error:
        raise Http404 from error
    return redirect("frameworks:columns", column.edition_id)


def _change(request: HttpRequest, column: Column) -> None:
    by, at, asked = user_of(request), now(), request.POST.get("do", "")
    if asked == "remove":
        acting.remove_column(column=column, by=by, at=at)
        messages.success(request, _("已删除“%(name)s”这一栏。") % {"name": column.name})
    elif asked in {"left", "right"}:
        acting.move_column(column=column, is_left=asked == "left", by=by, at=at)
    else:
        acting.rename_column(column=column, name=request.POST.get("name", ""), by=by, at=at)


@require_POST
@needs(Right.FRAMEWORK_EDIT)
def fill_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something in a column of the ticked standards, or of one piece of a standard alone."""
    edition = edited_edition_or_404(request, pk)
    keys = ticked(request.POST.getlist("item"))
    piece = (whole(request.POST.get("piece", "")) or 0) if len(keys) == 1 else 0
    form = EntryForm(request.POST, columns=edition.columns.all())
    if not keys:
        messages.error(request, _("请先在表里勾选测评标准。"))
    elif not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, "".join(map(str, faults)))
    else:
        _fill_in(request, form, [(key, piece) for key in keys])
    return redirect(back_to(request, edition))


def _fill_in(request: HttpRequest, form: EntryForm, places: list[tuple[int, int]]) -> None:
    column, text = form.cleaned_data["column"], form.cleaned_data["text"]
    try:
        count = acting.fill_in(column=column, places=places, text=text, by=user_of(request), at=now())
    except Superseded as error:
        messages.error(request, str(error))
        return
    if text:
        words = ngettext("“%(name)s”填好了 %(count)d 条。", "“%(name)s”填好了 %(count)d 条。", count)
    else:
        words = ngettext("“%(name)s”清空了 %(count)d 条。", "“%(name)s”清空了 %(count)d 条。", count)
    messages.success(request, words % {"name": column.name, "count": count})
