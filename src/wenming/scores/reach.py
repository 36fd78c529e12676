"""Which rounds a person sees, and which they run.

Whoever runs rounds sees all of their area. Others see those that have begun, as far as their right reaches and the
round is not restricted; and what was opened to them by name.
"""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from wenming.accounts.access import rights_for, user_of
from wenming.accounts.models import User
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.scores.models import Reader, Round, RoundState

AREA = "edition__framework__area"


def rounds_seen(powers: Powers, user: User) -> QuerySet[Round]:
    """The rounds that the person may see."""
    named = Q(pk__in=Reader.objects.filter(user=user).values("round"))
    open_to_all = powers.scope(Right.ROUND_VIEW).within(AREA) & Q(is_restricted=False)
    begun = (named | open_to_all) & ~Q(state=RoundState.PREPARING)
    return Round.objects.filter(begun | _run(powers)).select_related("edition__framework")


def _run(powers: Powers) -> Q:
    return powers.scope(Right.ROUND_EDIT).within(AREA)


def round_or_404(request: HttpRequest, pk: int) -> Round:
    """The round, where the person may see it."""
    return get_object_or_404(rounds_seen(rights_for(request), user_of(request)), pk=pk)


def run_or_404(request: HttpRequest, pk: int) -> Round:
    """The round, where the person runs it."""
    found = get_object_or_404(
        Round.objects.filter(_run(rights_for(request))).select_related("edition__framework"), pk=pk
    )
    if not rights_for(request).exercise(Right.ROUND_EDIT, area=found.edition.framework.area_id):
        raise Http404
    return found


def may_run(request: HttpRequest, found: Round) -> bool:
    """Whether the round is the person's to run."""
    return rights_for(request).reaches(Right.ROUND_EDIT, area=found.edition.framework.area_id)
