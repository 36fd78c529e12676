"""Drawing proposals from the measures of a version: rows to what the compiler reads, and whom the directory knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wenming.places.queries import directory
from wenming.plans.models import MarkState, Measure, PlanVersion, Term
from wenming.plans.table.schedule import plan_year
from wenming.reading.model import TermKind
from wenming.reading.reading_json import value_of
from wenming.rules.matching import Directory, EntryKind, match
from wenming.work.commitments.activities import kinds_for
from wenming.work.commitments.compiling import Passage, Proposal, Said, proposals, year_of_plan
from wenming.work.models import CHAPTER_LENGTH, Whom


@dataclass(frozen=True, slots=True)
class Drawn:
    """A proposal for a measure (its key), with whom the directory means, and which kinds of record fit."""

    measure: int
    chapter: str
    position: int
    proposal: Proposal
    whom: Whom
    unit_class: int | None
    record_kinds: tuple[str, ...]


def drawn(version: PlanVersion, *, since: date | None = None) -> Iterator[Drawn]:
    """What the terms of the measures ask for that have no commitment yet; eight queries.

    ``since``: what recurs within the year is asked from this day on, not of the time before; None: from its beginning.
    """
    known = directory()
    days = year_of_plan(plan_year(version))
    measures = version.measures.standing().filter(commitments=None).prefetch_related("terms")
    for measure in measures.order_by("position", "pk"):
        said = Passage(version.text, measure.title, measure.start, measure.end, _terms(measure), days, since)
        for position, proposal in enumerate(proposals(said), start=1):
            yield _drawn(measure, position, proposal, known)


def _terms(measure: Measure) -> list[Said]:
    standing = [term for term in measure.terms.all() if _stands(term)]
    return [Said(term.pk, value_of(TermKind(term.kind), term.value), term.start, term.end) for term in standing]


def _stands(term: Term) -> bool:
    return term.state != MarkState.REMOVED


def _drawn(measure: Measure, position: int, proposal: Proposal, known: Directory) -> Drawn:
    unit_class = class_called(proposal.population, known)
    whom = Whom.TOGETHER if proposal.is_together else Whom.CLASS if unit_class else Whom.OWNERS
    return Drawn(
        measure=measure.pk,
        chapter=chapter_of(measure),
        position=position,
        proposal=proposal,
        whom=whom,
        unit_class=unit_class if whom == Whom.CLASS else None,
        record_kinds=kinds_for(proposal.activity, otherwise=measure.title),
    )


def chapter_of(measure: Measure) -> str:
    """The topmost heading above the measure; its own where there is none."""
    return str(next(iter(measure.path), measure.title))[:CHAPTER_LENGTH]


def class_called(population: str, known: Directory) -> int | None:
    """The class of the directory that a population means: 社区 is 各社区; none where it means people or things."""
    if not population:
        return None
    for name in (population, f"各{population}", f"全县各{population}"):
        entry = match(name, known).entry
        if entry is not None and entry.kind is EntryKind.CLASS:
            return entry.id
    return None
