"""Which evidence a person sees, and what pages need of it; nothing here writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from wenming.accounts.access import rights_for
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.files.naming import sha256_in
from wenming.places.reach import reached_or_404
from wenming.work.evidence.marks import Mark, OfFile, Place, Said, marks
from wenming.work.evidence.words import icon_of, mark_words, problem
from wenming.work.models import Evidence, EvidenceKind, Likeness, Proof, Record
from wenming.work.records.reach import is_all

PHOTOS_BESIDE = 50  # of a record, to which the place of a photo is compared


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence as a row of pictures shows it; ``version`` is the hash of its thumbnail."""

    one: Evidence
    version: str
    preview_version: str
    icon: str
    problem: str
    is_waiting: bool


def shown(one: Evidence) -> Shown:
    """How to show it."""
    return Shown(
        one,
        sha256_in(one.thumbnail.name or ""),
        sha256_in(one.preview.name or ""),
        icon_of(one.kind),
        problem(one.problem),
        not one.is_ready,
    )


def evidence_seen(powers: Powers) -> QuerySet[Evidence]:
    """The evidence of the units that the person's right reaches."""
    scope = powers.scope(Right.WORK_VIEW)
    return (
        Evidence.objects.all()
        if is_all(scope)
        else Evidence.objects.filter(scope.within("unit__area", unit_field="unit"))
    )


def seen_or_404(request: HttpRequest, pk: int) -> Evidence:
    """A piece that the person sees; to others there is no such page."""
    return get_object_or_404(evidence_seen(rights_for(request)).select_related("unit", "added_by"), pk=pk)


def own_or_404(request: HttpRequest, pk: int) -> Evidence:
    """A piece of a unit for which the person records; to others there is no such page."""
    found = get_object_or_404(Evidence.objects.select_related("unit", "added_by"), pk=pk)
    reached_or_404(request, Right.WORK_RECORD, found.unit)
    return found


def record_to_prove(request: HttpRequest, key: UUID) -> Record:
    """The record of that key, for whose unit the person records; to others there is none."""
    found = get_object_or_404(Record.objects.select_related("unit"), key=key)
    reached_or_404(request, Right.WORK_RECORD, found.unit)
    return found


def strip_of(record: Record) -> list[Shown]:
    """What proves the record, in its order; one query."""
    rows = Proof.objects.filter(record=record).select_related("evidence").order_by("position", "pk")
    return [shown(proof.evidence) for proof in rows]


def found_for(powers: Powers, *, text: str = "", kind: str = "", unit: int | None = None) -> QuerySet[Evidence]:
    """The evidence that the person sees, the newest first: by words of its name, its kind, its unit."""
    rows = evidence_seen(powers).select_related("unit")
    if text:
        rows = rows.filter(Q(file_name__icontains=text) | Q(words__icontains=text) | Q(link__icontains=text))
    if kind in EvidenceKind.values:
        rows = rows.filter(kind=kind)
    return rows.filter(unit=unit) if unit else rows


@dataclass(frozen=True, slots=True)
class Claim:
    """What a record says that the piece proves, and what in the file differs from it, in words."""

    record: Record
    marks: Sequence[str]


def claims(one: Evidence) -> list[Claim]:
    """For each record that the piece proves what differs; two queries, however many there are."""
    photos = Proof.objects.filter(evidence__latitude__isnull=False).exclude(evidence=one).select_related("evidence")
    rows = one.records.select_related("unit", "kind").prefetch_related(Prefetch("proofs", photos, to_attr="beside"))
    return [Claim(record, [mark_words(mark) for mark in _marks(one, record)]) for record in rows.order_by("pk")]


def _marks(one: Evidence, record: Record) -> tuple[Mark, ...]:
    beside: list[Proof] = getattr(record, "beside", [])
    others = [place for proof in beside[:PHOTOS_BESIDE] if (place := place_of(proof.evidence))]
    said = Said(record.first, record.last, others)
    return marks(OfFile(one.taken_on_file, one.added_at, place_of(one)), said, timezone.get_default_timezone())


def place_of(one: Evidence) -> Place | None:
    """Where it was taken, as the file says."""
    if one.latitude is None or one.longitude is None:
        return None
    return Place(one.latitude, one.longitude)


def likenesses_seen(powers: Powers) -> QuerySet[Likeness]:
    """The pairs of which the person's right to look over reaches at least one."""
    scope = powers.scope(Right.WORK_REVIEW)
    reached = scope.within("later__unit__area", unit_field="later__unit") | scope.within(
        "earlier__unit__area", unit_field="earlier__unit"
    )
    return Likeness.objects.filter(reached)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two that look alike; of what the person may not see only that it is there."""

    shown: Shown | None
    claims: Sequence[Claim]


def sides(likeness: Likeness, powers: Powers) -> list[Side]:
    """Both, the earlier first."""
    return [_side(one, powers) for one in (likeness.earlier, likeness.later)]


def _side(one: Evidence, powers: Powers) -> Side:
    if not powers.reaches(Right.WORK_VIEW, area=one.unit.area_id, unit=one.unit_id):
        return Side(None, ())
    return Side(shown(one), claims(one))


def pairs_on(likenesses: Iterable[Likeness], powers: Powers) -> list[tuple[Likeness, list[Side]]]:
    """Each pair with its sides."""
    return [(one, sides(one, powers)) for one in likenesses]


def likenesses_of(one: Evidence) -> int:
    """How many pieces look like this one."""
    return Likeness.objects.filter(Q(earlier=one) | Q(later=one)).count()


def likeness_or_404(request: HttpRequest, pk: int) -> Likeness:
    """A pair that is the person's to look over; to others there is no such page."""
    powers = rights_for(request)
    found = get_object_or_404(Likeness.objects.select_related("earlier__unit", "later__unit"), pk=pk)
    for one in (found.later, found.earlier):
        if powers.exercise(Right.WORK_REVIEW, area=one.unit.area_id, unit=one.unit_id):
            return found
    raise Http404


def is_late(one: Evidence, at: datetime) -> bool:
    """Whether its copies should have been there for long."""
    return not one.is_ready and (at - one.added_at).total_seconds() > 600
