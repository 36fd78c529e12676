"""What is wrong, in words."""

import string

from wenming.rules.frameworks.sheets.faults import SENTENCES, Remark, say


def test_both_languages_tell_the_same_gaps() -> None:
    for chinese, english in SENTENCES.values():
        assert _gaps(english) == _gaps(chinese)


def _gaps(sentence: str) -> set[str | None]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(sentence)}


def test_a_sentence_in_either_language() -> None:
    remark = Remark("B2", "not_points", {"text": "约3分"})
    assert say(remark).startswith("“约3分”不是分值")
    assert "no number of points" in say(remark, "en-gb")
