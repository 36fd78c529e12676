"""Series for tests: a commitment that is judged by a figure."""

from datetime import date
from decimal import Decimal

from tests.plans.making import NOON
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Commitment as Rule
from wenming.rules.commitments.model import Direction, Growth, Rate, Span
from wenming.work.figures.actions import Value, enter_figures
from wenming.work.models import Commitment, Figure

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
LAMPS, FUNDS, REVENUE = "亮灯率", "教育经费", "财政收入"


def make_rate(*units: Unit) -> Commitment:
    """Each of the units has to have 95 % of its lamps lit within the year."""
    rule = as_json(Rule(Rate(LAMPS, Direction.REACH, 95, "%"), YEAR))
    return make_commitment(make_measure(*units), kind="rate", activity=LAMPS, rule=rule)


def make_growth(*units: Unit) -> Commitment:
    """Funds grow at least as fast as revenue."""
    rule = as_json(Rule(Growth(FUNDS, REVENUE), YEAR))
    return make_commitment(make_measure(*units), kind="growth", activity=FUNDS, rule=rule)


def enter(by: User, unit: Unit | None, value: str, on: date = date(2026, 3, 1), name: str = LAMPS) -> Figure:
    """Somebody enters a value."""
    return enter_figures(values=[Value(name, unit, on, Decimal(value), "月报")], by=by, at=NOON)[0]
