"""Rolls for tests, and a commitment that covers those on them."""

from datetime import date
from typing import Any

from tests.plans.making import NOON
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Coverage, Population, Span
from wenming.work.models import Commitment, Member, Record

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
TRAINED_ONCE = as_json(Rule(Coverage(1, Population("干部")), YEAR))


def make_member(unit: Unit, name: str, office: str = "", **fields: Any) -> Member:  # noqa: ANN401
    """A cadre of that unit."""
    by = fields.pop("made_by", None) or User.objects.first()
    about = {"population": "干部", "made_by": by, "made_at": NOON}
    return Member.objects.create(unit=unit, name=name, office=office, **{**about, **fields})


def make_coverage(*units: Unit) -> Commitment:
    """Every cadre is trained once in 2026."""
    measure = make_measure(*units, title="每名干部至少轮训一次")
    return make_commitment(measure, activity="干部轮训", kind="coverage", rule=TRAINED_ONCE)


def make_training(unit: Unit, asking: Commitment, *people: str, **fields: Any) -> Record:  # noqa: ANN401
    """A training that counts, with those who took part: name, or name and office apart by a slash."""
    record = make_record(unit, title="干部轮训", **fields)
    record.uses.create(commitment=asking, why="asked")
    for one in people:
        name, _slash, office = one.partition("/")
        record.attendees.create(name=name, office=office)
    return record
