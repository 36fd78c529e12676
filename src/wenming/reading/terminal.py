"""A reading as text for the terminal: a block a measure, then what it adds up to, then the doubts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wenming.reading.messages import say
from wenming.reading.model import Reading, Role
from wenming.reading.rows import DoubtRow, Row, rows_of
from wenming.reading.words import COLUMN_WORDS, GRADE_WORDS, ROLE_WORDS

_BY_WHOM = tuple(role.value for role in Role)
_WHAT = ("frequency", "target", "due", "coverage")
# column of a row: (Chinese, English)
_LABELS = {**{role.value: ROLE_WORDS[role] for role in Role}, **{field: COLUMN_WORDS[field] for field in _WHAT}}
# A word of Western letters stays whole; a mark that ends a phrase never starts a line.
_PIECE = re.compile(r"(?:[!-~]+|\s|[^\s])[，。；：、？！）》〉”’】」』％]*")
_BOLD, _FAINT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Style:
    """How to write: the width in columns, the language, whether the terminal shows bold and faint."""

    width: int = 100
    language: str = "zh"
    colour: bool = False

    def word(self, pair: tuple[str, str]) -> str:
        """The word of a (Chinese, English) pair in this language."""
        return pair[self.language.startswith("en")]

    def bold(self, text: str) -> str:
        """The text in bold where the terminal can."""
        return f"{_BOLD}{text}{_PLAIN}" if self.colour else text

    def faint(self, text: str) -> str:
        """The text in faint letters where the terminal can."""
        return f"{_FAINT}{text}{_PLAIN}" if self.colour else text


def width_of(text: str) -> int:
    """Columns of a terminal that the text takes: two for a Chinese character, none for a combining mark.

    Characters of ambiguous width (quotation marks, ①) count two, as Chinese fonts draw them.
    """
    if text.isascii():
        return len(text)
    return sum(_width_of_one(character) for character in text)


def _width_of_one(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def printable(text: str) -> str:
    """The text on one line, without the control characters by which a document could command a terminal."""
    spaced = " ".join(text.split())
    return "".join("�" if unicodedata.category(each) in {"Cc", "Cs"} else each for each in spaced)


def wrap(text: str, width: int) -> list[str]:
    """The text cut into lines of at most ``width`` columns; Chinese may break anywhere but before a closing mark."""
    lines = [""]
    room = width
    for piece in _pieces(text, width):
        taken = width_of(piece)
        if taken > room:
            lines.append("")
            room = width
            piece = piece.lstrip()  # noqa: PLW2901 - a line does not begin with the space that ended the last
            taken = width_of(piece)
        lines[-1] += piece
        room -= taken
    return [line.rstrip() for line in lines]


def _pieces(text: str, width: int) -> Iterator[str]:
    """What must stay together, except what is wider than a line."""
    for found in _PIECE.finditer(text):
        piece = found[0]
        if width_of(piece) <= width:
            yield piece
        else:
            yield from piece


def reading_as_text(reading: Reading, doubts: Sequence[DoubtRow], style: Style) -> Iterator[str]:
    """The lines of the whole report: the measures by chapter, the sum, the doubts."""
    rows = rows_of(reading, style.language)
    yield from _title(reading, style)
    yield from _measures(rows, style)
    yield from wrap(style.bold(summary(reading, style.language)), style.width)
    if not rows:
        yield from wrap(say("no_measures", {}, style.language), style.width)
    yield from doubts_as_text(doubts, style)


def _title(reading: Reading, style: Style) -> Iterator[str]:
    """The title of the document's one plan; of several, each stands above its own measures."""
    titles = [plan.title for plan in reading.plans if plan.measures]
    if len(titles) == 1 and titles[0]:
        yield from (style.bold(line) for line in wrap(printable(titles[0].text), style.width))
        yield ""


def _measures(rows: Iterable[Row], style: Style) -> Iterator[str]:
    above: list[str] = []
    for row in rows:
        headings = [printable(heading) for heading in row.chapter.split(" / ") if heading]
        yield from _headings(above, headings, style)
        above = headings
        yield from _measure(row, style)
        yield ""


def _headings(above: list[str], headings: list[str], style: Style) -> Iterator[str]:
    """The headings that are new since the measure above, each level further in."""
    shared = next(
        (level for level, pair in enumerate(zip(above, headings, strict=False)) if pair[0] != pair[1]), len(above)
    )
    for level, heading in enumerate(headings[shared:], start=shared):
        for line in wrap(heading, style.width - 2 * level):
            yield f"{'':{2 * level}}{style.bold(line)}"
    if headings[shared:]:
        yield ""


def _measure(row: Row, style: Style) -> Iterator[str]:
    indent = max(4, len(str(row.number)) + 2)
    first, *others = wrap(printable(row.measure), style.width - indent)
    yield f"{row.number:>{indent - 2}}  {style.bold(first)}"
    for line in others:
        yield " " * indent + style.bold(line)
    nobody = style.word(("（未写明由谁负责）", "(nobody is named)"))
    for columns, otherwise in ((_BY_WHOM, "" if row.has_owner else nobody), (_WHAT, "")):
        yield from _line(row, columns, otherwise, indent, style)


def _line(row: Row, columns: Iterable[str], otherwise: str, indent: int, style: Style) -> Iterator[str]:
    """牵头 … · 配合 … as far as the row says something."""
    said = [
        f"{style.word(_LABELS[column])} {printable(words)}" for column in columns if (words := getattr(row, column))
    ]
    text = "  ".join([otherwise, *said] if otherwise else said)
    for line in wrap(text, style.width - indent) if text else ():
        yield " " * indent + line


def summary(reading: Reading, language: str = "zh") -> str:
    """42 条措施 · 87 项责任（35 个单位） · 63 项要求 · 3 处存疑."""
    measures = [measure for plan in reading.plans for measure in plan.measures]
    duties = [duty for measure in measures for duty in measure.duties]
    about = {
        "measures": len(measures),
        "duties": len(duties),
        "units": len({duty.unit for duty in duties}),
        "terms": sum(len(measure.terms) for measure in measures),
        "doubts": len(reading.doubts),
    }
    return say("summary", {name: str(count) for name, count in about.items()}, language)


def doubts_as_text(doubts: Iterable[DoubtRow], style: Style) -> Iterator[str]:
    """Each doubt with its grade, its line and the words that it is about."""
    for doubt in doubts:
        place = style.word((f"第 {doubt.line} 行", f"line {doubt.line}"))
        grade = style.word(GRADE_WORDS[doubt.grade])
        words = style.word((f"“{doubt.quote}”", f'"{doubt.quote}"')) if doubt.quote else ""
        yield ""
        yield from wrap(printable(f"{grade} {place} {words}"), style.width)
        yield from (f"      {line}" for line in wrap(printable(doubt.sentence), style.width - 6))
