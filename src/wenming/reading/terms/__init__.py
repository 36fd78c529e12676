"""Finds what binds in a measure's text: how often, how much, how long, by when, over whom."""

from collections.abc import Iterable, Sequence

from wenming.reading.model import Coverage, Term, TermKind
from wenming.reading.terms import background
from wenming.reading.terms.amounts import find_amounts
from wenming.reading.terms.coverage import find_coverage
from wenming.reading.terms.dates import find_dates, impossible_dates
from wenming.reading.terms.durations import find_durations
from wenming.reading.terms.folding import Folded, fold
from wenming.reading.terms.frequencies import find_frequencies
from wenming.reading.terms.horizons import find_horizons
from wenming.reading.terms.quantities import find_quantities


def find_terms(text: str, since: int | None = None) -> list[Term]:
    """The binding terms of ``text``, by place; offsets count in ``text`` as given.

    Background figures, names, slogans and sums of lists are left out, and what is told of years before ``since``.
    """
    folded = fold(text)
    return [_unfolded(text, folded, term) for term in _binding(folded.text, since)]


def find_impossible_dates(text: str) -> list[tuple[int, int]]:
    """Places (start, end) in ``text`` of dates that no calendar knows (0403年, 13月, 2月30日)."""
    folded = fold(text)
    return [_place(folded, start, end) for start, end in impossible_dates(folded.text)]


def _binding(text: str, since: int | None) -> list[Term]:
    """The binding terms of folded text, in order: the one place where overlaps are resolved."""
    quoted = background.quotations(text)
    amounts = [found for found in find_amounts(text) if not quoted.cover(found.number_at)]
    repeated = [*find_frequencies(text, amounts), *find_coverage(text)]
    owners = [*find_dates(text), *find_horizons(text), *(term for term in repeated if not quoted.cover(term.start))]
    numbers = [*find_durations(text, amounts), *find_quantities(text, amounts)]
    settled = [*_settled(owners), *_outside(owners, numbers)]
    return sorted(_foreground(text, settled, since), key=lambda term: (term.start, term.end))


def _foreground(text: str, terms: Sequence[Term], since: int | None) -> Sequence[Term]:
    """The terms that stand neither in a name nor in a statement of what is there already."""
    if not terms:
        return terms
    names, past = background.names(text), background.past(text, since)
    return [term for term in terms if not names.cover(term.start) and not past.cover(term.end - 1)]


def _settled(terms: Iterable[Term]) -> list[Term]:
    """Of two terms of one kind that overlap, the one that begins first, and of those the longer."""
    ends: dict[TermKind, int] = {}
    kept = []
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if term.start >= ends.get(term.kind, 0):
            ends[term.kind] = term.end
            kept.append(term)
    return kept


def _outside(owners: Iterable[Term], numbers: Iterable[Term]) -> list[Term]:
    """The quantities and durations that no frequency, date or coverage owns: those own the numbers inside them."""
    owned = background.spans((term.start, term.end) for term in owners)
    return [term for term in numbers if not owned.touch(term.start, term.end)]


def _unfolded(text: str, folded: Folded, term: Term) -> Term:
    """The term in the text as given; a population is named as it stands there, 县（市、区） with its own brackets."""
    start, end = _place(folded, term.start, term.end)
    value = term.value
    if isinstance(value, Coverage):
        at = folded.text.find(value.each, term.start, term.end)
        first, last = _place(folded, at, at + len(value.each))
        value = Coverage("".join(text[first:last].split()), value.min)
    return Term(term.kind, start, end, value)


def _place(folded: Folded, start: int, end: int) -> tuple[int, int]:
    return folded.place(start), folded.place(end - 1) + 1
