"""The sample plan as a person edits it: Markdown with a TOML head, and an amendment that says only what differs."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wenming.sample.rows import Row, SampleError, day, only, rows, text, texts

ITEM = 3  # the level of a heading ``####``: the item that a unit is told to do
ABOVE, LEFT = "^", "<"  # a cell merged with its neighbour
_HEADING = re.compile(r"(#{1,4}) +(\S.*)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 0 a title, 1 章, 2 节, 3 条; its number is not part of the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells, the first row the head; ``ABOVE`` and ``LEFT`` stand for merged cells."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment (附件) with its title."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A slip left in the plan on purpose: what sort, the words where it stands, and what is wrong."""

    kind: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan: its title, a ``note`` under it (empty in the first version), where it comes from, and its text."""

    title: str
    note: str
    number: str
    issued_by: str
    issued_on: date
    body: tuple[Block, ...]
    attachments: tuple[Attachment, ...]
    flaws: tuple[Flaw, ...]


def read_draft(source: str) -> Draft:
    """The plan in ``source``; ``SampleError`` where the head, a table or a flaw's quotation is wrong."""
    fence, _, rest = source.partition("\n")
    head, end, markdown = rest.partition("\n+++\n")
    if fence != "+++" or not end:
        raise SampleError("方案开头应当有两行“+++”，中间写出处")
    table = tomllib.loads(head)
    only(table, ("number", "issued_by", "issued_on", "flaws"))
    titles = _split(tuple(_blocks(markdown)))
    draft = Draft(
        title=titles[0].title,
        note="",
        number=text(table, "number"),
        issued_by=text(table, "issued_by"),
        issued_on=day(table, "issued_on"),
        body=titles[0].blocks,
        attachments=titles[1:],
        flaws=tuple(_flaw(row) for row in rows(table, "flaws")),
    )
    words = plain_text(draft)
    for flaw in draft.flaws:
        if flaw.quote not in words:
            raise SampleError(f"正文里找不到疏漏“{flaw.quote}”")
    return draft


def amend(draft: Draft, amendment: Row) -> Draft:
    """The version that an amendment makes of ``draft``, with the flaws that are still in it."""
    only(amendment, ("number", "issued_on", "note", "drop", "change", "add"))
    body = draft.body
    for item in texts(amendment, "drop"):
        start, end = _span(body, item)
        body = body[:start] + body[end:]
    for row in rows(amendment, "change"):
        only(row, ("item", "text"))
        start, end = _span(body, text(row, "item"))
        body = body[: start + 1] + tuple(_blocks(text(row, "text"))) + body[end:]
    for row in rows(amendment, "add"):
        only(row, ("after", "item", "text"))
        _, end = _span(body, text(row, "after"))
        body = (*body[:end], Heading(ITEM, text(row, "item")), *_blocks(text(row, "text")), *body[end:])
    amended = replace(
        draft,
        note=text(amendment, "note"),
        number=text(amendment, "number"),
        issued_on=day(amendment, "issued_on"),
        body=body,
    )
    words = plain_text(amended)
    return replace(amended, flaws=tuple(flaw for flaw in draft.flaws if flaw.quote in words))


def items(draft: Draft) -> dict[str, tuple[Block, ...]]:
    """The items (条) of the body by their heading, with the blocks under each."""
    headings = [block.text for block in draft.body if isinstance(block, Heading) and block.level == ITEM]
    spans = {heading: _span(draft.body, heading) for heading in headings}
    return {heading: draft.body[start + 1 : end] for heading, (start, end) in spans.items()}


def plain_text(draft: Draft) -> str:
    """All words of the plan and its attachments, a line for each paragraph and each cell, without numbers."""
    lines = [draft.title]
    for block in draft.body:
        lines.extend(_words(block))
    for attachment in draft.attachments:
        lines.append(attachment.title)
        lines.extend(line for block in attachment.blocks for line in _words(block))
    return "\n".join(lines)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            yield from (cell for cell in row if cell not in (ABOVE, LEFT))
    else:
        yield block.text


def _blocks(markdown: str) -> Iterator[Block]:
    lines = [line.strip() for line in markdown.splitlines()]
    table: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            table.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if table:
            yield _table(table)
            table = []
        if heading := _HEADING.fullmatch(line):
            yield Heading(len(heading[1]) - 1, heading[2])
        elif line:
            yield Paragraph(line)


def _table(lines: list[tuple[str, ...]]) -> Table:
    if len({len(line) for line in lines}) > 1:
        raise SampleError(f"表格各行的格数不同：{lines[0]}")
    if ABOVE in lines[0] or any(line[0] == LEFT for line in lines):
        raise SampleError(f"表格边上的格没有可以合并的邻格：{lines[0]}")
    return Table(tuple(lines))


def _split(blocks: tuple[Block, ...]) -> tuple[Attachment, ...]:
    """The text under each title; what stands before the first title is refused."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 0]
    if starts[:1] != [0]:
        raise SampleError("方案没有题名，或题名前面还有文字")
    ends = [*starts[1:], len(blocks)]
    titles = (block.text for block in blocks if isinstance(block, Heading) and block.level == 0)
    return tuple(
        Attachment(title, blocks[start + 1 : end]) for title, start, end in zip(titles, starts, ends, strict=True)
    )


def _flaw(row: Row) -> Flaw:
    only(row, ("kind", "quote", "note"))
    return Flaw(text(row, "kind"), text(row, "quote"), text(row, "note"))


def _span(blocks: tuple[Block, ...], item: str) -> tuple[int, int]:
    """Where the item stands, from its heading to the next heading."""
    starts = [at for at, block in enumerate(blocks) if block == Heading(ITEM, item)]
    if len(starts) != 1:
        raise SampleError(f"题名为“{item}”的条有{len(starts)}个，应当正好1个")
    start = starts[0]
    later = (at for at in range(start + 1, len(blocks)) if isinstance(blocks[at], Heading))
    return start, next(later, len(blocks))
