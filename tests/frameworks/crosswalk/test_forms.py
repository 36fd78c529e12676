"""What is said of two standards."""

from wenming.frameworks.crosswalk.forms import LinkForm
from wenming.frameworks.models import Crossing, Difference


def test_a_relation_and_differences() -> None:
    form = LinkForm({"relation": "equal", "differs": ["unit", "period"]})
    assert form.is_valid()
    assert (form.relation_said, form.differs_said) == (Crossing.EQUAL, [Difference.UNIT, Difference.PERIOD])


def test_nothing_any_more() -> None:
    form = LinkForm({"relation": "open"})
    assert form.is_valid()
    assert (form.relation_said, form.differs_said) == (None, [])


def test_what_is_no_relation() -> None:
    assert not LinkForm({}).is_valid()
    assert not LinkForm({"relation": "likes"}).is_valid()
    assert not LinkForm({"relation": "equal", "differs": ["colour"]}).is_valid()
