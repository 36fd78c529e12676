"""What is said of a figure."""

import pytest

from wenming.work.figures.forms import CorrectionForm, ValueForm

GIVEN = {"on": "2026-03-01", "value": "95.5", "source": "月报"}


@pytest.mark.parametrize(("field", "value"), [("on", "三月"), ("value", "多"), ("value", "1e40"), ("source", "")])
def test_each_part_is_asked_for(field: str, value: str) -> None:
    assert ValueForm(GIVEN).is_valid()
    assert list(ValueForm(GIVEN | {field: value}).errors) == [field]


def test_a_correction_says_why() -> None:
    assert list(CorrectionForm(GIVEN).errors) == ["reason"]
