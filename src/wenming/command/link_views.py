"""Which leader looks after which place: the table, and what is done there."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.command import actions, asking, queries
from wenming.command.asking import acting, form_page
from wenming.command.forms import DayForm, LinkForm, ReplaceLinkForm
from wenming.command.models import Link, LinkKind
from wenming.command.views import is_slip
from wenming.places.models import Area
from wenming.web.numbers import whole
from wenming.web.searching import searched

PAGE = 50


@require_GET
@needs(Right.COMMAND_VIEW)
def links(request: HttpRequest) -> HttpResponse:
    """Who looks after what on a day, page by page."""
    text, kind = searched(request.GET), request.GET.get("kind", "")
    area = Area.objects.filter(pk=whole(request.GET.get("area", "")) or 0).first()
    day, today = asking.day_asked(request), localdate()
    found = queries.links_found(text, area=area.pk if area else None, kind=kind, on=day)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    scope, me = asking.scope(request), user_of(request)
    rows = [(link, scope.holds(area=link.area_id), is_slip(link, me.pk)) for link in page.object_list]
    asked = {"text": text, "kind": kind, "area": area, "day": day, "today": today}
    shown = {"page": page, "rows": rows, "kinds": LinkKind.choices, "may_edit": may_add(request)}
    return render(request, "command/links.html", {**asked, **shown})


def may_add(request: HttpRequest) -> bool:
    """Whether there is any area within which one may arrange links."""
    scope = asking.scope(request)
    return scope.everywhere or bool(scope.areas)


@needs(Right.COMMAND_EDIT)
def add(request: HttpRequest) -> HttpResponse:
    """A leader gets a place."""
    initial = {"since": localdate(), "area": whole(request.GET.get("area", "")), "kind": LinkKind.POINT}
    form = LinkForm(request.POST or None, people=asking.people(request), scope=asking.scope(request), initial=initial)

    def save() -> None:
        kind, since = LinkKind(form.cleaned_data["kind"]), form.cleaned_data["since"]
        actions.add_link(kind=kind, leader=form.holder(), target=form.target, since=since, **acting(request))

    if asking.done(form, save):
        messages.success(request, _("已安排挂点。"))
        return redirect("command:links")
    return form_page(request, form, _("安排挂点"), reverse("command:links"), is_link=True)


@needs(Right.COMMAND_EDIT)
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """Another leader looks after the place from a day on."""
    link = asking.link_to_edit(request, pk)
    form = ReplaceLinkForm(request.POST or None, people=asking.people(request), initial={"since": localdate()})

    def save() -> None:
        actions.replace_link(link=link, leader=form.holder(), since=form.cleaned_data["since"], **acting(request))

    if asking.done(form, save):
        messages.success(request, _("已换人，以前由谁负责可以按日期查到。"))
        return redirect("command:links")
    return _link_page(request, form, link, _("换人"))


@needs(Right.COMMAND_EDIT)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The leader does not look after the place any more after a day."""
    link = asking.link_to_edit(request, pk)
    form = DayForm(request.POST or None, initial={"day": localdate()})
    if asking.done(form, lambda: actions.end_link(link=link, until=form.cleaned_data["day"], **acting(request))):
        messages.success(request, _("挂点已结束，以前由谁负责可以按日期查到。"))
        return redirect("command:links")
    return _link_page(request, form, link, _("结束挂点"))


def _link_page(request: HttpRequest, form: DayForm | ReplaceLinkForm, link: Link, heading: str) -> HttpResponse:
    words = {"who": link.who, "kind": link.get_kind_display(), "where": link.where, "day": link.since.isoformat()}
    told = _("%(where)s（%(kind)s）：%(who)s，从 %(day)s 起") % words
    return form_page(request, form, heading, reverse("command:links"), words=told, is_link=True)


@require_POST
@needs(Right.COMMAND_EDIT)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """A link that was arranged by mistake today goes."""
    link = asking.link_to_edit(request, pk)
    try:
        actions.remove_link(link=link, **acting(request))
        messages.success(request, _("已删去：%(name)s") % {"name": link.where})
    except asking.REFUSED as error:
        messages.error(request, str(error))
    return redirect("command:links")
