"""Units of a round in their order, and two rounds side by side."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.places.models import Unit
from wenming.rules.scoring.comparing import Moved, moved_sites, moved_standards, moved_units
from wenming.rules.scoring.model import ZERO
from wenming.rules.scoring.tallies import Tally, by_department, by_territory, filled
from wenming.scores.comparing.forms import PLAIN, WAY_HELP, RankingForm, Whose
from wenming.scores.comparing.lines import lines_of, moved_words
from wenming.scores.comparing.places import places
from wenming.scores.models import Missing, Round, RoundState
from wenming.scores.reach import rounds_seen
from wenming.scores.shown import begun_or_404
from wenming.scores.standing import Standing, standing_of
from wenming.scores.words import percent_words, points_words
from wenming.web.numbers import whole

PAGE = 100


@require_GET
@needs(Right.ROUND_VIEW)
def ranking(request: HttpRequest, pk: int) -> HttpResponse:
    """Territories or departments, the best first."""
    found, context = begun_or_404(request, pk)
    form = RankingForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    whose, way = Whose(said.get("whose") or Whose.TERRITORY), said.get("way") or PLAIN
    kind = said.get("kind")
    among = set(Unit.objects.filter(kind=kind).values_list("name", flat=True)) if kind else None
    tallies = tallies_of(standing_of(found), whose)
    found_places = places(tallies, way=way, least=said.get("least") or 1, among=among)
    context |= {
        "form": RankingForm(initial={"least": 1, **{name: value for name, value in said.items() if value}}),
        "page": Paginator(found_places, PAGE).get_page(request.GET.get("page")),
        "way_help": WAY_HELP[way],
        "is_filled": whose is Whose.TERRITORY and found.missing == Missing.MEAN,
        "is_plain": way == PLAIN,
    }
    return render(request, "scores/ranking.html", context)


def tallies_of(standing: Standing, whose: Whose) -> list[Tally]:
    """What each of them got of how much, with the round's rule for what was not sampled."""
    if whose is Whose.DEPARTMENT:
        return by_department(standing.shares)
    if standing.round.missing == Missing.MEAN:
        return by_territory(filled(standing.shares))
    return by_territory(standing.shares)


@require_GET
@needs(Right.ROUND_VIEW)
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What moved since an earlier round."""
    found, context = begun_or_404(request, pk)
    others = _others(request, found)
    asked = whole(request.GET.get("with", ""))
    earlier = others.filter(last__lte=found.last).first() or others.first()
    other = others.filter(pk=asked).first() if asked else earlier
    context |= {"others": others, "other": other}
    if other is None:
        return render(request, "scores/compare.html", context)
    after, before = standing_of(found), standing_of(other)
    by = request.GET.get("by", "")
    page = Paginator(_moved(before, after, by), PAGE).get_page(request.GET.get("page"))
    context |= {
        "sums": _sums(before, after),
        "by": by if by in _BY else "",
        "page": page,
        "rows": lines_of(page, percent_words if by in _BY else points_words),
    }
    return render(request, "scores/compare.html", context)


def _others(request: HttpRequest, found: Round) -> QuerySet[Round]:
    """The other rounds of the same framework that the person may see, the newest first."""
    seen = rounds_seen(rights_for(request), user_of(request))
    same = seen.filter(edition__framework=found.edition.framework_id)
    return same.exclude(pk=found.pk).exclude(state=RoundState.PREPARING)


def _sums(before: Standing, after: Standing) -> dict[str, str]:
    """The two scores, each of what was known, and how far it moved."""
    told = {
        name: f"{points_words(one.score)} / {points_words(one.known)}" if one.score is not None else "–"
        for name, one in (("before", before), ("after", after))
    }
    both = after.score is not None and before.score is not None and after.known == before.known
    return told | {"by": moved_words((after.score or ZERO) - (before.score or ZERO), points_words) if both else ""}


_BY = ("territory", "department", "site")


def _moved(before: Standing, after: Standing, by: str) -> list[Moved]:
    if by == "site":
        return moved_sites(before.shares, after.shares)
    if by in _BY:
        return moved_units(tallies_of(before, Whose(by)), tallies_of(after, Whose(by)))
    return moved_standards(before.result, after.result)
