"""What came of it, as somebody types it: one a line, a count with its word. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from wenming.rules.seen import one_line
from wenming.work.models.records import TITLE_LENGTH

MOST = 20  # lines
_WORD = r"(?P<word>[^\W\d_]{1,4})"
_COUNT = r"(?P<count>\d{1,9}(?:\.\d{1,2})?)"
_FIRST = re.compile(rf"{_COUNT}\s*{_WORD}(?:[\s：:，,]+(?P<name>.*))?")  # 2 部 《山花》
_LAST = re.compile(rf"(?P<name>.*?[^\d.])[\s：:，,]*{_COUNT}\s*{_WORD}")  # 宣传单 300 份


class NoCount(ValueError):
    """A line has no count with a word; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Produced:
    """So many of something, by the word that it is counted with."""

    count: Decimal
    word: str
    name: str = ""


def produced_in(text: str) -> tuple[Produced, ...]:
    """What the lines name. Raises NoCount.

    >>> produced_in("2部 《山花》\\n宣传单 300 份")
    (Produced(count=Decimal('2'), word='部', name='《山花》'), Produced(count=Decimal('300'), word='份', name='宣传单'))
    """
    lines = [(number, one_line(line)) for number, line in enumerate(text.splitlines(), start=1)]
    return tuple(_produced(line, number) for number, line in lines if line)


def _produced(line: str, number: int) -> Produced:
    found = _FIRST.fullmatch(line) or _LAST.fullmatch(line)
    if found is None or number > MOST:
        raise NoCount(number)
    name = (found["name"] or "").strip()
    if len(name) > TITLE_LENGTH:
        raise NoCount(number)
    return Produced(Decimal(found["count"]), found["word"], name)


def as_line(one: Produced) -> str:
    """As somebody would type it.

    >>> as_line(Produced(Decimal("2.50"), "小时", "讲座"))
    '2.5 小时 讲座'
    """
    count = f"{one.count.normalize():f}"
    return f"{count} {one.word} {one.name}".rstrip()


def as_text(outputs: Iterable[Produced]) -> str:
    """One a line."""
    return "\n".join(map(as_line, outputs))
