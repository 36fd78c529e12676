"""Clauses around a place in folded text; nobody looks further than a long clause, so that reading stays linear."""

import re

_REACH = 60
_CLAUSE_START = re.compile(r"[,;。!?:\n(]")
_CLAUSE_END = re.compile(r"[,;。!?:\n]")


def clause_before(text: str, at: int) -> str:
    """The part of the clause that stands before ``at``; a bracket opens a clause too."""
    before: str = _CLAUSE_START.split(text[max(0, at - _REACH) : at])[-1]
    return before


def clause_after(text: str, at: int) -> str:
    """The part of the clause that stands from ``at`` on."""
    return text[at : clause_end(text, at)]


def clause_end(text: str, at: int) -> int:
    """Where the clause around ``at`` ends."""
    found = _CLAUSE_END.search(text, at, at + _REACH)
    return found.start() if found else min(len(text), at + _REACH)


def opens_clause(text: str, at: int) -> bool:
    """Whether nothing of the clause stands before ``at``."""
    return at == 0 or text[at - 1] in ",;。!?:\n(、"
