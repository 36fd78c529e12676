"""Heads as people print, publish and compare them: one line each, and the digest in groups of eight."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings

from wenming.audit.models import Head
from wenming.rules import tampering

_GROUP = 8  # hexadecimal characters: as many as the eye compares at once
_LINE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(\d{1,18})\s+([a-z0-9]+:[0-9a-f]+)", re.ASCII)


class NotAHead(ValueError):
    """The words are no line of a head."""


def line(day: date, number: int, digest: str) -> str:
    """The head in one line: day, number of the last event, digest."""
    return f"{day.isoformat()} {number} {digest}"


def parsed(text: str) -> tampering.Head:
    """The head that ``line`` wrote, blanks and groups in it aside; raises NotAHead."""
    words = text.split()
    joined = " ".join([*words[:2], "".join(words[2:])]).lower()
    found = _LINE.fullmatch(joined)
    if found is None:
        raise NotAHead(text)
    return tampering.Head(int(found[2]), found[3], found[1])


def grouped(digest: str) -> Sequence[str]:
    """The digest in groups; before them the name of its algorithm."""
    algorithm, _colon, hexadecimal = digest.partition(":")
    return [algorithm, *(hexadecimal[at : at + _GROUP] for at in range(0, len(hexadecimal), _GROUP))]


def published(heads: Iterable[Head]) -> str:
    """A plain text that may stand anywhere in public: it says nothing of what was done, or by whom."""
    lines = [
        f"# Wenming: heads of the log, one a day ({settings.TIME_ZONE}): day, number of its last event, digest",
        *(line(head.day, head.number, head.digest) for head in heads),
    ]
    return "\n".join(lines) + "\n"
