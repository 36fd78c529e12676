"""Figures as pages show them."""

from decimal import Decimal

from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wenming.rules.commitments.model import Direction
from wenming.web.content import marked
from wenming.work.figures.actions import plainly
from wenming.work.figures.series import Series
from wenming.work.models import Figure, FigureVersion

register = Library()

_TARGETS = {Direction.REACH: "≥", Direction.HOLD: "≥", Direction.FALL: "≤"}


@register.simple_tag
def value_of(figure: Figure | FigureVersion, series: Series) -> SafeString:
    """The value with what it is measured in: 95.5%."""
    return marked(f"{plainly(figure.value)}{series.measured_in}")


@register.simple_tag
def plain_number(value: Decimal) -> str:
    """The number without zeros at its end."""
    return plainly(value)


@register.simple_tag
def target_of(series: Series) -> SafeString | str:
    """What is to be reached: ≥ 95%; of what grows that it is compared."""
    if series.target is None or series.direction is None:
        return _("比增幅")
    return marked(f"{_TARGETS[series.direction]} {plainly(Decimal(str(series.target)))}{series.measured_in}")
