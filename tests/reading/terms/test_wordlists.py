"""Word lists as patterns."""

import re

from wenming.reading.terms.wordlists import alternatives


def test_the_longest_word_wins() -> None:
    assert re.findall(alternatives("村 行政村 行政"), "行政村与村") == ["行政村", "村"]
