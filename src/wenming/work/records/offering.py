"""The commitments for which units may record, and which of them a record is proposed for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import Promise

from wenming.plans.models import PlanVersion
from wenming.rules.commitments.kept import span_of
from wenming.rules.commitments.model import NoCommitment, Span
from wenming.work.commitments.subjects import open_to
from wenming.work.models import Commitment
from wenming.work.records.content import Counts, Uses
from wenming.work.records.proposing import Done, Open, Why, propose
from wenming.work.records.words import WHY_WORDS


@dataclass(frozen=True, slots=True)
class Offer:
    """A commitment as the form shows it: why it is proposed, and whether it is ticked."""

    commitment: Commitment
    why: Why
    is_ticked: bool

    @property
    def why_words(self) -> str | Promise:
        """The reason, for the unit to judge."""
        return WHY_WORDS[self.why]


@dataclass(frozen=True, slots=True)
class Offers:
    """What is proposed, and what can be chosen besides."""

    proposed: tuple[Offer, ...]
    others: tuple[Offer, ...]

    @property
    def all(self) -> tuple[Offer, ...]:
        """Every box that the form shows."""
        return (*self.proposed, *self.others)


def open_commitments(units: Collection[int]) -> list[Commitment]:
    """What binds these units, in the order of the plans; six queries."""
    if not units:
        return []
    versions = PlanVersion.objects.defer("text", "noise").select_related("plan")  # few, of which each has many
    found = Commitment.objects.binding().filter(open_to(units)).select_related("measure").defer("measure__text")
    return list(found.prefetch_related(Prefetch("measure__version", versions)).distinct())


def as_open(commitment: Commitment) -> Open:
    """The commitment as a value."""
    span = _span(commitment)
    return Open(
        commitment.pk,
        commitment.activity,
        frozenset(commitment.record_kinds),
        span.first if span else None,
        span.last if span else None,
    )


def _span(commitment: Commitment) -> Span | None:
    """The days that it holds for; None where its rule is not written yet."""
    try:
        return span_of(commitment.rule)
    except NoCommitment:
        return None


def offers(done: Done, commitments: Sequence[Commitment], uses: Mapping[int, bool] | None = None) -> Offers:
    """What to show: ``uses`` are the ticks that somebody set; what they have not seen is ticked where it is likely."""
    by_key = {one.pk: one for one in commitments}
    said = uses or {}
    proposals = propose(done, map(as_open, commitments))
    proposed = tuple(
        Offer(by_key[one.commitment], one.why, said.get(one.commitment, one.is_likely)) for one in proposals
    )
    rest = by_key.keys() - {one.commitment for one in proposals}
    chosen = [one for one in commitments if one.pk in rest]
    others = tuple(Offer(one, Why.CHOSEN, said.get(one.pk, False)) for one in chosen)
    return Offers(proposed, others)


def uses_of(shown: Offers) -> Uses:
    """What the ticks say: every proposal, counted or not, and what was chosen besides."""
    proposed = {one.commitment.pk: Counts(one.is_ticked, one.why) for one in shown.proposed}
    return proposed | {one.commitment.pk: Counts(is_counted=True, why=one.why) for one in shown.others if one.is_ticked}
