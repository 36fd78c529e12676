"""What the office says in a review."""

import pytest

from wenming.work.reviews.forms import ReviewForm


@pytest.mark.parametrize(("finding", "is_enough"), [("enough", True), ("not_enough", False)])
def test_a_finding(finding: str, is_enough: bool) -> None:
    form = ReviewForm({"finding": finding})
    assert form.is_valid()
    assert form.is_enough is is_enough


def test_one_has_to_be_chosen() -> None:
    assert "请选“做到了”或者“还不够”。" in ReviewForm({"words": "好"}).errors["finding"]
