"""Markdown: the signs that say how a text is to look (## 一、…, **责任单位：**) and are none of its words."""

import re
from collections.abc import Iterator
from itertools import chain

from wenming.reading.cleaning.view import Span

_HEADING = re.compile(r"^[ ]{0,3}(?P<all>#{1,6}[ \t]{1,9})(?=\S)", re.MULTILINE)
_STRONG = re.compile(r"(?<!\*)(?P<open>\*{2,3}|__)(?=[^\s*_])[^*_\n]{0,200}?(?<=\S)(?P<close>(?P=open))(?!\*)")
# A label or a heading that stands out, which a masked name does not: **责任单位：** 甲, but **镇、**乡
_LABEL = re.compile(
    r"^[ \t\u3000]*(?:[-*+][ \t]+|[0-9]{1,3}\\?[.)][ \t]+)?\*\*[^*\n]{1,40}(?:[：:。]\*\*|\*\*(?=[：:]|\r?$))",
    re.MULTILINE,
)
_HEADINGS, _LABELS = 2, 3  # how many of them make a text Markdown
_FRONT = re.compile(r"\ufeff?(?P<all>---[ \t]*\r?\n(?:[^\n]*\n){0,40}?---[ \t]*)(?=\r?\n|$)")
_WHOLE = re.compile(
    r"""^[ \t]*(?P<fence>(?:```|~~~)[^\r\n]*)
    | (?P<comment><!--[^\n]{0,500}?-->)
    | (?P<image>!\[[^\]\n]{0,99}\]\([^)\n]{0,300}\))
    | ^[ ]{0,3}(?P<line>(?:[-*_][ \t]*){3,})(?=\r?$)
    | ^(?P<quote>[ \t]*(?:>[ \t]?)+)
    | (?P<escape>\\)(?=[-.*_()\[\]\#+])
    | (?P<code>`)
    | (?P<closing>(?<=\S)[ \t]{1,4}\#{1,6}[ \t]{0,4})(?=\r?$)""",
    re.MULTILINE | re.VERBOSE,
)
_LINK = re.compile(r"(?<!!)(?P<open>\[)[^\]\n]{1,99}(?P<close>\]\([^)\n]{0,300}\))")
_BULLET = re.compile(r"^([ \t]*)[*+](?=[ \t]+\S)", re.MULTILINE)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """Whether the text is written in Markdown: headings with #, or labels in ** **."""
    headings = sum(1 for _ in _HEADING.finditer(text)) if "#" in text else 0
    return headings >= _HEADINGS or ("**" in text and sum(1 for _ in _LABEL.finditer(text)) >= _LABELS)


def with_plain_signs(text: str) -> str:
    """The text with - for each bullet and ； for each break within a cell; no character moves."""
    return _BREAK.sub(lambda found: "；".ljust(len(found[0])), _BULLET.sub(r"\1-", text))


def blanked(text: str) -> str:
    """The text with blanks for the signs, where it is written in Markdown; no character moves."""
    if not is_markdown(text):
        return text
    signs = list(text)
    for start, end in marks_of(text):
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def marks_of(text: str) -> list[Span]:
    """The spans of the signs, by where they begin."""
    front = _FRONT.match(text)
    heads = (found.span("all") for found in _HEADING.finditer(text))
    wholes = (found.span(found.lastgroup or 0) for found in _WHOLE.finditer(text))
    return sorted(chain(heads, _pairs(text), wholes, [front.span("all")] if front else []))


def _pairs(text: str) -> Iterator[Span]:
    for pattern in (_STRONG, _LINK):
        for found in pattern.finditer(text):
            yield found.span("open")
            yield found.span("close")
