"""A simulated year as rows, many at once: just as the actions of ``work`` would have left them, one by one.

What happened has no entries in the log, as nobody did it; verdicts are worked out at the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction
from django.utils.timezone import get_default_timezone

from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.sample.year.values import Done, Excused, Objected, Step, Year
from wenming.work.models import (
    Commitment,
    Evidence,
    EvidenceKind,
    Excuse,
    ExcuseKind,
    Figure,
    Objection,
    Outcome,
    Output,
    Proof,
    Record,
    RecordKind,
    RecordState,
    RecordVersion,
    Review,
    Use,
)
from wenming.work.records.content import Content, Counts, told
from wenming.work.records.outcomes import Produced
from wenming.work.records.states import TO, Act

_AT_ONCE = 2000  # rows in one statement


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what the places in a year stand for; ``clerks`` enter for their unit, by place."""

    units: Sequence[Unit]
    commitments: Sequence[Commitment]
    clerks: Sequence[User]
    office: User  # looks over, decides, measures


def put_in(year: Year, cast: Cast) -> None:
    """The year in the database: all of it or nothing. Whoever calls refreshes the verdicts."""
    with transaction.atomic():
        names = sorted({done.kind for done in year.done})  # an office may have taken kinds away
        kinds = {name: RecordKind.objects.get_or_create(name=name)[0] for name in names}
        records = [_row(place, done, cast, kinds) for place, done in enumerate(year.done)]
        Record.objects.bulk_create(records, batch_size=_AT_ONCE)
        told_of = list(zip(year.done, records, strict=True))
        _hang(told_of, cast)
        _prove(told_of)
        RecordVersion.objects.bulk_create(
            [version for done, row in told_of for version in _versions(done, row, cast)], batch_size=_AT_ONCE
        )
        _put_beside(year, cast)


# Records, with what hangs on them.


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), get_default_timezone())


def _entered(done: Done) -> datetime:
    return _moment(done.entered_on, 17)  # at the end of the day; whatever becomes of it is on later days


def _changed(step: Step) -> datetime:
    return _moment(step.on, 16)


def _row(place: int, done: Done, cast: Cast, kinds: Mapping[str, RecordKind]) -> Record:
    clerk = cast.clerks[done.worker]
    row = Record(
        key=uuid5(NAMESPACE_OID, f"{cast.units[done.worker].name}{place}"),
        unit=cast.units[done.worker],
        kind=kinds[done.kind],
        title=done.title,
        first=done.first,
        last=done.last,
        minutes=done.minutes,
        place=done.place,
        people=done.people,
        words=done.words,
        made_by=clerk,
        made_at=_entered(done),
    )
    for step in done.steps:
        _take(row, step, cast.office if step.act in (Act.RETURN, Act.ACCEPT) else clerk)
    return row


def _take(row: Record, step: Step, by: User) -> None:
    """The record after one step, as ``records.actions`` leaves it."""
    row.state, row.reason, row.revision = TO[step.act], step.reason, row.revision + 1
    match step.act:
        case Act.CHANGE:
            row.changed_by, row.changed_at, row.judged_by, row.judged_at = by, _changed(step), None, None
        case Act.WITHDRAW:
            row.withdrawn_by, row.withdrawn_at = by, _changed(step)
        case Act.RETURN | Act.ACCEPT:
            row.judged_by, row.judged_at = by, _changed(step)


def _hang(told_of: Sequence[tuple[Done, Record]], cast: Cast) -> None:
    outputs = [
        Output(record_id=row.pk, count=count, word=word) for done, row in told_of for count, word in done.outputs
    ]
    Output.objects.bulk_create(outputs, batch_size=_AT_ONCE)
    uses = [
        Use(record_id=row.pk, commitment_id=cast.commitments[use.task].pk, is_counted=use.is_counted, why=use.why)
        for done, row in told_of
        for use in done.uses
    ]
    Use.objects.bulk_create(uses, batch_size=_AT_ONCE)
    joined = Record.with_units.through
    others = [joined(record_id=row.pk, unit_id=cast.units[other].pk) for done, row in told_of for other in done.others]
    joined.objects.bulk_create(others, batch_size=_AT_ONCE)


