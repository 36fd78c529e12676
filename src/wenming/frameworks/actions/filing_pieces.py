"""Giving material for what is wanted, replacing it, taking it away; what the office says of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.frameworks.actions.filing_proofs import NotCurrent, carry_proofs, locked_current
from wenming.frameworks.actions.filing_rounds import locked_open
from wenming.frameworks.models import Filing, PassedOver, Piece, PieceKind, PieceState, Want
from wenming.work.models import Evidence, Record

_TOLD = ("kind", "title", "unit")


class AlreadyGiven(ValueError):
    """The same material is there for this wanted piece."""


class NoReason(ValueError):
    """Whoever gets something back has to know why."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is given: a piece of evidence, a record, a link, or a text; with its own days and whose it is."""

    title: str
    evidence: Evidence | None = None
    record: Record | None = None
    link: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None
    unit_id: int | None = None
    earlier: Piece | None = None

    @property
    def kind(self) -> PieceKind:
        """What it is."""
        if self.evidence:
            return PieceKind.EVIDENCE
        if self.record:
            return PieceKind.RECORD
        return PieceKind.LINK if self.link else PieceKind.TEXT


@action
def add_piece(*, want: Want, content: Content, by: User, at: datetime) -> Piece:
    """Give it. Raises FilingClosed, AlreadyGiven."""
    locked_open(want.filing_id)
    _refuse_again(want, content)
    last = Piece.objects.filter(want=want).aggregate(Max("line"))["line__max"] or 0
    made = _made(want, content, last + 1, 1, by, at)
    record("frameworks.add_piece", made, by=by, at=at, after=state_of(made, *_TOLD) | _where(want))
    return made


def _refuse_again(want: Want, content: Content | Piece, but: Piece | None = None) -> None:
    rows = Piece.objects.current().filter(want=want)
    if but is not None:
        rows = rows.exclude(pk=but.pk)
    if content.evidence:
        rows = rows.filter(evidence=content.evidence)
    elif content.record:
        rows = rows.filter(record=content.record)
    elif content.link:
        rows = rows.filter(link=content.link)
    else:
        rows = rows.filter(text=content.text)
    if rows.exists():
        raise AlreadyGiven(_("这份材料已经放在这一项里了。"))


def _made(want: Want, content: Content, line: int, version: int, by: User, at: datetime) -> Piece:
    return Piece.objects.create(
        want=want,
        line=line,
        version=version,
        kind=content.kind,
        unit_id=content.unit_id,
        evidence=content.evidence,
        record=content.record,
        link=content.link,
        text=content.text,
        title=content.title,
        first=content.first,
        last=content.last or content.first,
        earlier=content.earlier,
        added_by=by,
        added_at=at,
    )


def _where(want: Want) -> dict[str, object]:
    return {"code": want.code, "number": want.number}


@action
def replace_piece(*, piece: Piece, content: Content, by: User, at: datetime) -> Piece:
    """Another version takes its place; the old one stays behind it. Raises FilingClosed, NotCurrent, AlreadyGiven.

    What was accepted was the old one: the new one is looked at again.
    """
    kept = locked_current(piece)
    _refuse_again(kept.want, content, but=kept)
    kept.is_current = False
    kept.save(update_fields=["is_current"])
    made = _made(kept.want, content, kept.line, kept.version + 1, by, at)
    carry_proofs(kept, made)
    told = state_of(made, *_TOLD) | _where(kept.want) | {"version": made.version}
    record("frameworks.replace_piece", made, by=by, at=at, before=state_of(kept, *_TOLD), after=told)
    return made


@action
def take_away(*, piece: Piece, by: User, at: datetime) -> None:
    """It is given no more; it can be put back. Raises FilingClosed, NotCurrent."""
    kept = locked_current(piece)
    kept.is_current, kept.removed_by, kept.removed_at = False, by, at
    kept.save(update_fields=["is_current", "removed_by", "removed_at"])
    record("frameworks.take_piece_away", kept, by=by, at=at, before=state_of(kept, *_TOLD) | _where(kept.want))


