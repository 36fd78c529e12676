"""The years of a cycle as one score."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for, user_of
from wenming.accounts.rights import Right
from wenming.rules.scoring.combining import Part, Total, over_years
from wenming.scores.models import RoundState
from wenming.scores.reach import rounds_seen
from wenming.scores.standing import Standing, standing_of
from wenming.scores.words import percent_words, points_words
from wenming.scores.years.forms import KindForm, Year, YearsForm, one_a_year


@dataclass(frozen=True, slots=True)
class Line:
    """One year: its round, what that reached, and what it brings to the whole."""

    year: Year
    standing: Standing | None
    part: Part

    @property
    def reached(self) -> str:
        """The round's own score, of what was known."""
        if self.standing is None or self.standing.score is None:
            return ""
        return f"{points_words(self.standing.score)} / {points_words(self.standing.known)}"

    @property
    def share(self) -> str:
        """The same as a share."""
        return percent_words(self.part.share)

    @property
    def weight(self) -> str:
        """What the year can bring."""
        return points_words(self.year.weight)

    @property
    def brings(self) -> str:
        """What it brings."""
        return points_words(self.part.score)


@require_GET
@needs(Right.ROUND_VIEW)
def years(request: HttpRequest) -> HttpResponse:
    """The years of a cycle by their weights (15 %, 25 %, 60 %), of what is known."""
    kind = KindForm(request.GET)
    begun = rounds_seen(rights_for(request), user_of(request)).exclude(state=RoundState.PREPARING)
    rounds = begun.filter(kind=kind.chosen).defer("frame").order_by("-last", "-pk")
    form = YearsForm(request.GET.dict(), rounds, one_a_year(rounds))
    context = {"kind_form": KindForm(initial={"kind": kind.chosen}), "form": form, "has_rounds": rounds.exists()}
    if form.is_valid():
        lines = _lines(form.years)
        context |= {"lines": lines, "sums": _sums(Total(tuple(one.part for one in lines)))}
    return render(request, "scores/years.html", context)


def _lines(asked: Sequence[Year]) -> list[Line]:
    standings = {one.name: standing_of(one.round) if one.round else None for one in asked}
    shares = {name: one.share if one else None for name, one in standings.items()}
    total = over_years(shares, {one.name: one.weight for one in asked})
    return [Line(one, standings[one.name], part) for one, part in zip(asked, total.parts, strict=True)]


def _sums(total: Total) -> dict[str, object]:
    share = total.score / total.known if total.score is not None and total.known else None
    return {
        "score": points_words(total.score),
        "known": points_words(total.known),
        "points": points_words(total.points),
        "share": percent_words(share),
        "is_whole": total.known == total.points,
        "is_hundred": total.points == 100,
    }
