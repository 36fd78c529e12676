"""The list of rounds; making one, its settings, its course, who may see it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.models import PostRole, User
from wenming.accounts.queries import in_force
from wenming.accounts.rights import Right
from wenming.frameworks.models import Edition, EditionState
from wenming.scores.actions import rounds as actions
from wenming.scores.reach import rounds_seen, run_or_404
from wenming.scores.rounds.forms import MakeForm, PeopleForm, ReasonForm, SettingsForm

PAGE = 20
_LOOKING = (PostRole.LEADER, PostRole.ASSESSOR)  # whose posts let them see rounds


@require_GET
@needs(Right.ROUND_VIEW)
def round_list(request: HttpRequest) -> HttpResponse:
    """All rounds that the person may see, the newest first."""
    found = rounds_seen(rights_for(request), user_of(request)).defer("frame")
    counted = found.annotate(value_count=Count("measurements", filter=Q(measurements__withdrawn_at=None))).order_by(
        "-last", "-pk"
    )
    page = Paginator(counted, PAGE).get_page(request.GET.get("page"))
    return render(request, "scores/list.html", {"page": page, "can_make": _editions(request).exists()})


def _editions(request: HttpRequest) -> QuerySet[Edition]:
    """The frameworks in force of which the person may begin a round."""
    within = rights_for(request).scope(Right.ROUND_EDIT).within("framework__area")
    return Edition.objects.filter(within, state=EditionState.IN_FORCE).select_related("framework")


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def make(request: HttpRequest) -> HttpResponse:
    """A new round."""
    form = MakeForm(request.POST or None, editions=_editions(request), initial={"first": localdate()})
    if form.is_bound and form.is_valid():
        made = actions.make_round(
            edition=form.cleaned_data["edition"], settings=form.settings, by=user_of(request), at=now()
        )
        return redirect("scores:round", made.pk)
    return render(request, "scores/make.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Its settings."""
    found = run_or_404(request, pk)
    form = SettingsForm(request.POST or None, initial={name: getattr(found, name) for name in SettingsForm.base_fields})
    if form.is_bound and form.is_valid():
        try:
            actions.change_round(changed=found, settings=form.settings, by=user_of(request), at=now())
            messages.success(request, _("已保存。"))
        except actions.WrongState as error:
            messages.error(request, str(error))
        return redirect("scores:round", pk)
    return render(request, "scores/make.html", {"form": form, "round": found}, status=422 if form.errors else 200)


@require_POST
@needs(Right.ROUND_EDIT)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze the framework, and begin."""
    found = run_or_404(request, pk)
    try:
        actions.begin(begun=found, by=user_of(request), at=now())
        messages.success(request, _("测评已开始：测评体系固定为现在的样子，以后的修改不影响这一轮。"))
    except actions.WrongState as error:
        messages.error(request, str(error))
    return redirect("scores:round", pk)


@require_POST
@needs(Right.ROUND_EDIT)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """It is over."""
    found = run_or_404(request, pk)
    try:
        actions.close(closed=found, by=user_of(request), at=now())
        messages.success(request, _("测评已结束。"))
    except actions.WrongState as error:
        messages.error(request, str(error))
    return redirect("scores:round", pk)


@require_POST
@needs(Right.ROUND_EDIT)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It goes on, and why."""
    found, form = run_or_404(request, pk), ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("重新打开要写明原因，所以没有打开。"))
        return redirect("scores:round", pk)
    try:
        actions.reopen(closed=found, reason=form.cleaned_data["reason"], by=user_of(request), at=now())
        messages.success(request, _("测评已重新打开。"))
    except actions.WrongState as error:
        messages.error(request, str(error))
    return redirect("scores:round", pk)


@require_POST
@needs(Right.ROUND_EDIT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """A round that has not begun goes."""
    found = run_or_404(request, pk)
    try:
        actions.discard(discarded=found, by=user_of(request), at=now())
    except actions.WrongState as error:
        messages.error(request, str(error))
        return redirect("scores:round", pk)
    messages.success(request, _("测评轮次已删除。"))
    return redirect("scores:list")


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who may see it."""
    found = run_or_404(request, pk)
    named = User.objects.filter(rounds__round=found)
    initial = {"is_restricted": found.is_restricted, "people": named}
    form = PeopleForm(request.POST or None, people=_who_look(request, named), initial=initial)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        actions.open_to(
            opened=found,
            people=list(said["people"]),
            is_restricted=said["is_restricted"],
            by=user_of(request),
            at=now(),
        )
        messages.success(request, _("已保存。"))
        return redirect("scores:round", pk)
    return render(request, "scores/people.html", {"form": form, "round": found}, status=422 if form.errors else 200)


def _who_look(request: HttpRequest, named: QuerySet[User]) -> QuerySet[User]:
    """Those within the person's reach whose posts let them see rounds, and those named already."""
    scope = rights_for(request).scope(Right.PERSON_VIEW)
    within = scope.within("posts__area") | scope.within("posts__unit__area")
    holding = Q(posts__role__in=_LOOKING) & in_force(localdate(), prefix="posts__") & within
    return User.objects.filter(holding | Q(pk__in=named.values("pk")), is_active=True).distinct().order_by("full_name")
