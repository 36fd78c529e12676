"""What the one search box finds of work; Chinese by substring, the newest first, and no more than somebody reads.

No index of both databases finds a part of a Chinese word, so what is searched is read: of records the newest ones.
"""

from django.db.models import Q, QuerySet

from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.plans.models import Measure
from wenming.plans.reach import binding
from wenming.work.evidence.queries import found_for
from wenming.work.models import Answer, Commitment, Evidence, Record, Request
from wenming.work.records.queries import Asked, found
from wenming.work.requests.queries import requests_seen

MOST = 200  # of a sort; whoever needs more goes to its own list


def records(text: str, powers: Powers) -> QuerySet[Record]:
    """Records by what was done, where, in which words, and of which unit; the last day first."""
    if Right.WORK_VIEW not in powers:
        return Record.objects.none()
    return found(Asked(text=text), powers)[:MOST]


def commitments(text: str, powers: Powers) -> QuerySet[Commitment]:
    """Commitments that bind, by what they ask for and by the sentence of the plan."""
    if Right.WORK_VIEW not in powers:
        return Commitment.objects.none()
    sentences = Measure.objects.filter(Q(title__icontains=text) | Q(text__icontains=text)).order_by().values("pk")
    said = Q(activity__icontains=text) | Q(measure__in=sentences)  # each sentence is read once, however much it asks
    bound = Commitment.objects.binding().filter(said, binding(powers, "measure__version__plan__area"))
    return bound.select_related("measure").order_by("measure__version", "measure__position", "position", "pk")[:MOST]


def requests(text: str, powers: Powers) -> QuerySet[Request]:
    """What the office asks for, or what the person's units are asked for, by title and basis; the last first."""
    said = Q(title__icontains=text) | Q(basis__icontains=text)
    asked = Answer.objects.filter(powers.scope(Right.WORK_RECORD).within("unit__area", unit_field="unit"))
    mine = (
        requests_seen(powers) if Right.WORK_REVIEW in powers else Request.objects.filter(pk__in=asked.values("request"))
    )
    return mine.filter(said).order_by("-made_at", "-pk")[:MOST]


def evidence(text: str, powers: Powers) -> QuerySet[Evidence]:
    """Evidence by the name of its file, its words, its address; the newest first."""
    if Right.WORK_VIEW not in powers:
        return Evidence.objects.none()
    return found_for(powers, text=text).order_by("-added_at", "-pk")[:MOST]
