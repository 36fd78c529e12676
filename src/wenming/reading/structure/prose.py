"""Plans without any number: each paragraph stands for itself, and is a measure where it tells somebody to act."""

from dataclasses import replace

from wenming.reading.duties.statements import read_statement_line
from wenming.reading.structure.outline import Item, Outline

_FEWEST = 2  # paragraphs; one alone is a note


def by_paragraphs(text: str, outline: Outline) -> Outline:
    """An item for each paragraph, where nothing is numbered or closed by who answers; else the outline as it is."""
    whole = outline.items[0]
    if len(outline.items) > 1 or len(whole.paragraphs) < _FEWEST:
        return outline
    if any(read_statement_line(text, *line) for line in whole.statement_lines):
        return outline
    items = [Item(None, start, start, -1, [(start, end)], is_prose=True) for start, end in whole.paragraphs]
    for line in whole.statement_lines:  # each is of the paragraph above it
        above = next((item for item in reversed(items) if item.start < line[0]), items[0])
        above.statement_lines.append(line)
    return replace(outline, items=tuple(items))
