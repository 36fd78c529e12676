"""From rows to what the rules judge: commitments with their subjects, facts and circumstances."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from wenming.rules.commitments import facts as given
from wenming.rules.commitments import model
from wenming.rules.commitments.kept import commitment_of
from wenming.rules.commitments.model import figures_of
from wenming.work.commitments.subjects import ALL, Units, subjects_of
from wenming.work.members.rolls import Rolls, load_rolls
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

DAMAGED = "damaged"  # evidence that cannot be opened proves nothing
_MINUTES, _PEOPLE = "分钟", "人"
_STATES = {RecordState.RETURNED: given.FactState.RETURNED, RecordState.WITHDRAWN: given.FactState.WITHDRAWN}
_Place = tuple[int, int]  # commitment, subject


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment with all that its verdicts rest on: by subject the facts, and what else is known."""

    row: Commitment
    rule: model.Commitment
    subjects: Units
    facts: Mapping[int, Sequence[given.Fact]]
    circumstances: Mapping[int, given.Circumstances]


def load(commitments: QuerySet[Commitment], units: Collection[int] | None = None) -> list[Case]:
    """The cases of these commitments; of these units and of all together only, where units are given.

    Twenty queries at most, however many commitments and records there are.
    """
    rows = list(commitments)
    subjects = subjects_of(rows)
    if units is not None:
        subjects = {pk: judged & {*units, ALL} for pk, judged in subjects.items()}
    rules = {row.pk: commitment_of(row.rule) for row in rows}
    uses = Use.objects.filter(_concerned(subjects), commitment__in=[row.pk for row in rows])
    done = _Done(_told(uses), _counts(uses), _others(uses))
    rolls = load_rolls(rules.values(), done.units.union(*subjects.values()), uses)
    found, known = _facts(done, rules, subjects, rolls), _circumstances(rows, rules, subjects, rolls)
    return [
        Case(
            row,
            rules[row.pk],
            subjects[row.pk],
            {subject: found.get((row.pk, subject), ()) for subject in subjects[row.pk]},
            {subject: known.get((row.pk, subject), given.NOTHING_ELSE) for subject in subjects[row.pk]},
        )
        for row in rows
    ]


class _Told(NamedTuple):
    """A use with what its record says: plain values, since there may be very many."""

    commitment: int
    is_counted: bool
    record: int
    unit: int
    first: date
    last: date
    minutes: int | None
    people: int | None
    state: str
    is_proved: bool


class _Done(NamedTuple):
    """Uses, and of each record what it counted and who took part besides."""

    told: list[_Told]
    counts: Mapping[int, Mapping[str, float]]
    others: Mapping[int, Collection[int]]

    @property
    def units(self) -> Units:
        """All that took part in any of it."""
        return frozenset(one.unit for one in self.told).union(*self.others.values())


_OF_RECORD = [f"record__{name}" for name in ("unit", "first", "last", "minutes", "people", "state")]


def _facts(
    done: _Done, rules: Mapping[int, model.Commitment], subjects: Mapping[int, Units], rolls: Rolls
) -> dict[_Place, list[given.Fact]]:
    found: dict[_Place, list[given.Fact]] = defaultdict(list)
    for one in done.told:
        judged = subjects[one.commitment]
        took_part = {one.unit, *done.others.get(one.record, ())}
        for subject in [ALL] if ALL in judged else sorted(took_part & judged):
            days, amounts = (one.first, one.last), done.counts.get(one.record, {})
            matched = rolls.matched(rules[one.commitment], subject, one.record, days, took_part)
            found[one.commitment, subject].append(_fact(one, subject, amounts, matched.reached))
    return found


def _told(uses: QuerySet[Use]) -> list[_Told]:
    proved = uses.annotate(
        is_proved=Exists(Proof.objects.filter(record=OuterRef("record")).exclude(evidence__problem=DAMAGED))
    )
    rows = proved.order_by("record__first", "record", "pk")
    return [_Told(*row) for row in rows.values_list("commitment", "is_counted", "record", *_OF_RECORD, "is_proved")]


def _concerned(subjects: Mapping[int, Units]) -> Q:
    """The records that one of the subjects took part in; all, where some are judged together."""
    judged = frozenset[int]().union(*subjects.values())
    if ALL in judged:
        return Q()
    joint = Record.with_units.through.objects.filter(unit__in=judged).values("record")
    return Q(record__unit__in=judged) | Q(record__in=joint)


