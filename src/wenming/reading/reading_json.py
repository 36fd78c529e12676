"""The JSON form of a reading, ``wenming.reading/1``, and its values read back."""

from collections.abc import Mapping

from wenming.reading.model import (
    FORMAT,
    Amount,
    Coverage,
    DateRange,
    Duty,
    Frequency,
    Horizon,
    Measure,
    Period,
    Plan,
    Reading,
    Term,
    TermKind,
    Value,
)

Json = dict[str, object]


def as_json(reading: Reading) -> Json:
    """The reading as the object that ``wenming read --json`` prints; ``text`` only where the file is not plain text."""
    source = reading.source
    out: Json = {
        "format": FORMAT,
        "source": {"name": source.name, "sha256": source.sha256, "characters": source.characters},
    }
    if not reading.is_plain:
        out["text"] = reading.text
    out["plans"] = [_plan(plan) for plan in reading.plans]
    out["noise"] = [{"start": noise.start, "end": noise.end, "why": noise.why} for noise in reading.noise]
    return out


def _plan(plan: Plan) -> Json:
    title = plan.title
    return {
        "title": {"text": title.text, "start": title.start, "end": title.end} if title else None,
        "measures": [_measure(measure) for measure in plan.measures],
    }


def _measure(measure: Measure) -> Json:
    return {
        "path": list(measure.path),
        "title": measure.title,
        "start": measure.start,
        "end": measure.end,
        "text": measure.text,
        "duties": [_duty(duty) for duty in measure.duties],
        "terms": [_term(term) for term in measure.terms],
    }


def _duty(duty: Duty) -> Json:
    return {"unit": duty.unit, "role": duty.role.value, "start": duty.start, "end": duty.end}


def _term(term: Term) -> Json:
    return {"kind": term.kind.value, "start": term.start, "end": term.end, "value": value_json(term.value)}


def value_json(value: Value) -> Json | str:
    """A term's value in the form that docs/reading.md describes.

    >>> value_json(DateRange(None, "--12"))
    {'from': None, 'to': '--12'}
    """
    if isinstance(value, DateRange):
        return {"from": value.start, "to": value.end}
    if isinstance(value, Frequency):
        period = value.period.value
        return {"min": value.min, "max": value.max, "unit": value.unit, "every": value.every, "period": period}
    if isinstance(value, Amount):
        return {"min": value.min, "max": value.max, "unit": value.unit}
    if isinstance(value, Coverage):
        return {"each": value.each, "min": value.min}
    return value.value


def value_of(kind: TermKind, kept: object) -> Value:
    """The value that a kept ``value_json`` stands for; a missing key says nothing."""
    if kind is TermKind.HORIZON:
        return Horizon(str(kept))
    value = kept if isinstance(kept, Mapping) else {}
    match kind:
        case TermKind.FREQUENCY:
            every, period = value.get("every") or 1, Period(value["period"])
            return Frequency(value.get("min"), value.get("max"), value.get("unit"), every, period)
        case TermKind.DATE:
            return DateRange(value.get("from"), value.get("to"))
        case TermKind.COVERAGE:
            return Coverage(value.get("each", ""), value.get("min"))
        case _:
            return Amount(value.get("min"), value.get("max"), value.get("unit", ""))
