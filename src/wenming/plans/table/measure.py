"""A measure's page: the sentence as it stands, who answers, what binds it, where it stands."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from wenming.accounts.access import needs
from wenming.accounts.rights import Right
from wenming.plans.models import ISSUED, Duty, Measure, PlanVersion, Term
from wenming.plans.reach import may_review, seen_or_404
from wenming.plans.table.selection import chapter_above
from wenming.plans.table.sentence import Mark, Piece, line_around, pieces
from wenming.plans.term_words import KIND_WORDS, ROLE_WORDS, term_words
from wenming.reading.model import TermKind


@dataclass(frozen=True, slots=True)
class Bound:
    """A term in words and as the document says it."""

    kind: object
    words: str
    quote: str


@needs(Right.PLAN_VIEW)
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """One measure of a version that is or was in force."""
    found = get_object_or_404(
        Measure.objects.standing().select_related("version__plan"),
        pk=pk,
        version__state__in=ISSUED,
    )
    seen_or_404(request, found.version.plan)
    duties = list(found.duties.standing().select_related("unit", "unit_class").order_by("start", "pk"))
    terms = list(found.terms.standing().order_by("start", "pk"))
    context = {
        "measure": found,
        "path": chapter_above(found.path, found.title),
        "version": found.version,
        "plan": found.version.plan,
        "sentence": _sentence(found, duties, terms),
        "statements": _statements(found, duties),
        "owners": _owners(duties),
        "terms": [_bound(found.version, term) for term in terms],
        "may_review": may_review(request, found.version.plan),
    }
    return render(request, "plans/table/measure.html", context)


def _owners(duties: list[Duty]) -> list[tuple[object, list[Duty]]]:
    """The roles in words, the leading first, each with its duties; roles that nobody has are left out."""
    found = [(word, [duty for duty in duties if duty.role == role]) for role, word in ROLE_WORDS.items()]
    return [(word, held) for word, held in found if held]


def _marks(duties: list[Duty], terms: list[Term]) -> list[Mark]:
    return [
        *(Mark(duty.start, duty.end, "mark-unit") for duty in duties),
        *(Mark(term.start, term.end, "mark-term") for term in terms),
    ]


def _sentence(found: Measure, duties: list[Duty], terms: list[Term]) -> list[Piece]:
    version = found.version
    return pieces(version.text, found.start, found.end, marks=_marks(duties, terms), noise=version.noise)


def _statements(found: Measure, duties: list[Duty]) -> list[list[Piece]]:
    """The lines outside the measure that name its units: a statement for a whole section, a table."""
    version = found.version
    outside = [duty for duty in duties if duty.end <= found.start or duty.start >= found.end]
    lines = dict.fromkeys(line_around(version.text, duty.start, duty.end) for duty in outside)
    apart: list[tuple[int, int]] = []
    for start, end in sorted(lines):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return [pieces(version.text, *line, marks=_marks(outside, []), noise=version.noise) for line in apart]


def _bound(version: PlanVersion, term: Term) -> Bound:
    quote = version.text[term.start : term.end]
    return Bound(KIND_WORDS[TermKind(term.kind)], term_words(term.kind, term.value), quote)
