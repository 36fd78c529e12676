"""What is there already of what is wanted, before anybody is asked: each proposal says why. Nothing here writes.

Looked through are the records and the evidence of the units that answer for it, what counts for measures that stand
behind its standard, what shares telling words with it, what was given for the same in earlier rounds, and what was
accepted for a standard of another framework that is linked to it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db.models import Prefetch, Q
from django.utils import timezone

from wenming.accounts.powers import Powers
from wenming.frameworks.crosswalk.queries import serving_of
from wenming.frameworks.filing.reach import Sight
from wenming.frameworks.filing.standings import files_of
from wenming.frameworks.models import Item, PassedOver, Piece, PieceKind, PieceState, Want
from wenming.frameworks.reach import binding
from wenming.rules.asking import telling
from wenming.rules.filing.formats import FileKind, count_fitting
from wenming.rules.filing.spans import Span, span_of
from wenming.rules.frameworks.crosswalk import Reach, suggest
from wenming.rules.frameworks.model import Framework, Wanted
from wenming.rules.frameworks.model import Item as PackItem
from wenming.work.evidence.queries import evidence_seen
from wenming.work.models import Evidence, Proof, Record
from wenming.work.records.reach import records_seen

MOST = 8  # proposals for one wanted piece
LOOKED_AT = 300  # of the newest, by units, by measures and by words each
_PAIRS = 12  # of telling characters that are looked for
_LEAST, _LEAST_OF_OTHERS = 0.04, 0.15  # of likeness: of the units that answer, and of others


class Why(StrEnum):
    """Why something is proposed; the surest first."""

    EARLIER = "earlier"  # it was given for the same in an earlier round
    LINKED = "linked"  # it was accepted for a standard of another framework, and serves this one in full
    PARTLY = "partly"  # so, in part
    MEASURE = "measure"  # it counts for a measure that stands behind the standard
    UNIT = "unit"  # it is of a unit that answers for it
    WORDS = "words"  # it shares words with what is wanted


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that may be what is wanted, with the reasons and the words that both share."""

    whys: tuple[Why, ...]
    shared: tuple[str, ...] = ()
    record: Record | None = None
    evidence: Evidence | None = None
    piece: Piece | None = None
    first: date | None = None
    last: date | None = None
    fits: bool = True
    other: Item | None = None  # the standard of another framework for which it was accepted

    @property
    def key(self) -> str:
        """Which it is, as the button that takes it says."""
        thing = self.record or self.evidence or self.piece
        kind = "record" if self.record else "evidence" if self.evidence else "piece"
        return f"{kind}-{thing.pk if thing else 0}"

    @property
    def content(self) -> str:
        """What it is of, whichever way it is proposed."""
        if self.piece is None or not (self.piece.evidence_id or self.piece.record_id):
            return self.key
        return f"evidence-{self.piece.evidence_id}" if self.piece.evidence_id else f"record-{self.piece.record_id}"

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.record or self.evidence or self.piece)


def proposals(want: Want, sight: Sight, powers: Powers) -> list[Proposal]:
    """The likeliest for it, those first whose format fits; what was given or waved off is not among them."""
    units = frozenset(sight.answering.in_order(want))
    measures = _measures(want)
    span = span_of(want.window, want.filing.first, want.filing.last)
    found = [
        *_earlier(want, powers),
        *_linked(want, powers),
        *_of_records(want, _records(want, units, measures, span, powers), units, measures),
        *_of_evidence(want, _evidence(want, units, span, powers), units),
    ]
    order = list(Why)
    found.sort(key=lambda one: (not one.fits, order.index(one.whys[0]), -len(one.whys), -len(one.shared)))
    return _once(found)[:MOST]


def _once(found: Iterable[Proposal]) -> list[Proposal]:
    """Each record and file once, for the surest reason: it may stand there by itself and in a piece given before."""
    once: dict[str, Proposal] = {}
    for one in found:
        once.setdefault(one.content, one)
    return list(once.values())


def _measures(want: Want) -> list[int]:
    """The measures that stand behind the standard."""
    if want.item is None:
        return []
    return list(want.item.backings.filter(serves=True).values_list("measure", flat=True))


