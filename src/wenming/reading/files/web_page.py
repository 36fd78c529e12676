"""Saved web pages (.html): the article with its headings, lists and tables; menus and footers left out."""

import re
from typing import Any

from lxml import etree

from wenming.reading.files import fence, plain
from wenming.reading.files.web_article import article_of
from wenming.reading.model import UnreadableDocument

Element = Any  # lxml carries no types

_DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?([\w-]{2,20})""", re.IGNORECASE)
_HEAD = 8192  # bytes in which a page declares its encoding

# The declared name and what is used for it: wider sets that hold the narrower ones, and no other codec of Python's.
_ENCODINGS = {
    b"gb2312": "gb18030",
    b"gbk": "gb18030",
    b"gb18030": "gb18030",
    b"big5": "big5hkscs",
    b"utf-8": "utf-8",
    b"utf8": "utf-8",
}


def read_web_page(data: bytes) -> str:
    """The article of a saved page. Raises ``UnreadableDocument``."""
    return read_markup(_decoded(data))


def read_markup(markup: str) -> str:
    """The article of a page's ``markup``. Raises ``UnreadableDocument``."""
    root = parse(markup)
    return "" if root is None else "\n".join(article_of(root))


def parse(markup: str) -> Element | None:
    """The root element, or ``None`` where there is none. Raises ``UnreadableDocument`` for nesting beyond 2,000."""
    # huge_tree: old pages that never close <font> nest deeper than the 256 levels that are the default.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    content = markup.replace("\0", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument("file_demanding")
    return root


def _decoded(data: bytes) -> str:
    """The markup: as UTF-8 where that fits, else as declared where that fits, else as it looks."""
    for encoding in ("utf-8-sig", _declared(data)):
        try:
            if encoding is not None and b"\0" not in data[:_HEAD]:
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(plain.encoding_of(data), errors="replace")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return _ENCODINGS.get(found[1].lower()) if found else None


if __name__ == "__main__":
    fence.answer(read_web_page)
