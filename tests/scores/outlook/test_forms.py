"""What an outlook is asked for."""

from wenming.scores.outlook.forms import DaysForm, EffortForm, TargetForm


def test_within_reason() -> None:
    assert EffortForm({"limit": "3"}).is_valid()
    assert EffortForm({}).is_valid()
    assert DaysForm({}).is_valid()
    assert not DaysForm({"days": "0"}).is_valid()
    assert not EffortForm({"limit": "100000"}).is_valid()
    assert TargetForm({"target": "85.5"}).is_valid()
    assert not TargetForm({"target": "NaN"}).is_valid()