def _earlier(want: Want, powers: Powers) -> list[Proposal]:
    """What was accepted in earlier rounds for what was worded the same."""
    same = Q(want__what=want.what, want__format=want.format) if want.what else Q(want__item=want.item_id)
    rows = Piece.objects.current().filter(same, binding(powers, "want__filing__edition__framework__area"))
    rows = rows.filter(state=PieceState.ACCEPTED, want__filing__opened_at__lt=want.filing.opened_at)
    given = set(Piece.objects.filter(want=want).exclude(earlier=None).values_list("earlier", flat=True))
    waved = set(PassedOver.objects.filter(want=want).exclude(piece=None).values_list("piece", flat=True))
    left = rows.exclude(pk__in=[key for key in given | waved if key])
    seen = left.select_related("want__filing", "evidence", "record").order_by("-want__filing__opened_at", "pk")[:MOST]
    return [_again(one) for one in seen if _is_seen(one, powers)]


def _again(piece: Piece) -> Proposal:
    return Proposal((Why.EARLIER,), piece=piece, first=piece.first, last=piece.last)


def _linked(want: Want, powers: Powers) -> Iterable[Proposal]:
    """What was accepted for a standard of another framework whose evidence serves this one, the newest first."""
    if want.item is None:
        return
    for item, reach in serving_of(want.item, powers):
        same = Q(want__code=item.code, want__filing__edition__framework=item.edition.framework_id)
        rows = Piece.objects.current().filter(same, state=PieceState.ACCEPTED).exclude(_again_given(want))
        seen = rows.select_related("want__filing", "evidence", "record").prefetch_related("record__proofs__evidence")
        for one in seen.order_by("-want__filing__opened_at", "pk")[:MOST]:
            if _is_seen(one, powers):
                why = Why.LINKED if reach is Reach.FULL else Why.PARTLY
                fits = count_fitting(files_of(one), want.format) > 0
                yield Proposal((why,), piece=one, first=one.first, last=one.last, fits=fits, other=item)


def _again_given(want: Want) -> Q:
    """What stands here already, taken from there or given by itself, or was waved off."""
    here = Piece.objects.current().filter(want=want)
    waved = PassedOver.objects.filter(want=want).exclude(piece=None).values("piece")
    taken = Q(pk__in=here.exclude(earlier=None).values("earlier")) | Q(pk__in=waved)
    same = Q(evidence__in=here.exclude(evidence=None).values("evidence"))
    return taken | same | Q(record__in=here.exclude(record=None).values("record"))


def _is_seen(piece: Piece, powers: Powers) -> bool:
    """Whether the person sees what the piece is of."""
    if piece.evidence_id:
        return evidence_seen(powers).filter(pk=piece.evidence_id).exists()
    if piece.record_id:
        return records_seen(powers).filter(pk=piece.record_id).exists()
    return piece.kind in {PieceKind.LINK, PieceKind.TEXT}


def _records(want: Want, units: Collection[int], measures: Collection[int], span: Span, powers: Powers) -> list[Record]:
    rows = records_seen(powers).counting().filter(last__lte=want.filing.last).exclude(_gone(want, "record"))
    if span.first is not None:
        rows = rows.filter(last__gte=span.first)
    proofs = Prefetch("proofs", Proof.objects.select_related("evidence"))
    about = (
        Q(unit__in=units),
        _has_words(want, "title"),
        Q(uses__commitment__measure__in=measures, uses__is_counted=True),
    )
    keys: set[int] = set()
    for one in about:
        keys.update(rows.filter(one).order_by("-first", "-pk").values_list("pk", flat=True)[:LOOKED_AT])
    found = Record.objects.filter(pk__in=keys).select_related("unit").prefetch_related(proofs, "uses__commitment")
    return list(found.order_by("-first", "-pk"))


def _gone(want: Want, kind: str) -> Q:
    """What is given already or was waved off."""
    given = Piece.objects.current().filter(want=want).exclude(**{kind: None}).values(kind)
    waved = PassedOver.objects.filter(want=want).exclude(**{kind: None}).values(kind)
    return Q(pk__in=given) | Q(pk__in=waved)


