"""What an office sets at an item."""

from fractions import Fraction

import pytest

from wenming.frameworks.outline.forms import PointsForm


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("2.5", Fraction("2.5")),
        ("", None),
        ("0", Fraction(0)),
        ("-1", False),
        ("多", False),
        ("10001", False),
        ("1e99", False),
    ],
)
def test_points(said: str, points: object) -> None:
    form = PointsForm({"points": said})
    assert (form.cleaned_data["points"] if form.is_valid() else False) == points
