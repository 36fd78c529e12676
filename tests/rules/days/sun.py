"""Where the sun stands, by a short formula of astronomy: an independent witness for the solar terms."""

from datetime import date
from math import radians, sin

_J2000_AT_NOON = 730_120  # Python's ordinal of 1 January 2000
_BEIJING = 8 / 24  # of a day ahead of Greenwich
_LEAD = 70 / 86_400  # of a day by which uniform time is ahead of the earth's in our decades
ERROR = 0.012  # degrees that the formula may be off, a quarter of an hour


def longitude(day: date) -> float:
    """The apparent longitude of the sun in degrees when the day begins in Beijing (Meeus, ch. 25, low accuracy)."""
    days = day.toordinal() - _J2000_AT_NOON - 0.5 - _BEIJING + _LEAD
    centuries = days / 36_525
    mean = 280.46646 + 36_000.76983 * centuries + 0.0003032 * centuries**2
    anomaly = radians(357.52911 + 35_999.05029 * centuries - 0.0001537 * centuries**2)
    centre = (
        (1.914602 - 0.004817 * centuries) * sin(anomaly)
        + (0.019993 - 0.000101 * centuries) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )
    node = radians(125.04 - 1934.136 * centuries)
    return (mean + centre - 0.00569 - 0.00478 * sin(node)) % 360
