"""Rounding exact numbers, half away from zero, half to even (GB/T 8170-2008) or by leaving digits out."""

from fractions import Fraction

from wenming.rules.scoring.model import Mode, Rounding


def rounded(number: Fraction, rounding: Rounding | None) -> Fraction:
    """The number with so many digits behind the point; None keeps it exact."""
    if rounding is None:
        return number
    scale = Fraction(10) ** rounding.digits
    return Fraction(_whole(number * scale, rounding.mode)) / scale


def _whole(number: Fraction, mode: Mode) -> int:
    if mode is Mode.HALF_EVEN:
        return round(number)
    size = abs(number) + (Fraction(1, 2) if mode is Mode.HALF_AWAY else 0)
    return int(size) if number >= 0 else -int(size)
