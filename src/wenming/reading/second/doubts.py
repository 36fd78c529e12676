"""The second reader's suggestions as doubts: places that a person should look at, beside what the rules read."""

from dataclasses import replace

from wenming.reading.model import Doubt, Duty, Reading
from wenming.reading.rows import quote
from wenming.reading.second.asking import SecondReader, Suggestion, ask_second


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
    code = f"second_sees_{mark.role if isinstance(mark, Duty) else mark.kind}"
    return Doubt(code, mark.start, mark.end, {"words": quote(text[mark.start : mark.end])})
