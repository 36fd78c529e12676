"""The office turns a plan into commitments: the list by measure, one commitment with its sentence and calendar."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.plans.models import Measure, Plan, PlanVersion, VersionState
from wenming.plans.table.schedule import plan_year
from wenming.plans.table.sentence import Mark, Piece, pieces
from wenming.rules.commitments.kept import commitment_of
from wenming.web.numbers import whole
from wenming.web.refusals import FieldsOf, saved
from wenming.work.commitments import actions, queries
from wenming.work.commitments.compiling import year_of_plan
from wenming.work.commitments.forms import CommitmentForm, SinceForm, blank, filled_from
from wenming.work.commitments.preview import preview_of
from wenming.work.models import Commitment, CommitmentState

PAGE = 30  # measures
_FIELDS_OF: FieldsOf = {actions.Changed: (), actions.NotInForce: (), actions.NobodyJudged: ("whom",)}


@require_GET
@needs(Right.COMMITMENT_EDIT)
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """All measures of the plan in force with their commitments, page by page."""
    version = _in_force(request, pk)
    state = request.GET.get("state", "")
    state = state if state in CommitmentState.values else ""
    page = Paginator(queries.measures_of(version, state), PAGE).get_page(request.GET.get("page"))
    counts = queries.counts_of(version)
    context = {
        "plan": version.plan,
        "version": version,
        "page": page,
        "lines": queries.lines_of(list(page.object_list)),
        "state": state,
        "states": [(value, label, counts[value]) for value, label in CommitmentState.choices],
        "count": sum(counts.values()),
        "proposed": counts[CommitmentState.PROPOSED],
        "missing": version.measures.standing().filter(commitments=None).count(),
        "since": SinceForm(initial={"since": localdate(version.in_force_at)}),
    }
    return render(request, "work/commitments/overview.html", context)


def _in_force(request: HttpRequest, plan: int) -> PlanVersion:
    """The version in force of a plan whose commitments one may edit; to others there is no such page."""
    versions = PlanVersion.objects.select_related("plan").filter(state=VersionState.IN_FORCE)
    version = get_object_or_404(versions, plan=plan)
    _reached_or_404(request, version.plan)
    return version


def _reached_or_404(request: HttpRequest, plan: Plan) -> None:
    if not rights_for(request).exercise(Right.COMMITMENT_EDIT, area=plan.area_id):
        raise Http404


@require_POST
@needs(Right.COMMITMENT_EDIT)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Proposals for all measures that have none."""
    form = SinceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("起算日期请写成 2026-06-30 这样。"))
        return redirect("work:commitments", pk)
    since = form.cleaned_data["since"]
    made = actions.propose(version=_in_force(request, pk), by=user_of(request), at=now(), since=since)
    told = ngettext("生成了 %(count)d 条要求，请确认。", "生成了 %(count)d 条要求，请确认。", len(made))
    messages.success(request, told % {"count": len(made)} if made else _("每条措施都已有要求。"))
    return redirect("work:commitments", pk)


@require_POST
@needs(Right.COMMITMENT_EDIT)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The chosen proposals hold; all that the plan still has, where ``all`` is said."""
    version = _in_force(request, pk)
    mine = Commitment.objects.filter(measure__version=version, state=CommitmentState.PROPOSED)
    if "all" not in request.POST:
        mine = mine.filter(pk__in=[whole(key) or 0 for key in request.POST.getlist("commitment")])
    keys = list(mine.values_list("pk", flat=True))
    made = actions.confirm(commitments=keys, by=user_of(request), at=now())
    count = {"count": len(made)}
    messages.success(request, ngettext("确认了 %(count)d 条要求。", "确认了 %(count)d 条要求。", len(made)) % count)
    return redirect("work:commitments", pk)


@needs(Right.COMMITMENT_EDIT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One commitment: the sentence of the plan, what it asks, an example calendar; saved, it is confirmed."""
    found = _commitment(request, pk)
    form = CommitmentForm(request.POST or None, initial=filled_from(found))
    revision = whole(request.POST.get("revision", "")) if request.POST else found.revision

    def save() -> Commitment:
        seen = -1 if revision is None else revision
        return actions.adjust(commitment=found, shape=form.shape(), revision=seen, by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已确认：%(name)s") % {"name": form.cleaned_data["activity"]})
        return redirect("work:commitments", found.measure.version.plan_id)
    return _form_page(request, form, found.measure, found)


@needs(Right.COMMITMENT_EDIT)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """One more commitment of the measure ``pk``."""
    measure = get_object_or_404(Measure.objects.standing().select_related("version__plan"), pk=pk)
    _reached_or_404(request, measure.version.plan)
    days = year_of_plan(plan_year(measure.version))
    form = CommitmentForm(request.POST or None, initial=blank(days.first, days.last))

    def save() -> Commitment:
        return actions.add(measure=measure, shape=form.shape(), by=user_of(request), at=now())

    if saved(form, save, _FIELDS_OF):
        messages.success(request, _("已确认：%(name)s") % {"name": form.cleaned_data["activity"]})
        return redirect("work:commitments", measure.version.plan_id)
    return _form_page(request, form, measure, None)


@require_POST
@needs(Right.COMMITMENT_EDIT)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """No rule is made of it."""
    found = _commitment(request, pk)
    revision = whole(request.POST.get("revision", ""))
    try:
        actions.set_aside(commitment=found, revision=revision or 0, by=user_of(request), at=now())
        messages.success(request, _("已设为不设规则：%(name)s") % {"name": found.activity})
    except actions.Changed as error:
        messages.error(request, str(error))
    return redirect("work:commitments", found.measure.version.plan_id)


@require_POST
@needs(Right.COMMITMENT_EDIT)
def preview(request: HttpRequest) -> HttpResponse:
    """What the form would ask, in words and as a calendar; nothing is kept."""
    form = CommitmentForm(request.POST)
    form.is_valid()
    shown = preview_of(form.cleaned_data.get("activity", ""), form.rule, today=localdate()) if form.rule else None
    return render(request, "work/commitments/_preview.html", {"preview": shown})


def _commitment(request: HttpRequest, pk: int) -> Commitment:
    rows = Commitment.objects.select_related("measure__version__plan", "unit_class")
    found = get_object_or_404(rows, pk=pk)
    _reached_or_404(request, found.measure.version.plan)
    return found


def _form_page(
    request: HttpRequest, form: CommitmentForm, measure: Measure, commitment: Commitment | None
) -> HttpResponse:
    rule = form.rule
    if commitment is not None and not form.is_bound:
        rule = commitment_of(commitment.rule)
    context = {
        "form": form,
        "measure": measure,
        "plan": measure.version.plan,
        "commitment": commitment,
        "sentence": _sentence(measure, commitment),
        "preview": preview_of(form["activity"].value() or "", rule, today=localdate()) if rule else None,
    }
    return render(request, "work/commitments/form.html", context, status=422 if form.is_bound else 200)


def _sentence(measure: Measure, commitment: Commitment | None) -> list[Piece]:
    terms = commitment.terms.all() if commitment else measure.terms.standing()
    marks = [Mark(term.start, term.end, "mark-term") for term in terms]
    version = measure.version
    return pieces(version.text, measure.start, measure.end, marks=marks, noise=version.noise)
