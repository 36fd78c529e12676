"""Every sentence in both languages, its gaps alike."""

import re
import string

import pytest

from wenming.reading.messages import GRADES, SENTENCES, Grade, grade_of, say

GAPS = string.Formatter()


def gaps(sentence: str) -> set[str]:
    """The names of the gaps of a sentence."""
    return {name for _, name, _, _ in GAPS.parse(sentence) if name}


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_say_the_same(code: str) -> None:
    chinese, english = SENTENCES[code]
    assert gaps(chinese) == gaps(english)
    assert re.search("[一-鿿]", chinese)
    assert not re.search("[一-鿿]", english)


def test_gaps_are_filled() -> None:
    assert say("date_after_period", {"period": "2026"}).startswith("这个时间晚于方案的期间（2026）")
    assert "(2026)" in say("date_after_period", {"period": "2026"}, "en-us")


def test_every_graded_code_has_its_sentence() -> None:
    assert GRADES.keys() <= SENTENCES.keys()


def test_what_is_not_graded_is_a_warning() -> None:
    assert (grade_of("date_backwards"), grade_of("two_leads")) == (Grade.ERROR, Grade.WARN)