@action
def put_back(*, piece: Piece, by: User, at: datetime) -> None:
    """What was taken away is given again.

    Raises FilingClosed, NotCurrent where it is not the last version, AlreadyGiven.
    """
    locked_open(piece.want.filing_id)
    kept = Piece.objects.select_related("want").get(pk=piece.pk)
    newest = Piece.objects.filter(want=kept.want, line=kept.line).order_by("-version").first()
    if kept.is_current or kept.removed_at is None or newest is None or newest.pk != kept.pk:
        raise NotCurrent(_("这份材料不能放回：它没有被拿掉，或者已经有更新的版本。"))
    _refuse_again(kept.want, kept)
    kept.is_current, kept.removed_by, kept.removed_at = True, None, None
    kept.save(update_fields=["is_current", "removed_by", "removed_at"])
    record("frameworks.put_piece_back", kept, by=by, at=at, after=state_of(kept, *_TOLD) | _where(kept.want))


@action
def date_piece(*, piece: Piece, first: date, last: date, by: User, at: datetime) -> None:
    """Its own days are these; what was accepted with others is looked at again. Raises FilingClosed, NotCurrent."""
    kept = locked_current(piece)
    before = state_of(kept, "first", "last", "state")
    is_other = (kept.first, kept.last) != (first, max(first, last))
    kept.first, kept.last = first, max(first, last)
    if is_other and kept.state == PieceState.ACCEPTED:
        kept.state, kept.judged_by, kept.judged_at = PieceState.OPEN, None, None
    kept.save(update_fields=["first", "last", "state", "judged_by", "judged_at"])
    record("frameworks.date_piece", kept, by=by, at=at, before=before, after=state_of(kept, "first", "last", "state"))


@action
def judge_piece(*, piece: Piece, state: PieceState, reason: str, by: User, at: datetime) -> None:
    """The office accepts it, returns it with a reason, or has not looked yet. Raises NoReason, NotCurrent."""
    kept = locked_current(piece)
    if state == PieceState.RETURNED and not reason.strip():
        raise NoReason(_("退回要写明原因，单位才知道怎么改。"))
    before = state_of(kept, "state")
    is_open = state == PieceState.OPEN
    kept.state, kept.reason = state, reason.strip() if state == PieceState.RETURNED else ""
    kept.judged_by, kept.judged_at = (None, None) if is_open else (by, at)
    kept.save(update_fields=["state", "reason", "judged_by", "judged_at"])
    after = state_of(kept, "state") | {"reason": Typed(kept.reason)}
    record("frameworks.judge_piece", kept, by=by, at=at, before=before, after=after)


@action
def accept_pieces(*, filing: Filing, pieces: Collection[int], by: User, at: datetime) -> int:
    """Accept those that nobody has judged yet; how many. Raises FilingClosed."""
    kept = locked_open(filing.pk)
    rows = Piece.objects.current().filter(want__filing=kept, pk__in=pieces, state=PieceState.OPEN)
    count = rows.update(state=PieceState.ACCEPTED, judged_by=by, judged_at=at)
    if count:
        record("frameworks.accept_pieces", kept, by=by, at=at, after={"count": count})
    return count


@action
def pass_over(
    *,
    want: Want,
    evidence: Evidence | None = None,
    told: Record | None = None,
    piece: Piece | None = None,
    by: User,
    at: datetime,
) -> None:
    """It is not what is wanted, and is proposed no more. Raises FilingClosed."""
    locked_open(want.filing_id)
    about = {"want": want, "evidence": evidence, "record": told, "piece": piece}
    PassedOver.objects.get_or_create(**about, defaults={"said_by": by, "said_at": at})
    record("frameworks.pass_over", want, by=by, at=at, after={"count": 1})


@action
def look_again(*, want: Want, by: User, at: datetime) -> int:
    """All that was waved off is proposed again; how many. Raises FilingClosed."""
    locked_open(want.filing_id)
    count, _each = PassedOver.objects.filter(want=want).delete()
    if count:
        record("frameworks.look_again", want, by=by, at=at, after={"count": count})
    return count