def _has_words(want: Want, field: str) -> Q:
    pairs = sorted(telling(want.what or want.title))[:_PAIRS]
    return reduce(or_, (Q(**{f"{field}__contains": pair}) for pair in pairs), Q(pk__in=[]))


def _of_records(
    want: Want, records: Sequence[Record], units: Collection[int], measures: Collection[int]
) -> Iterable[Proposal]:
    likeness = _likeness(want, {one.pk: f"{one.title}{one.words}" for one in records})
    for one in records:
        behind = any(use.is_counted and use.commitment.measure_id in measures for use in one.uses.all())
        files = [FileKind(proof.evidence.kind) for proof in one.proofs.all()]
        alike, shared = likeness.get(one.pk, (0.0, ()))
        whys = _whys(is_behind=behind, is_own=one.unit_id in units, alike=alike)
        if whys:
            fits = count_fitting(files, want.format) > 0
            yield Proposal(whys, shared, record=one, first=one.first, last=one.last, fits=fits)


def _whys(*, is_behind: bool, is_own: bool, alike: float) -> tuple[Why, ...]:
    """The reasons; that something is of the unit is none by itself."""
    said = {
        Why.MEASURE: is_behind,
        Why.UNIT: is_own and (is_behind or alike >= _LEAST),
        Why.WORDS: alike >= (_LEAST if is_own else _LEAST_OF_OTHERS),
    }
    return tuple(why for why, holds in said.items() if holds)


def _likeness(want: Want, words: Mapping[int, str]) -> dict[int, tuple[float, tuple[str, ...]]]:
    """How like each is to what is wanted, and the words that both have."""
    source = PackItem("want", title=want.title, evidence=(Wanted(want.format, want.what),))
    items = tuple(PackItem(str(key), title=text) for key, text in words.items())
    if not items:
        return {}
    found = suggest(
        Framework(PackItem("", items=(source,))), Framework(PackItem("", items=items)), most=len(items), least=0.01
    )
    return {int(one.target): (one.likeness, one.shared) for one in found}


def _evidence(want: Want, units: Collection[int], span: Span, powers: Powers) -> list[Evidence]:
    """Pieces that prove no record: those of a record are given with it."""
    rows = evidence_seen(powers).filter(records=None).exclude(_gone(want, "evidence"))
    if span.first is not None:
        rows = rows.filter(Q(taken_on_file=None) | Q(taken_on_file__date__range=(span.first, span.last)))
    keys: set[int] = set()
    for one in (Q(unit__in=units), _has_words(want, "words") | _has_words(want, "file_name")):
        keys.update(rows.filter(one).order_by("-added_at", "-pk").values_list("pk", flat=True)[:LOOKED_AT])
    return list(Evidence.objects.filter(pk__in=keys).select_related("unit").order_by("-added_at", "-pk"))


def _of_evidence(want: Want, pieces: Sequence[Evidence], units: Collection[int]) -> Iterable[Proposal]:
    likeness = _likeness(want, {one.pk: f"{one.words}{one.file_name}" for one in pieces})
    for one in pieces:
        alike, shared = likeness.get(one.pk, (0.0, ()))
        whys = _whys(is_behind=False, is_own=one.unit_id in units, alike=alike)
        if whys:
            day = taken_on(one)
            fits = count_fitting([FileKind(one.kind)], want.format) > 0
            yield Proposal(whys, shared, evidence=one, first=day, last=day, fits=fits)


def taken_on(evidence: Evidence) -> date | None:
    """Its own day, as the file says."""
    return timezone.localdate(evidence.taken_on_file) if evidence.taken_on_file else None


def units_with(found: Iterable[Proposal]) -> Mapping[int, int]:
    """Of which units how many proposals are: what they need not be asked for."""
    counts: dict[int, int] = defaultdict(int)
    for one in found:
        thing = one.record or one.evidence
        if thing is not None:
            counts[thing.unit_id] += 1
    return counts
