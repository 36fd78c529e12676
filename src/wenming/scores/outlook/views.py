"""What to do next: what each open standard could bring, and the best set; and how likely a score is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from numpy.random import default_rng

from wenming.accounts.access import needs, user_of
from wenming.accounts.rights import Right
from wenming.frameworks.models import Assignment, AssignmentRole
from wenming.rules.scoring.effort import Effort, Ground
from wenming.rules.scoring.forecasting import Forecast, beliefs
from wenming.rules.scoring.forecasting import forecast as drawn
from wenming.rules.scoring.improving import Choice, Plan, Standing, best_set, gains, standing
from wenming.rules.scoring.model import Result
from wenming.scores.actions.reckoning import say_effort
from wenming.scores.models import Round, SaidEffort
from wenming.scores.outlook.days import effort_words, efforts_of
from wenming.scores.outlook.forms import DaysForm, EffortForm, TargetForm
from wenming.scores.reach import run_or_404
from wenming.scores.shown import begun_or_404
from wenming.scores.standing import framework_in, standing_of
from wenming.scores.words import points_words
from wenming.work.progress.charts import Chart, ChartKind, Line

PAGE = 50
_BINS = 20
_USUAL_LIMIT, _USUAL_DAYS = 30, 10


@dataclass(frozen=True, slots=True)
class Gain:
    """What one standard could still bring, with who leads it."""

    position: int
    code: str
    title: str
    points: Fraction
    lead: str
    is_unseen: bool  # nothing is known of it yet
    effort: Effort

    @property
    def words(self) -> str:
        """The points as they are written."""
        return points_words(self.points)

    @property
    def days(self) -> str:
        """How many days it takes."""
        return points_words(self.effort.days)

    @property
    def why(self) -> str:
        """What that rests on."""
        return effort_words(self.effort)

    @property
    def size(self) -> float:
        """The points for a bar."""
        return float(self.points)


@require_GET
@needs(Right.ROUND_VIEW)
def what_next(request: HttpRequest, pk: int) -> HttpResponse:
    """What each standard could add to the score, the most first; and the best set within so many days."""
    found, context = begun_or_404(request, pk)
    limit, supposed = _said(request)
    current = standing(standing_of(found).result)
    open_ones = gains(current)
    places = _places(current)
    effort = efforts_of(found.edition.framework, places, supposed)
    plan = best_set(current, {code: one.days for code, one in effort.items()}, limit=Fraction(limit))
    page = Paginator(sorted(open_ones, key=lambda code: (-open_ones[code], code)), PAGE).get_page(
        request.GET.get("page")
    )
    leads = _leads(found, [*page.object_list, *_codes(plan)])
    show = partial(_gain, places=places, leads=leads, effort=effort)
    context |= {
        "form": EffortForm(initial={"limit": limit, "supposed": supposed}),
        "limit": limit,
        "is_known": any(one.ground is not Ground.SUPPOSED for one in effort.values()),
        "page": page,
        "rows": [show(code, open_ones[code]) for code in page],
        "most": float(max(open_ones.values(), default=Fraction(0))),
        "plan_points": points_words(plan.points),
        "plan_days": points_words(plan.effort),
        "too_long": sum(effort[code].days > limit for code in open_ones),
        "chosen": [_chosen(one, show) for one in plan.choices],
    }
    return render(request, "scores/next.html", context)


def _said(request: HttpRequest) -> tuple[int, int]:
    """How many days there are, and how many one takes of which nothing is known; what is no good is left out."""
    form = EffortForm(request.GET)
    form.is_valid()
    said = form.cleaned_data
    return said.get("limit") or _USUAL_LIMIT, said.get("supposed") or _USUAL_DAYS


def _places(now: Standing) -> Mapping[str, tuple[int, Result]]:
    return {one.node.code: (at, one) for at, one in enumerate(now.result.walk()) if not one.items}


def _codes(plan: Plan) -> list[str]:
    return [code for choice in plan.choices for code in sorted(choice.codes)]


def _gain(
    code: str,
    points: Fraction,
    *,
    places: Mapping[str, tuple[int, Result]],
    leads: Mapping[str, str],
    effort: Mapping[str, Effort],
) -> Gain:
    position, result = places[code]
    return Gain(
        position, code, result.node.title or code, points, leads.get(code, ""), result.share is None, effort[code]
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice of the plan: its standards, what they bring together and how many days they take."""

    gains: Sequence[Gain]
    points: str
    days: str


