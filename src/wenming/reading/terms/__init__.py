"""Finds what binds in a measure's text: how often, how much, how long, by when, over whom."""

from bisect import bisect_left

from wenming.reading.model import Term, TermKind
from wenming.reading.terms import background
from wenming.reading.terms.amounts import find_amounts
from wenming.reading.terms.coverage import find_coverage
from wenming.reading.terms.dates import find_dates
from wenming.reading.terms.durations import find_durations
from wenming.reading.terms.folding import Folded, fold
from wenming.reading.terms.frequencies import find_frequencies
from wenming.reading.terms.horizons import find_horizons
from wenming.reading.terms.quantities import find_quantities

_COUNTED = (TermKind.QUANTITY, TermKind.DURATION)


def find_terms(text: str) -> list[Term]:
    """The binding terms of ``text``, by place; offsets count in ``text`` as given.

    Background figures, names, slogans and sums of lists are left out.
    """
    folded = fold(text)
    return [_unfolded(folded, term) for term in _binding(folded.text)]


def _binding(text: str) -> list[Term]:
    names, quoted, past = background.names(text), background.quotations(text), background.past(text)
    amounts = [found for found in find_amounts(text) if not quoted.cover(found.number_at)]
    wide = [*find_dates(text), *find_frequencies(text, amounts), *find_coverage(text), *find_horizons(text)]
    narrow = [*find_durations(text, amounts), *find_quantities(text, amounts)]
    terms = [*wide, *_outside(wide, narrow)]
    return sorted(
        (term for term in terms if not names.cover(term.start) and not past.cover(term.end - 1)),
        key=lambda term: (term.start, term.end),
    )


def _outside(wide: list[Term], narrow: list[Term]) -> list[Term]:
    """The narrow terms that overlap no wide one: a frequency, a date or a coverage owns the numbers inside it."""
    owned = background.spans((term.start, term.end) for term in wide)
    return [term for term in narrow if not owned.cover(term.end - 1) and not _touches(owned, term)]


def _touches(owned: background.Spans, term: Term) -> bool:
    k = bisect_left(owned.starts, term.start)
    return k < len(owned.starts) and owned.starts[k] < term.end


def _unfolded(folded: Folded, term: Term) -> Term:
    return Term(term.kind, folded.place(term.start), folded.place(term.end - 1) + 1, term.value)
