"""What the terms of a text are, in a form that a table of cases can hold."""

from wenming.reading.model import Amount, Coverage, DateRange, Frequency, Horizon, Term
from wenming.reading.terms import find_terms

Plain = tuple[object, ...]


def plain(term: Term) -> Plain:
    """The value of a term as a tuple: min, max, unit, every, period, or from, to, or each, min, or the horizon."""
    match term.value:
        case Amount(low, high, unit):
            return (low, high, unit)
        case Frequency(low, high, unit, every, period):
            return (low, high, unit, every, period.value)
        case DateRange(start, end):
            return (start, end)
        case Coverage(each, count):
            return (each, count)
        case Horizon():
            return (term.value.value,)


def found(text: str, kind: str) -> list[tuple[str, Plain]]:
    """Mention and value of each term of one kind, in order."""
    return [(text[term.start : term.end], plain(term)) for term in find_terms(text) if term.kind == kind]


def values(text: str, kind: str) -> list[Plain]:
    """The value of each term of one kind, in order."""
    return [value for _, value in found(text, kind)]


def kinds(text: str) -> list[str]:
    """The kinds of all terms, in order."""
    return [term.kind.value for term in find_terms(text)]
