"""Why two may be one, in words."""

import pytest

from wenming.places.doubles.words import reason_words
from wenming.rules.doubles import Double, Likeness


@pytest.mark.parametrize("likeness", Likeness)
def test_every_reason_names_what_says_so(likeness: Likeness) -> None:
    words = reason_words(Double(1, 2, likeness, ("县教育局", "教育局")))
    assert "县教育局" in words
