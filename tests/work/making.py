"""Commitments, records, evidence and the like for tests: what a test does not say is filled in plausibly."""

from datetime import date
from typing import Any

from tests.plans.making import NOON, Says, make_person, make_version
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.plans.models import Measure
from wenming.reading.model import Role
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Every, Recurring, Span
from wenming.rules.commitments.model import Commitment as Rule
from wenming.work.models import (
    Answer,
    Cell,
    Commitment,
    CommitmentState,
    Evidence,
    EvidenceKind,
    Excuse,
    ExcuseKind,
    Figure,
    Member,
    Objection,
    ObjectionKind,
    Record,
    RecordKind,
    Request,
    Review,
    SignUp,
    Upload,
    Whom,
)

TODAY = date(2026, 3, 5)
# Once a year, in 2026.
RULE = as_json(Rule(Recurring(Amount(1, None, "次"), 1, Every.YEAR), Span(date(2026, 1, 1), date(2026, 12, 31))))


def make_measure(*units: Unit, title: str = "每季度开展民主评议") -> Measure:
    """A measure in force for which these units are responsible."""
    duties = [(unit.short, Role.RESPONSIBLE, unit) for unit in units]
    return make_version(Says(title, duties=duties)).measures.get()


def make_commitment(measure: Measure, by: User | None = None, **fields: Any) -> Commitment:  # noqa: ANN401
    """A confirmed commitment of the measure; ``rule`` as rules.commitments.kept writes it."""
    by = by or measure.version.uploaded_by
    made = {"activity": "民主评议", "kind": "recurring", "rule": RULE, "state": CommitmentState.CONFIRMED}
    return Commitment.objects.create(measure=measure, **{"confirmed_by": by, "confirmed_at": NOON, **made, **fields})


def make_record(unit: Unit, by: User | None = None, **fields: Any) -> Record:  # noqa: ANN401
    """A record of that unit."""
    made = {
        "kind": RecordKind.objects.get_or_create(name="评议")[0],
        "title": "民主评议",
        "first": TODAY,
        "last": TODAY,
    }
    by = by or User.objects.filter(username="记录员").first() or make_person("记录员", None)
    return Record.objects.create(unit=unit, made_by=by, made_at=NOON, **{**made, **fields})


def hang_work_on(unit: Unit, by: User) -> None:
    """One row of this room of every sort that can point at a unit."""
    commitment = make_commitment(make_measure(unit), by, whom=Whom.UNITS)
    commitment.units.add(unit)
    made = {"made_by": by, "made_at": NOON}
    Excuse.objects.create(
        kind=ExcuseKind.EXEMPTION, unit=unit, commitment=commitment, first=TODAY, given_by=by, given_at=NOON
    )
    Objection.objects.create(
        kind=ObjectionKind.NOT_OURS, unit=unit, whose="县体育局", commitment=commitment, reason="职责已划转", **made
    )
    Review.objects.create(commitment=commitment, unit=unit, on=TODAY, is_enough=True, **made)
    record = make_record(unit, by)
    record.with_units.add(unit)
    Figure.objects.create(name="覆盖率", unit=unit, on=TODAY, value=95, **made)
    Evidence.objects.create(unit=unit, kind=EvidenceKind.LINK, link="https://example.com/", added_by=by, added_at=NOON)
    Upload.objects.create(key=record.key, unit=unit, file_name="甲.mp4", size=9, begun_by=by, begun_at=NOON)
    given = {"title": "理论宣讲", "on": TODAY, "opens": NOON, "closes": NOON, "opened_by": by, "opened_at": NOON}
    SignUp.objects.create(unit=unit, code=f"{unit.pk:0>6}", **given)
    asked = Request.objects.create(area=unit.area, title="一季度小结", basis="实施方案", due=TODAY, **made)
    Answer.objects.create(request=asked, unit=unit)
    asked.units.add(unit)
    Member.objects.create(unit=unit, population="干部", name="王敏", **made)
    Cell.objects.create(
        commitment=commitment, unit=unit, first=TODAY, last=TODAY, due=TODAY, closes=TODAY, state="open"
    )
