"""What is not the document's own, found by how it behaves and never by a list of names."""

import re
from collections import Counter

from wenming.reading.model import Noise

_BEFORE_INDENT = re.compile(r"(?m)^([^\s,，。；;:：、（(]{3,20})[ \u3000]{2,}(?=\S)")
_TIMES = 3  # as often as this an injected name recurs


def find_noise(text: str) -> tuple[Noise, ...]:
    """The spans of noise in order, apart."""
    spans: list[Noise] = []
    for name in _injected_names(text):
        spans.extend(Noise(found.start(), found.end(), "injected") for found in re.finditer(re.escape(name), text))
    return tuple(sorted(spans, key=lambda noise: noise.start))


def _injected_names(text: str) -> list[str]:
    """Short strings that stand again and again at a line's start, before the indent of the line they were put into."""
    counted = Counter(found[1] for found in _BEFORE_INDENT.finditer(text))
    return [name for name, times in counted.items() if times >= _TIMES]