def _fact(one: _Told, subject: int, counts: Mapping[str, float], reached: frozenset[int]) -> given.Fact:
    amounts = dict(counts)
    if one.minutes is not None:
        amounts.setdefault(_MINUTES, one.minutes)
    if one.people is not None:
        amounts.setdefault(_PEOPLE, one.people)
    state = _STATES.get(RecordState(one.state), given.FactState.COUNTED)
    return given.Fact(
        key=one.record,
        subject=subject,
        first=one.first,
        last=one.last,
        amounts=tuple(sorted(amounts.items())),
        reached=reached,
        has_evidence=one.is_proved,
        state=state if one.is_counted else given.FactState.NOT_MEANT,
    )


def _counts(uses: QuerySet[Use]) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    outputs = Output.objects.filter(record__in=uses.order_by().values("record"))
    for record, word, count in outputs.order_by().values_list("record", "word", "count"):
        found[record][word] += float(count)
    return found


def _others(uses: QuerySet[Use]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    joint = Record.with_units.through.objects.filter(record__in=uses.order_by().values("record"))
    for record, unit in joint.values_list("record", "unit"):
        found[record].add(unit)
    return found


def _circumstances(
    rows: Sequence[Commitment], rules: Mapping[int, model.Commitment], subjects: Mapping[int, Units], rolls: Rolls
) -> dict[_Place, given.Circumstances]:
    keys = [row.pk for row in rows]
    excuses, disputes, reviews, figures = _excuses(keys), _disputes(keys), _reviews(keys), _figures(rules.values())
    found = {}
    for place in ((key, subject) for key in keys for subject in subjects[key]):
        mine = [*excuses[place], *excuses[0, place[1]]]
        found[place] = given.Circumstances(
            pauses=tuple(given.Pause(one.first, one.last) for one in mine if one.kind == ExcuseKind.SUSPENSION),
            exemptions=tuple(given.Exemption(one.first, one.last) for one in mine if one.kind == ExcuseKind.EXEMPTION),
            disputes=tuple(disputes[place]),
            figures=tuple(_own_or_of_all(figures, place[1], figures_of(rules[place[0]].demand))),
            reviews=tuple(reviews[place]),
            roll=rolls.roll(rules[place[0]], place[1]),
        )
    return found


def _excuses(keys: Collection[int]) -> dict[_Place, list[Excuse]]:
    """By commitment and unit; those from everything stand under commitment 0."""
    found: dict[_Place, list[Excuse]] = defaultdict(list)
    for one in Excuse.objects.filter(Q(commitment__in=keys) | Q(commitment=None)):
        found[one.commitment_id or 0, one.unit_id].append(one)
    return found


def _disputes(keys: Collection[int]) -> dict[_Place, list[given.Dispute]]:
    found: dict[_Place, list[given.Dispute]] = defaultdict(list)
    for one in Objection.objects.filter(commitment__in=keys):
        last = localdate(one.decided_at) if one.decided_at else None
        found[one.commitment_id, one.unit_id].append(given.Dispute(localdate(one.made_at), last))
    return found


def _reviews(keys: Collection[int]) -> dict[_Place, list[given.Review]]:
    """Of several on one day the last that was said."""
    said: dict[_Place, dict[date, bool]] = defaultdict(dict)
    for one in Review.objects.filter(commitment__in=keys).order_by("on", "pk"):
        said[one.commitment_id, one.unit_id or ALL][one.on] = one.is_enough
    found = {place: [given.Review(*one) for one in days.items()] for place, days in said.items()}
    return defaultdict(list, found)


_Figures = Mapping[tuple[int, str], list[given.Figure]]


def _figures(rules: Iterable[model.Commitment]) -> _Figures:
    """By unit and name, those of the whole county under ALL; only figures that a rule names."""
    names = {name for rule in rules for name in figures_of(rule.demand)}
    found: dict[tuple[int, str], list[given.Figure]] = defaultdict(list)
    for name, unit, on, value in _figure_rows(names):
        found[unit or ALL, name].append(given.Figure(name, on, value))
    return found


def _own_or_of_all(figures: _Figures, subject: int, names: Iterable[str]) -> list[given.Figure]:
    """Of each figure those of the subject; where it has none, those of the whole county."""
    return [one for name in names for one in figures.get((subject, name)) or figures.get((ALL, name)) or ()]


def _figure_rows(names: Collection[str]) -> list[tuple[str, int | None, date, float]]:
    known = Figure.objects.filter(name__in=names, is_withdrawn=False)
    rows = known.order_by("on", "pk").values_list("name", "unit", "on", "value")
    return [(name, unit, on, float(value)) for name, unit, on, value in rows]
