"""Whose turn it is in a request, as queries of answers ask it."""

from django.db.models import Q

from wenming.work.models import AnswerState, RequestState
from wenming.work.requests.states import OPEN

RUNS = Q(request__state=RequestState.SENT)
UNITS_TURN = RUNS & Q(state__in=OPEN)
SAID = Q(state=AnswerState.ANSWERED) | Q(state=AnswerState.NOT_OURS, judged_at=None)  # and the office has not judged
OFFICES_TURN = RUNS & SAID