def _prove(told_of: Sequence[tuple[Done, Record]]) -> None:
    """What a unit did in a week was in the paper, once for all that has evidence: nothing has to lie in the store."""
    papers: dict[tuple[int, date], Evidence] = {}
    proofs = []
    for done, row in told_of:
        if done.is_proved:
            monday = done.last - timedelta(days=done.last.weekday())
            paper = papers.setdefault((row.unit_id, monday), _paper(row))
            proofs.append(Proof(record=row, evidence=paper))
    Evidence.objects.bulk_create(papers.values(), batch_size=_AT_ONCE)
    for proof in proofs:
        proof.evidence_id = proof.evidence.pk
    Proof.objects.bulk_create(proofs, batch_size=_AT_ONCE)


def _paper(row: Record) -> Evidence:
    return Evidence(
        key=uuid5(row.key, "paper"),
        unit_id=row.unit_id,
        kind=EvidenceKind.PUBLICATION,
        words=f"县融媒体中心客户端 {row.last.isoformat()}",
        is_ready=True,
        added_by_id=row.made_by_id,
        added_at=row.made_at,
    )


def _versions(done: Done, row: Record, cast: Cast) -> Iterator[RecordVersion]:
    """The record as it stood at first and after each step; none of the steps changes what it says."""
    content = told(_content(done, row, cast), _counts(done, cast))
    about = {"record_id": row.pk, "content": content}
    yield RecordVersion(
        **about, number=1, state=RecordState.RECORDED, made_by_id=row.made_by_id, made_at=_entered(done)
    )
    for number, step in enumerate(done.steps, start=2):
        by = cast.office.pk if step.act in (Act.RETURN, Act.ACCEPT) else row.made_by_id
        made = {"state": TO[step.act], "reason": step.reason, "made_by_id": by, "made_at": _changed(step)}
        yield RecordVersion(**about, **made, number=number)


def _content(done: Done, row: Record, cast: Cast) -> Content:
    return Content(
        unit=row.unit,
        kind=row.kind,
        title=row.title,
        first=row.first,
        last=row.last,
        minutes=row.minutes,
        place=row.place,
        people=row.people,
        words=row.words,
        with_units=[cast.units[other] for other in done.others],
        outputs=[Produced(Decimal(count), word) for count, word in done.outputs],
    )


def _counts(done: Done, cast: Cast) -> dict[int, Counts]:
    return {cast.commitments[use.task].pk: Counts(use.is_counted, use.why) for use in done.uses}


# What happened beside.


def _put_beside(year: Year, cast: Cast) -> None:
    excuses = [_excuse(one, cast) for one in year.excused]
    accepted = [one for one in year.objected if one.outcome == Outcome.ACCEPTED]
    Excuse.objects.bulk_create([*excuses, *(_exempted(one, cast) for one in accepted)])
    Objection.objects.bulk_create(_objection(one, cast) for one in year.objected)
    by = {"made_by": cast.office}
    Review.objects.bulk_create(
        Review(
            commitment=cast.commitments[one.task],
            unit=None if one.worker is None else cast.units[one.worker],
            on=one.on,
            is_enough=one.is_enough,
            words=one.words,
            made_at=_moment(one.on, 17),
            **by,
        )
        for one in year.reviewed
    )
    Figure.objects.bulk_create(
        Figure(
            name=one.name,
            unit=None if one.worker is None else cast.units[one.worker],
            on=one.on,
            value=Decimal(str(one.value)),
            source=one.source,
            made_at=_moment(one.on, 17),
            **by,
        )
        for one in year.measured
    )


def _excuse(one: Excused, cast: Cast) -> Excuse:
    return Excuse(
        kind=one.kind,
        unit=cast.units[one.worker],
        commitment=None if one.task is None else cast.commitments[one.task],
        first=one.first,
        last=one.last,
        reason=one.reason,
        given_by=cast.office,
        given_at=_moment(one.first, 9),
    )


def _exempted(one: Objected, cast: Cast) -> Excuse:
    """What follows from an objection that the office accepts."""
    return Excuse(
        kind=ExcuseKind.EXEMPTION,
        unit=cast.units[one.worker],
        commitment=cast.commitments[one.task],
        first=one.made_on,
        reason=one.answer,
        given_by=cast.office,
        given_at=_moment(one.decided_on or one.made_on, 15),
    )


def _objection(one: Objected, cast: Cast) -> Objection:
    made = Objection(
        kind=one.kind,
        commitment=cast.commitments[one.task],
        unit=cast.units[one.worker],
        reason=one.reason,
        made_by=cast.clerks[one.worker],
        made_at=_moment(one.made_on, 10),
    )
    if one.decided_on is not None:
        made.outcome, made.answer = one.outcome or "", one.answer
        made.decided_by, made.decided_at = cast.office, _moment(one.decided_on, 15)
    return made
