"""What records say, for tests: filled in plausibly."""

from datetime import date
from typing import Any

from tests.plans.making import make_unit
from tests.work.making import TODAY, make_commitment, make_measure
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Every, Recurring, Span
from wenming.rules.commitments.model import Commitment as Rule
from wenming.work.models import Commitment, RecordKind
from wenming.work.records.content import Content, Counts
from wenming.work.records.proposing import Why

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
QUARTERLY = as_json(Rule(Recurring(Amount(1, None, "次"), 1, Every.QUARTER), YEAR))
ASKED = Counts(is_counted=True, why=Why.ASKED)


def make_content(unit: Unit | None = None, *, kind: str = "评议", **fields: Any) -> Content:  # noqa: ANN401
    """A review by the party members of a community, in March."""
    about = {"title": "一季度民主评议", "first": TODAY, "last": TODAY}
    found = RecordKind.objects.get_or_create(name=kind)[0]  # a test with transactions empties the table
    return Content(unit=unit or make_unit("甲社区"), kind=found, **{**about, **fields})


def make_asking(unit: Unit, **fields: Any) -> Commitment:  # noqa: ANN401
    """A commitment that asks the unit for a review each quarter."""
    about = {"rule": QUARTERLY, "record_kinds": ["评议"]}
    return make_commitment(make_measure(unit), **{**about, **fields})
