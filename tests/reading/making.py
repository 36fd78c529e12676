"""Small readings made by hand, for tests of what is done with a reading."""

from collections.abc import Mapping, Sequence

from wenming.reading.model import (
    Amount,
    Coverage,
    DateRange,
    Doubt,
    Duty,
    Frequency,
    Horizon,
    Measure,
    Noise,
    Plan,
    Reading,
    Role,
    Source,
    Term,
    TermKind,
    Title,
    Value,
)

_KINDS = {
    Frequency: TermKind.FREQUENCY,
    Amount: TermKind.QUANTITY,
    DateRange: TermKind.DATE,
    Coverage: TermKind.COVERAGE,
    Horizon: TermKind.HORIZON,
}


def make_measure(
    text: str,
    words: str,
    *,
    path: Sequence[str] = (),
    units: Mapping[Role, Sequence[str]] | None = None,
    terms: Mapping[str, Value] | None = None,
) -> Measure:
    """A measure whose text is ``words`` in ``text``; units and mentions stand in it, each where it first stands."""
    start = text.index(words)
    named = [(role, unit) for role, listed in (units or {}).items() for unit in listed]
    duties = tuple(_duty(text, start, unit, role) for role, unit in named)
    found = tuple(_term(text, start, mention, value) for mention, value in (terms or {}).items())
    title = words.split("。")[0].split("\n")[0]
    return Measure((*path, title), title, start, start + len(words), words, duties, found)


def _duty(text: str, start: int, unit: str, role: Role) -> Duty:
    place = text.index(unit, start)
    return Duty(unit, role, place, place + len(unit))


def _term(text: str, start: int, mention: str, value: Value) -> Term:
    place = text.index(mention, start)
    return Term(_KINDS[type(value)], place, place + len(mention), value)


def make_reading(
    text: str,
    measures: Sequence[Measure],
    *,
    title: str = "",
    doubts: Sequence[Doubt] = (),
    noise: Sequence[Noise] = (),
) -> Reading:
    """A reading of ``text`` with one plan."""
    place = text.find(title)
    named = Title(title, place, place + len(title)) if title else None
    plans = (Plan(named, tuple(measures)),)
    return Reading(Source("plan.txt", "0" * 64, len(text)), text, True, plans, tuple(noise), tuple(doubts))
