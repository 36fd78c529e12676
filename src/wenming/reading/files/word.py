"""Word files (.docx): what a reader of the printed page sees, one paragraph or table row a line.

Automatic numbers are written out. Left out: tracked deletions, hidden text, headers and footers, comments, tables of
contents. Text boxes follow the paragraph that they hang on; notes stand at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wenming.reading.files import fence
from wenming.reading.files.package import Package
from wenming.reading.files.table_rows import Cell, Row, lines_of_table
from wenming.reading.files.word_numbers import Counters, read_lists, read_styles
from wenming.reading.files.word_xml import Element, W, attribute, child, is_on, number

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARTS = frozenset({"styles", "numbering", "footnotes", "endnotes"})
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W[1:-1].encode()

# What is never shown: the properties, what was deleted or moved away, the older twin of a drawing, reading aids.
_UNSEEN = {
    W + tag for tag in ("pPr", "rPr", "del", "moveFrom", "rt", "sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr")
}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_TEXT = {W + "t", M + "t"}


def read_word(data: bytes) -> str:
    """The text of a .docx file. Raises ``UnreadableDocument``."""
    package = Package(data)
    main = next((target for kind, target in _related(package, "") if kind == "officeDocument"), "word/document.xml")
    parts = {kind: _part(package, target) for kind, target in _related(package, main) if kind in _PARTS}
    styles = read_styles(parts.get("styles"))
    lists = read_lists(parts.get("numbering"), styles)
    story = _Story(Counters(lists, styles), _hidden_styles(parts.get("styles")))
    body = child(_part(package, main), "body")
    lines = [] if body is None else list(story.lines(body))
    notes = (note for kind in ("footnotes", "endnotes") for note in _notes(parts.get(kind), story))
    return "\n".join([*lines, *notes])


def _part(package: Package, name: str) -> Element:
    return package.parse(name, ((_STRICT, _TRANSITIONAL),))


def _related(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """The kinds and the names of the members that the member ``name`` refers to; those of the package for no name."""
    folder, _, stem = name.rpartition("/")
    relations = f"{folder}/_rels/{stem}.rels".lstrip("/")
    for relation in package.parse(relations).iter(_RELATION) if package.has(relations) else ():
        target = relation.get("Target", "")
        member = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        if package.has(member):
            yield relation.get("Type", "").rpartition("/")[2], member


def _hidden_styles(root: Element | None) -> frozenset[str]:
    """The ids of styles that hide their text, themselves or through the style they are based on."""
    elements = {} if root is None else {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    hidden = {name for name, style in elements.items() if is_on(child(style, "rPr"), "vanish")}
    for name in elements:
        chain = [name]
        while len(chain) < 20 and (below := attribute(elements.get(chain[-1]), "basedOn")) in elements:
            chain.append(below)
        first = next(
            (switch for link in chain if (switch := is_on(child(elements[link], "rPr"), "vanish")) is not None), False
        )
        hidden = hidden | {name} if first else hidden - {name}
    return frozenset(hidden)


def _notes(root: Element | None, story: "_Story") -> Iterator[str]:
    for note in () if root is None else root.iter(f"{W}footnote", f"{W}endnote"):
        text = "" if note.get(f"{W}type") else " ".join(story.apart(note)).strip()
        if text:
            yield f"注：{text}"


@dataclass
class _Story:
    """Reads blocks in order and remembers what reaches across them: counters, open fields, a deleted paragraph mark."""

    counters: Counters
    hidden_styles: frozenset[str]
    _fields: list[str] = field(default_factory=list)  # the instructions of the fields that are open
    _carried: str = ""  # the text of paragraphs whose mark was deleted: it joins the next one

    def lines(self, container: Element) -> Iterator[str]:
        """The lines of all paragraphs and tables in ``container``."""
        for block in _blocks(container):
            if block.tag == W + "tbl":
                yield from lines_of_table(self._rows(block))
            else:
                yield from self._paragraph(block)
        if self._carried.strip():
            yield self._carried.strip()
        self._carried = ""

    def apart(self, container: Element) -> Iterator[str]:
        """The lines of a text box or a note, whose lists count by themselves."""
        return _Story(self.counters.anew(), self.hidden_styles).lines(container)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        text, label, boxes = self._read(paragraph)
        if text.strip():
            yield (label + text.strip())
        for box in boxes:
            yield from self.apart(box)

    def _read(self, paragraph: Element) -> tuple[str, str, list[Element]]:
        """Text, number and text boxes of a paragraph; a mark that was deleted hands the text on and does not count.

        A hidden paragraph counts: so Word itself skips numbers (Paragraph.ListAdvanceTo in its object model).
        """
        boxes: list[Element] = []
        text = self._carried + "".join(self._pieces(paragraph, boxes))
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr")
        is_joined = mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)
        self._carried = text if is_joined else ""
        if is_joined:
            return "", "", boxes
        label = self.counters.label(paragraph)
        is_hidden = bool(is_on(mark, "vanish")) and not text.strip()
        return text, "" if is_hidden else label, boxes

    def _pieces(self, paragraph: Element, boxes: list[Element]) -> Iterator[str]:
        is_hidden = attribute(child(paragraph, "pPr"), "pStyle") in self.hidden_styles
        left = _shown(paragraph)
        while left:
            element = left.pop()
            tag = element.tag
            if tag in _TEXT or tag in _SIGNS or tag == W + "br":
                yield "" if self._is_in_contents() else _written(element)
            elif tag == W + "txbxContent":
                boxes.append(element)
            elif tag in {W + "fldChar", W + "instrText"}:
                self._field(element)
            elif tag == W + "r" and self._is_hidden_run(element, by_paragraph=is_hidden):
                left.extend(reversed(element.findall(f"{W}fldChar") + element.findall(f"{W}instrText")))
            elif tag not in _UNSEEN:
                left.extend(_shown(element))

    def _is_hidden_run(self, run: Element, *, by_paragraph: bool) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return by_paragraph
        switch = is_on(properties, "vanish")
        if switch is not None:
            return switch
        return by_paragraph or attribute(properties, "rStyle") in self.hidden_styles

    def _field(self, element: Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if element.tag == W + "instrText":
            if self._fields:
                self._fields[-1] += element.text or ""
        elif kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_in_contents(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for instruction in self._fields)

    def _rows(self, table: Element) -> Iterator[Row]:
        for row in _within(table, W + "tr"):
            properties = child(row, "trPr")
            if properties is not None and (child(properties, "del") is not None or is_on(properties, "hidden")):
                continue
            yield Row(
                number(attribute(properties, "gridBefore")) or 0, [self._cell(cell) for cell in _within(row, W + "tc")]
            )

    def _cell(self, cell: Element) -> Cell:
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        span = number(attribute(properties, "gridSpan")) or 1
        if merge is not None and merge.get(f"{W}val") != "restart":
            return Cell([], [], span, goes_on=True)
        lines: list[str] = []
        inner: list[str] = []
        for block in _blocks(cell):
            if block.tag == W + "tbl":
                inner.extend(lines_of_table(self._rows(block)))
            else:
                text, label, boxes = self._read(block)
                lines.append((label + text).strip())
                inner.extend(line for box in boxes for line in self.apart(box))
        return Cell([line for line in lines if line], inner, span)


def _written(element: Element) -> str:
    """The characters of a text, a sign or a break; breaks of pages and columns are none."""
    if element.tag == W + "br":
        return "" if element.get(f"{W}type") in {"page", "column"} else "\n"
    return _SIGNS.get(element.tag) or element.text or ""


def _shown(element: Element) -> list[Element]:
    """The children, the last first; of an alternative only the first choice, so that nothing is read twice."""
    return list(element[:1] if element.tag == MC + "AlternateContent" else element[::-1])


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") if element.tag == W + "sdt" else None
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a container, through whatever wraps them."""
    left = _shown(container)
    while left:
        element = left.pop()
        if element.tag in {W + "p", W + "tbl"}:
            yield element
        elif element.tag not in _UNSEEN and not _is_contents(element):
            left.extend(_shown(element))


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through whatever wraps them."""
    left = _shown(parent)
    while left:
        element = left.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _UNSEEN and element.tag != W + "tbl":
            left.extend(_shown(element))


if __name__ == "__main__":
    fence.answer(read_word)
