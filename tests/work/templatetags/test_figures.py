"""Figures as pages show them."""

from datetime import date
from decimal import Decimal

from wenming.rules.commitments.model import Direction
from wenming.work.figures.series import Series
from wenming.work.models import Figure
from wenming.work.templatetags.figures import plain_number, target_of, value_of


def test_values_and_targets_with_what_they_are_measured_in() -> None:
    lamps = Series("亮灯率", 0, measured_in="%", target=95.0, direction=Direction.HOLD)
    assert value_of(Figure(value=Decimal("95.5000"), on=date(2026, 3, 1)), lamps) == "95.5%"
    assert target_of(lamps) == "≥ 95%"
    lamps.direction = Direction.FALL
    assert target_of(lamps) == "≤ 95%"
    assert target_of(Series("教育经费", 0)) == "比增幅"
    assert plain_number(Decimal("120.0000")) == "120"
