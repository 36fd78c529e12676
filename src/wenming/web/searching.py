"""What a page is asked to search for."""

from collections.abc import Mapping

LONGEST = 60  # characters; more finds nothing that fewer do not


def searched(given: Mapping[str, object], name: str = "q") -> str:
    """The text that the address or the form gives, without blanks at its ends, and not without end.

    >>> searched({"q": " 民主评议 "}), searched({})
    ('民主评议', '')
    """
    return str(given.get(name) or "").strip()[:LONGEST]
