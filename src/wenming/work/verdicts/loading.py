"""From rows to what the rules judge: commitments with their subjects, facts and circumstances."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from wenming.rules.commitments import facts, model
from wenming.rules.commitments.kept import from_json
from wenming.work.commitments.subjects import ALL, Units, subjects_of
from wenming.work.models import (
    Commitment,
    Excuse,
    ExcuseKind,
    Figure,
    Objection,
    Output,
    Proof,
    Record,
    RecordState,
    Review,
    Use,
)

_MINUTES, _PEOPLE = "分钟", "人"
_STATES = {RecordState.RETURNED: facts.FactState.RETURNED, RecordState.WITHDRAWN: facts.FactState.WITHDRAWN}
_Place = tuple[int, int]  # commitment, subject


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment with all that its verdicts rest on: by subject the facts, and what else is known."""

    row: Commitment
    rule: model.Commitment
    subjects: Units
    facts: Mapping[int, Sequence[facts.Fact]]
    circumstances: Mapping[int, facts.Circumstances]


def load(commitments: QuerySet[Commitment], units: Collection[int] | None = None) -> list[Case]:
    """The cases of these commitments; of these units and of all together only, where units are given.

    Sixteen queries at most, however many commitments and records there are.
    """
    rows = list(commitments)
    subjects = subjects_of(rows)
    if units is not None:
        subjects = {pk: judged & {*units, ALL} for pk, judged in subjects.items()}
    rules = {row.pk: from_json(row.rule) for row in rows}
    found, known = _facts(rows, subjects), _circumstances(rows, rules, subjects)
    return [
        Case(
            row,
            rules[row.pk],
            subjects[row.pk],
            {subject: found.get((row.pk, subject), ()) for subject in subjects[row.pk]},
            {subject: known.get((row.pk, subject), facts.NOTHING_ELSE) for subject in subjects[row.pk]},
        )
        for row in rows
    ]


def _facts(rows: Sequence[Commitment], subjects: Mapping[int, Units]) -> dict[_Place, list[facts.Fact]]:
    uses = list(
        Use.objects.filter(_concerned(subjects), commitment__in=[row.pk for row in rows])
        .select_related("record")
        .annotate(proved=Exists(Proof.objects.filter(record=OuterRef("record"))))
        .order_by("record__first", "record", "pk")
    )
    records = {use.record_id for use in uses}
    counts, others = _counts(records), _others(records)
    found: dict[_Place, list[facts.Fact]] = defaultdict(list)
    for use in uses:
        judged = subjects[use.commitment_id]
        took_part = {use.record.unit_id, *others.get(use.record_id, ())}
        for subject in [ALL] if ALL in judged else sorted(took_part & judged):
            found[use.commitment_id, subject].append(_fact(use, subject, counts.get(use.record_id, {})))
    return found


def _concerned(subjects: Mapping[int, Units]) -> Q:
    """The records that one of the subjects took part in; all, where some are judged together."""
    judged = frozenset[int]().union(*subjects.values())
    if ALL in judged:
        return Q()
    joint = Record.with_units.through.objects.filter(unit__in=judged).values("record")
    return Q(record__unit__in=judged) | Q(record__in=joint)


def _fact(use: Use, subject: int, counts: Mapping[str, float]) -> facts.Fact:
    record = use.record
    amounts = dict(counts)
    if record.minutes is not None:
        amounts.setdefault(_MINUTES, record.minutes)
    if record.people is not None:
        amounts.setdefault(_PEOPLE, record.people)
    state = _STATES.get(RecordState(record.state), facts.FactState.COUNTED)
    return facts.Fact(
        key=record.pk,
        subject=subject,
        first=record.first,
        last=record.last,
        amounts=tuple(sorted(amounts.items())),
        has_evidence=bool(getattr(use, "proved", False)),
        state=state if use.is_counted else facts.FactState.NOT_MEANT,
    )


def _counts(records: Collection[int]) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for record, word, count in Output.objects.filter(record__in=records).values_list("record", "word", "count"):
        found[record][word] += float(count)
    return found


def _others(records: Collection[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    joint = Record.with_units.through.objects.filter(record__in=records)
    for record, unit in joint.values_list("record", "unit"):
        found[record].add(unit)
    return found


def _circumstances(
    rows: Sequence[Commitment], rules: Mapping[int, model.Commitment], subjects: Mapping[int, Units]
) -> dict[_Place, facts.Circumstances]:
    keys = [row.pk for row in rows]
    excuses = _excuses(keys)
    disputes = _disputes(keys)
    reviews = _reviews(keys)
    figures = _figures(rules.values())
    found = {}
    for key in keys:
        for subject in subjects[key]:
            given = [*excuses.get((key, subject), ()), *excuses.get((0, subject), ())]
            found[key, subject] = facts.Circumstances(
                pauses=tuple(_pause(one) for one in given if one.kind == ExcuseKind.SUSPENSION),
                exemptions=tuple(_exemption(one, rules[key].span) for one in given if one.kind == ExcuseKind.EXEMPTION),
                disputes=tuple(disputes.get((key, subject), ())),
                figures=tuple(figures.get(subject) or figures.get(ALL, ())),
                reviews=tuple(reviews.get((key, subject), ())),
            )
    return found


def _excuses(keys: Collection[int]) -> dict[_Place, list[Excuse]]:
    """By commitment and unit; those from everything stand under commitment 0."""
    found: dict[_Place, list[Excuse]] = defaultdict(list)
    for one in Excuse.objects.filter(Q(commitment__in=keys) | Q(commitment=None)):
        found[one.commitment_id or 0, one.unit_id].append(one)
    return found


def _pause(one: Excuse) -> facts.Pause:
    return facts.Pause(one.first, one.last)


def _exemption(one: Excuse, span: model.Span) -> facts.Exemption:
    return model.Span(one.first, one.last or max(span.last, one.first))


def _disputes(keys: Collection[int]) -> dict[_Place, list[facts.Dispute]]:
    found: dict[_Place, list[facts.Dispute]] = defaultdict(list)
    for one in Objection.objects.filter(commitment__in=keys):
        last = localdate(one.decided_at) if one.decided_at else None
        found[one.commitment_id, one.unit_id].append(facts.Dispute(localdate(one.made_at), last))
    return found


def _reviews(keys: Collection[int]) -> dict[_Place, list[facts.Review]]:
    found: dict[_Place, list[facts.Review]] = defaultdict(list)
    for one in Review.objects.filter(commitment__in=keys).order_by("on", "pk"):
        found[one.commitment_id, one.unit_id or ALL].append(facts.Review(one.on, one.is_enough))
    return found


def _figures(rules: Iterable[model.Commitment]) -> dict[int, list[facts.Figure]]:
    """By unit, those of the whole county under ALL; only figures that a rule names."""
    names = {name for rule in rules for name in _named(rule.demand)}
    found: dict[int, list[facts.Figure]] = defaultdict(list)
    for name, unit, on, value in _figure_rows(names):
        found[unit or ALL].append(facts.Figure(name, on, value))
    return found


def _figure_rows(names: Collection[str]) -> list[tuple[str, int | None, date, float]]:
    rows = Figure.objects.filter(name__in=names).order_by("on", "pk").values_list("name", "unit", "on", "value")
    return [(name, unit, on, float(value)) for name, unit, on, value in rows]


def _named(demand: model.Demand) -> tuple[str, ...]:
    match demand:
        case model.Rate(figure=figure):
            return (figure,)
        case model.Growth(figure=figure, reference=reference):
            return (figure, reference)
    return ()
