"""What every page of a round shows."""

from django.http import Http404, HttpRequest

from wenming.scores.models import Round, RoundState
from wenming.scores.reach import may_run, round_or_404
from wenming.scores.rounds.forms import ReasonForm


def shown(request: HttpRequest, pk: int) -> tuple[Round, dict[str, object]]:
    """The round, where the person may see it, and what its pages show above all."""
    found = round_or_404(request, pk)
    return found, {
        "round": found,
        "edition": found.edition,
        "may_run": may_run(request, found),
        "is_open": found.state == RoundState.OPEN,
        "reason_form": ReasonForm(),
    }


def begun_or_404(request: HttpRequest, pk: int) -> tuple[Round, dict[str, object]]:
    """As ``shown``, of a round that has begun."""
    found, context = shown(request, pk)
    if found.state == RoundState.PREPARING:
        raise Http404
    return found, context
