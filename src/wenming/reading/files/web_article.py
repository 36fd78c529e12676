"""Finds the article of a web page by the page's structure: where most of the text that is no link stands.

The article is the innermost block that holds nearly all of that text. From outside it only what reads like sentences,
tables after it and the title are kept. Menus, footers and bars of buttons are left out wherever they stand.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from wenming.reading.files.web_lines import HEADINGS, Line, lines_of

Element = Any  # lxml carries no types

_MOST = 0.8  # of the page's own text stands in the article
_MOSTLY_LINKS = 0.6  # of a line of navigation is links
_SHORT = 40  # characters: a line of links that is longer may be text
_SENTENCE = re.compile("[。；]")

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "toolbar"})
# The words that page builders everywhere name such blocks with; a block with much text is kept whatever its name.
_FURNITURE_WORDS = frozenset({
    "nav", "navbar", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "foot", "footer", "share",
    "sharebar", "print", "copyright", "sidebar", "toolbar", "pager", "pagination", "related", "recommend",
    "qrcode", "topbar", "search",
})  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LITTLE = 0.1  # of the page's text that a block with such a name may hold
_FEW = 50  # characters that it may hold in any case
_FEWEST_LINES = 3  # of an article; a block with fewer is one of its paragraphs


def article_of(root: Element) -> list[str]:
    """The lines of the article under ``root``, its title first."""
    lines = lines_of(root)
    weights = _sums(lines, _own_length)
    total = weights.get(root, 0)
    furniture = {element for element in weights if _is_furniture(element, weights[element], total)}
    own = [line for line in lines if not _is_link_line(line) and not _stands_in(line, furniture)]
    article = _innermost(root, _sums(own, _own_length), _sums(own, lambda _line: 1))
    inside = [_stands_in(line, {article}) for line in own]
    kept = list(_kept(own, inside))
    title = _title(root, own, inside)
    return [title, *kept] if title and title not in kept[:5] else kept


def _own_length(line: Line) -> int:
    return max(len(line.text) - line.linked, 0)


def _sums(lines: list[Line], amount: Callable[[Line], int]) -> dict[Element, int]:
    """For each block the sum of ``amount`` over the lines that stand in it, at any depth."""
    sums: dict[Element, int] = {}
    for line in lines:
        for element in _upwards(line.block):
            sums[element] = sums.get(element, 0) + amount(line)
    return sums


def _upwards(element: Element) -> Iterator[Element]:
    while element is not None:
        yield element
        element = element.getparent()


def _is_furniture(element: Element, weight: int, total: int) -> bool:
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return weight < total / 2
    if weight > _LITTLE * total + _FEW:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return any(word.lower() in _FURNITURE_WORDS for word in _WORD.findall(names))


def _stands_in(line: Line, blocks: set[Element]) -> bool:
    return any(element in blocks for element in _upwards(line.block))


def _is_link_line(line: Line) -> bool:
    is_heading = line.block.tag in HEADINGS
    return not is_heading and len(line.text) <= _SHORT and line.linked >= _MOSTLY_LINKS * len(line.text)


def _innermost(root: Element, lengths: dict[Element, int], counts: dict[Element, int]) -> Element:
    article = root
    while True:
        inner = [child for child in article if lengths.get(child, 0) >= _MOST * lengths.get(root, 0)]
        if not inner or counts.get(inner[0], 0) < _FEWEST_LINES:
            return article
        article = inner[0]


def _kept(lines: list[Line], inside: list[bool]) -> Iterator[str]:
    first = inside.index(True) if True in inside else 0
    for number, line in enumerate(lines):
        is_after = number > first and not inside[number]
        if inside[number] or _SENTENCE.search(line.text) or (is_after and line.is_row):
            yield line.text


def _title(root: Element, lines: list[Line], inside: list[bool]) -> str | None:
    """The title, where it stands outside the article: the last line before it that is a heading or names the page."""
    page_title = "".join(next(root.iter("title"), root.makeelement("title")).itertext())
    before = lines[: inside.index(True)] if True in inside else []
    named = [
        line.text for line in before if line.block.tag in HEADINGS or (len(line.text) > 5 and line.text in page_title)
    ]
    return named[-1] if named else None
