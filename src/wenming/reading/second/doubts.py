"""The second reader's suggestions as doubts: places that a person should look at, beside what the rules read."""

from dataclasses import replace

from wenming.reading.model import Doubt, Duty, Reading
from wenming.reading.rows import quote
from wenming.reading.second.asking import SecondReader, Suggestion, ask_second
from wenming.reading.words import ROLE_WORDS, TERM_WORDS, term_in_words


def with_suggestions(reading: Reading, reader: SecondReader) -> Reading:
    """The same reading with a doubt for each suggestion that the rules did not read, and for what went wrong.

    Measures, duties and terms stay as the rules read them.
    """
    suggestions, failures = ask_second(reading, reader)
    new = [_doubt(reading.text, suggestion) for suggestion in suggestions if not suggestion.agrees]
    doubts = sorted([*reading.doubts, *failures, *new], key=lambda doubt: doubt.start)
    return replace(reading, doubts=tuple(doubts))


def _doubt(text: str, suggestion: Suggestion) -> Doubt:
    mark = suggestion.mark
    chinese, english = _meaning(suggestion)
    about = {"words": quote(text[mark.start : mark.end]), "means_zh": chinese, "means_en": english}
    return Doubt("second_suggests", mark.start, mark.end, about)


def _meaning(suggestion: Suggestion) -> tuple[str, str]:
    """What the mark would mean, in Chinese and English: 牵头单位; 频次 每月不少于1次."""
    mark = suggestion.mark
    if isinstance(mark, Duty):
        chinese, english = ROLE_WORDS[mark.role]
        return f"{chinese}单位", f"a unit ({english.lower()})"
    chinese, english = TERM_WORDS[mark.kind]
    return f"{chinese} {term_in_words(mark, 'zh')}", f"{english}: {term_in_words(mark, 'en')}"
