"""Commitments without a number, for tests."""

from datetime import date

from django.db import transaction

from tests.plans.making import NOON
from tests.work.making import make_commitment, make_measure
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Every, Span, Standing
from wenming.work.models import Commitment, Whom
from wenming.work.verdicts.refreshing import refresh

QUARTERLY = Rule(Standing(1, Every.QUARTER), Span(date(2025, 10, 1), date(2026, 6, 30)))


def make_standing(*units: Unit, whom: Whom = Whom.OWNERS) -> Commitment:
    """Each of the units is reviewed every quarter: the first is over, the second goes on, the third is to come."""
    rule = as_json(QUARTERLY)
    made = make_commitment(make_measure(*units), kind="standing", activity="氛围浓厚", rule=rule, whom=whom)
    with transaction.atomic():
        refresh(commitments=[made.pk], units=None, at=NOON)
    return made
