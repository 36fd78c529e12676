"""Quantities: how much or how many (创作8—10个, 覆盖率达到95%以上)."""

from collections.abc import Iterator, Sequence

from wenming.reading.model import Term, TermKind
from wenming.reading.terms.amounts import Found
from wenming.reading.terms.binding import binds


def find_quantities(text: str, amounts: Sequence[Found]) -> Iterator[Term]:
    """The amounts that bind and measure no time."""
    for k, found in enumerate(amounts):
        if not found.is_time and binds(text, amounts, k):
            yield Term(TermKind.QUANTITY, found.start, found.end, found.amount)