def _chosen(choice: Choice, show: Callable[[str, Fraction], Gain]) -> Chosen:
    its = [show(code, choice.points) for code in sorted(choice.codes)]
    return Chosen(its, points_words(choice.points), points_words(choice.effort))


def _leads(found: Round, codes: Iterable[str]) -> dict[str, str]:
    """Who leads these standards in the responsibility table."""
    rows = Assignment.objects.filter(
        item__edition=found.edition_id, item__code__in=list(codes), wanted=0, role=AssignmentRole.LEAD
    )
    return {one.item.code: one.name for one in rows.select_related("item", "unit", "unit_class")}


@require_http_methods(["GET", "POST"])
@needs(Right.ROUND_EDIT)
def days(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """How many days the office reckons for a standard."""
    found = run_or_404(request, pk)
    says = dict(enumerate(framework_in(found).root.walk())).get(position) if found.frame else None
    if says is None or says.items or not says.code:
        raise Http404
    framework = found.edition.framework
    known = SaidEffort.objects.filter(framework=framework, standard=says.code).first()
    form = DaysForm(request.POST if request.method == "POST" else None, initial={"days": known.days if known else None})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["days"]
        say_effort(framework=framework, standard=says.code, days=said, by=user_of(request), at=now())
        messages.success(request, _("已保存。"))
        return redirect("scores:next", pk)
    worked = efforts_of(framework, [says.code], _USUAL_DAYS)[says.code]
    context = {"form": form, "round": found, "says": says, "why": effort_words(worked), "known": known}
    return render(request, "scores/days.html", context, status=422 if form.errors else 200)


@require_GET
@needs(Right.ROUND_VIEW)
def forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """Between which scores another such round would likely end, and how likely the target is."""
    found, context = begun_or_404(request, pk)
    known = standing_of(found)
    seen = drawn(known.tree, beliefs(known.result), default_rng(found.pk))
    form = TargetForm(request.GET)
    said = form.cleaned_data.get("target") if form.is_valid() else None
    target = float(said) if said is not None else round(seen.points * 0.9, 1)
    low, high = seen.interval()
    context |= {
        "form": TargetForm(initial={"target": f"{target:g}"}),
        "target": points_words(target),
        "chance": round(seen.chance(target) * 100),
        "expected": points_words(seen.expected),
        "low": points_words(low),
        "high": points_words(high),
        "points": points_words(seen.points),
        "unseen": seen.unseen,
        "draws": len(seen.scores),
        "chart": _chart(seen).as_json(),
        "bins": _bins(seen),
    }
    return render(request, "scores/forecast.html", context)


def _bins(seen: Forecast) -> Sequence[tuple[str, int]]:
    """How many draws end in each stretch of scores."""
    low, high = seen.scores[0], seen.scores[-1]
    width = (high - low) / _BINS or 1.0
    counts = [0] * _BINS
    for score in seen.scores:
        counts[min(int((score - low) / width), _BINS - 1)] += 1
    return [(points_words(low + (at + 0.5) * width), count) for at, count in enumerate(counts)]


def _chart(seen: Forecast) -> Chart:
    bins = _bins(seen)
    line = Line(_("抽到的次数"), "main", [count for _label, count in bins])
    return Chart(ChartKind.COLUMNS, [label for label, _count in bins], [line])
