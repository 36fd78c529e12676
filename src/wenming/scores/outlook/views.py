"""What to do next: what each open standard could bring, and the best set; and how likely a score is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from numpy.random import default_rng

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.frameworks.models import Assignment, AssignmentRole
from wenming.rules.scoring.forecasting import Forecast, beliefs
from wenming.rules.scoring.forecasting import forecast as drawn
from wenming.rules.scoring.improving import Plan, best_set, gains, standing
from wenming.rules.scoring.model import Result
from wenming.scores.models import Round
from wenming.scores.outlook.forms import EffortForm, TargetForm
from wenming.scores.shown import begun_or_404
from wenming.scores.standing import standing_of
from wenming.scores.words import points_words
from wenming.work.progress.charts import Chart, ChartKind, Line

PAGE = 50
_BINS = 20
_USUAL_LIMIT = 5


@dataclass(frozen=True, slots=True)
class Gain:
    """What one standard could still bring, with who leads it."""

    position: int
    code: str
    title: str
    points: Fraction
    lead: str
    is_unseen: bool  # nothing is known of it yet

    @property
    def words(self) -> str:
        """The points as they are written."""
        return points_words(self.points)

    @property
    def size(self) -> float:
        """The points for a bar."""
        return float(self.points)


@require_GET
@needs(Right.ROUND_VIEW)
def what_next(request: HttpRequest, pk: int) -> HttpResponse:
    """What each standard could add to the score, the most first; and the best set of so many."""
    found, context = begun_or_404(request, pk)
    form = EffortForm(request.GET)
    limit = (form.cleaned_data.get("limit") if form.is_valid() else None) or _USUAL_LIMIT
    now = standing(standing_of(found).result)
    open_ones = gains(now)
    places = {one.node.code: (at, one) for at, one in enumerate(now.result.walk()) if not one.items}
    page = Paginator(sorted(open_ones, key=lambda code: (-open_ones[code], code)), PAGE).get_page(
        request.GET.get("page")
    )
    leads = _leads(found, page.object_list)
    plan = best_set(now, {}, limit=Fraction(limit))
    context |= {
        "form": EffortForm(initial={"limit": limit}),
        "limit": limit,
        "page": page,
        "rows": [_gain(code, open_ones[code], places, leads) for code in page],
        "most": float(max(open_ones.values(), default=Fraction(0))),
        "plan": plan,
        "plan_points": points_words(plan.points),
        "chosen": _chosen(plan, places, leads | _leads(found, _codes(plan))),
    }
    return render(request, "scores/next.html", context)


def _codes(plan: Plan) -> list[str]:
    return [code for choice in plan.choices for code in sorted(choice.codes)]


def _gain(code: str, points: Fraction, places: Mapping[str, tuple[int, Result]], leads: Mapping[str, str]) -> Gain:
    position, result = places[code]
    return Gain(position, code, result.node.title or code, points, leads.get(code, ""), result.share is None)


def _chosen(plan: Plan, places: Mapping[str, tuple[int, Result]], leads: Mapping[str, str]) -> list[list[Gain]]:
    """The choices of the plan, each with its standards; the points are those of all standards of a choice together."""
    return [[_gain(code, one.points, places, leads) for code in sorted(one.codes)] for one in plan.choices]


def _leads(found: Round, codes: Iterable[str]) -> dict[str, str]:
    """Who leads these standards in the responsibility table."""
    rows = Assignment.objects.filter(
        item__edition=found.edition_id, item__code__in=list(codes), wanted=0, role=AssignmentRole.LEAD
    )
    return {one.item.code: one.name for one in rows.select_related("item", "unit", "unit_class")}


@require_GET
@needs(Right.ROUND_VIEW)
def forecast(request: HttpRequest, pk: int) -> HttpResponse:
    """Between which scores another such round would likely end, and how likely the target is."""
    found, context = begun_or_404(request, pk)
    now = standing_of(found)
    seen = drawn(now.tree, beliefs(now.result), default_rng(found.pk))
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
