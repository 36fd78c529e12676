"""The second reader's suggestions as doubts: places that a person should look at, beside what the rules read."""

import json
import re
from collections.abc import Iterable, Sequence

from wenming.reading.model import Doubt, Duty, Reading, Role, TermKind
from wenming.reading.reading_json import value_json
from wenming.reading.rows import quote
from wenming.reading.second.asking import Suggestion

SEES = "second_sees_"  # how the code of a suggestion begins; its role or kind follows


def doubts_of(reading: Reading, suggestions: Iterable[Suggestion]) -> list[Doubt]:
    """A doubt for each suggestion that the rules did not read; alike ones have the same code and the same ``about``.

    ``about`` has the words, and of a term the value as JSON.
    """
    duties = [duty for plan in reading.plans for measure in plan.measures for duty in measure.duties]
    return [_doubt(reading.text, one) for one in suggestions if not one.agrees and not _is_part(one, duties)]


def suggested(code: str) -> Role | TermKind | None:
    """The role or the kind of term that a doubt suggests; None where it is no suggestion."""
    if not code.startswith(SEES):
        return None
    name = code.removeprefix(SEES)
    return Role(name) if name in set(Role) else TermKind(name)


def _is_part(suggestion: Suggestion, duties: Sequence[Duty]) -> bool:
    """Whether the suggestion names part of a unit that was read whole, in the same role (各单位 in 县直各单位)."""
    mark = suggestion.mark
    return isinstance(mark, Duty) and any(
        duty.role is mark.role and duty.start <= mark.start and mark.end <= duty.end for duty in duties
    )


def _doubt(text: str, suggestion: Suggestion) -> Doubt:
    mark = suggestion.mark
    about = {"words": quote(re.sub(r"\s+", "", text[mark.start : mark.end]))}
    if isinstance(mark, Duty):
        return Doubt(f"{SEES}{mark.role}", mark.start, mark.end, about)
    value = json.dumps(value_json(mark.value), ensure_ascii=False, sort_keys=True)
    return Doubt(f"{SEES}{mark.kind}", mark.start, mark.end, about | {"value": value})
