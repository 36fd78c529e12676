"""What ``wenming read`` says of the second reader: its suggestions in a part of their own, then what went wrong."""

from collections.abc import Iterator, Sequence

from wenming.reading.lines import Lines
from wenming.reading.messages import say
from wenming.reading.model import Duty, Reading
from wenming.reading.rows import doubt_rows, quote
from wenming.reading.second.asking import SecondReader, Suggestion, ask_second
from wenming.reading.terminal import Style, doubts_as_text, printable, wrap
from wenming.reading.words import ROLE_WORDS, TERM_WORDS, term_in_words


def second_as_text(reading: Reading, reader: SecondReader, style: Style) -> Iterator[str]:
    """The lines of the report; asking happens while they are drawn."""
    suggestions, doubts = ask_second(reading, reader)
    new = [suggestion for suggestion in suggestions if not suggestion.agrees]
    about = {"model": printable(reader.model), "agreed": str(len(suggestions) - len(new)), "new": str(len(new))}
    yield ""
    yield from (style.bold(line) for line in wrap(say("second_found", about, style.language), style.width))
    yield from _new_ones(reading, new, style)
    yield from doubts_as_text(doubt_rows(reading.text, doubts, style.language), style)


def _new_ones(reading: Reading, suggestions: Sequence[Suggestion], style: Style) -> Iterator[str]:
    lines = Lines(reading.text)
    for suggestion in suggestions:
        mark = suggestion.mark
        line = lines.number(mark.start)
        place = style.word((f"第 {line} 行", f"line {line}"))
        words = quote(reading.text[mark.start : mark.end])
        if isinstance(mark, Duty):
            meaning = style.word(ROLE_WORDS[mark.role])
        else:
            meaning = f"{style.word(TERM_WORDS[mark.kind])} {term_in_words(mark, style.language)}"
        yield from wrap(printable(f"{place}  “{words}”  {meaning}"), style.width)
