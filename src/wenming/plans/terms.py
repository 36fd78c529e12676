"""The values of terms: from fields that a person fills to the JSON that is kept, and back. Pure; no words here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wenming.reading.iso_dates import is_backwards, typed_date
from wenming.reading.model import (
    Horizon,
    Number,
    Period,
    TermKind,
)

Json = dict[str, object] | str
FIELDS: dict[TermKind, tuple[str, ...]] = {
    TermKind.FREQUENCY: ("min", "max", "unit", "every", "period"),
    TermKind.QUANTITY: ("min", "max", "unit"),
    TermKind.DURATION: ("min", "max", "unit"),
    TermKind.DATE: ("from", "to"),
    TermKind.COVERAGE: ("each", "min"),
    TermKind.HORIZON: ("horizon",),
}
_PERIODS = {period.value: rank for rank, period in enumerate(Period)}
_LONGEST = 40  # characters of a unit or a population


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field: ``code`` is one of missing, number, negative, order, date, long, choice."""

    field: str
    code: str


class BadValue(ValueError):
    """The fields make no value; ``faults`` say why, each with its field."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(f"{fault.field}: {fault.code}" for fault in faults))
        self.faults = faults


def period_rank(frequency: Mapping[str, object]) -> int:
    """The place of a kept frequency's period among all, from the shortest (0, a day); unknown ones come last."""
    return _PERIODS.get(str(frequency.get("period")), len(_PERIODS))


def fields_of(kind: TermKind, value: object) -> dict[str, str]:
    """What the fields of a form show for a kept value; empty where it says nothing."""
    if kind is TermKind.HORIZON:
        return {"horizon": str(value)}
    kept = value if isinstance(value, Mapping) else {}
    shown = _typed if kind is TermKind.DATE else _shown
    return {field: shown(kept.get(field)) for field in FIELDS[kind]}


def _typed(date: object) -> str:
    """A date as one would type it: 9月30日 where it has no year."""
    text = _shown(date)
    if not text.startswith("--"):
        return text
    month, _dash, day = text[2:].partition("-")
    return f"{int(month)}月{int(day)}日" if day else f"{int(month)}月"


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def value_from(kind: TermKind, fields: Mapping[str, str]) -> Json:
    """The value that the filled ``fields`` make, as it is kept; raises BadValue with all that is wrong.

    >>> value_from(TermKind.QUANTITY, {"min": "8", "max": "10", "unit": "个"})
    {'min': 8, 'max': 10, 'unit': '个'}
    """
    faults: list[Fault] = []
    value = _READERS[kind]({field: fields.get(field, "").strip() for field in FIELDS[kind]}, faults)
    if faults:
        raise BadValue(*faults)
    return value


def _amount(fields: Mapping[str, str], faults: list[Fault]) -> Json:
    low, high = _range(fields, faults)
    if not fields["min"] and not fields["max"]:
        faults.append(Fault("min", "missing"))
    return {"min": low, "max": high, "unit": _word("unit", fields, faults)}


def _frequency(fields: Mapping[str, str], faults: list[Fault]) -> Json:
    low, high = _range(fields, faults)
    every = _number("every", fields, faults)
    if every is not None and (every < 1 or not isinstance(every, int)):
        faults.append(Fault("every", "number"))
    unit = _word("unit", fields, faults) if fields["unit"] or low is not None or high is not None else None
    period = _choice("period", fields, {period.value for period in Period}, faults)
    return {"min": low, "max": high, "unit": unit, "every": 1 if every is None else every, "period": period}


def _dates(fields: Mapping[str, str], faults: list[Fault]) -> Json:
    start, end = (_date(field, fields, faults) for field in ("from", "to"))
    if not start and not end:
        faults.append(Fault("to", "missing"))
    elif not faults and start and end and is_backwards(start, end):
        faults.append(Fault("to", "order"))
    return {"from": start, "to": end}


def _coverage(fields: Mapping[str, str], faults: list[Fault]) -> Json:
    return {"each": _word("each", fields, faults), "min": _number("min", fields, faults)}


def _horizon(fields: Mapping[str, str], faults: list[Fault]) -> Json:
    return _choice("horizon", fields, {horizon.value for horizon in Horizon}, faults)


_READERS = {
    TermKind.FREQUENCY: _frequency,
    TermKind.QUANTITY: _amount,
    TermKind.DURATION: _amount,
    TermKind.DATE: _dates,
    TermKind.COVERAGE: _coverage,
    TermKind.HORIZON: _horizon,
}


def _range(fields: Mapping[str, str], faults: list[Fault]) -> tuple[Number | None, Number | None]:
    low, high = _number("min", fields, faults), _number("max", fields, faults)
    if low is not None and high is not None and low > high:
        faults.append(Fault("max", "order"))
    return low, high


def _number(field: str, fields: Mapping[str, str], faults: list[Fault]) -> Number | None:
    text = fields[field]
    if not text:
        return None
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text, re.ASCII):
        faults.append(Fault(field, "negative" if text.startswith("-") else "number"))
        return None
    number = float(text)
    return int(number) if number.is_integer() else number


def _word(field: str, fields: Mapping[str, str], faults: list[Fault]) -> str:
    if not fields[field]:
        faults.append(Fault(field, "missing"))
    elif len(fields[field]) > _LONGEST:
        faults.append(Fault(field, "long"))
    return fields[field]


def _choice(field: str, fields: Mapping[str, str], choices: set[str], faults: list[Fault]) -> str:
    if fields[field] not in choices:
        faults.append(Fault(field, "choice"))
    return fields[field]


def _date(field: str, fields: Mapping[str, str], faults: list[Fault]) -> str | None:
    date = typed_date(fields[field])
    if fields[field] and date is None:
        faults.append(Fault(field, "date"))
    return date or fields[field] or None
