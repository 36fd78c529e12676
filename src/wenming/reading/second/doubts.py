"""The second reader's suggestions as doubts: places that a person should look at, beside what the rules read."""

from collections.abc import Sequence
from dataclasses import replace

from wenming.reading.model import Doubt, Duty, Reading
from wenming.reading.rows import quote
from wenming.reading.second.asking import SecondReader, Suggestion, ask_second


def with_suggestions(reading: Reading, reader: SecondReader) -> Reading:
    """The same reading with a doubt for each suggestion that the rules did not read, and for what went wrong.

    Measures, duties and terms stay as the rules read them.
    """
    suggestions, failures = ask_second(reading, reader)
    duties = [duty for plan in reading.plans for measure in plan.measures for duty in measure.duties]
    new = [_doubt(reading.text, one) for one in suggestions if not one.agrees and not _is_part(one, duties)]
    doubts = sorted([*reading.doubts, *failures, *new], key=lambda doubt: doubt.start)
    return replace(reading, doubts=tuple(doubts))


def _is_part(suggestion: Suggestion, duties: Sequence[Duty]) -> bool:
    """Whether the suggestion names part of a unit that was read whole, in the same role (各单位 in 县直各单位)."""
    mark = suggestion.mark
    return isinstance(mark, Duty) and any(
        duty.role is mark.role and duty.start <= mark.start and mark.end <= duty.end for duty in duties
    )


def _doubt(text: str, suggestion: Suggestion) -> Doubt:
    mark = suggestion.mark
    code = f"second_sees_{mark.role if isinstance(mark, Duty) else mark.kind}"
    return Doubt(code, mark.start, mark.end, {"words": quote(text[mark.start : mark.end])})
