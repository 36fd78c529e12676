"""What a page says to people, and in which language each part of it says that it speaks."""

import re
from html.parser import HTMLParser

CHINESE = re.compile(r"[\u3001-\u3017\u3400-\u9fff\uf900-\ufaff\uff01-\uff65]")
SPOKEN = {"alt", "aria-label", "placeholder", "title", "content"}  # attributes that people see or hear
_UNHEARD = {"script", "style", "textarea"}  # what a person has typed speaks for itself
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Reads a page: ``chinese`` is all that is Chinese without being marked so, ``lines`` is all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.chinese: list[str] = []
        self.lines: list[str] = []
        self.heads: list[str] = []  # <title> and attributes, where names cannot be marked
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; its own language holds for its attributes, too."""
        language = dict(attrs).get("lang") or self._language()
        if not language.startswith("zh"):
            self.heads += [value for name, value in attrs if value and (name in SPOKEN or name.startswith("data-"))]
        if tag not in _EMPTY:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those in it that HTML lets stay open."""
        tags = [name for name, _ in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Take in text."""
        tag = self._open[-1][0] if self._open else ""
        if not data.strip() or tag in _UNHEARD:
            return
        self.lines.append(data.strip())
        if tag == "title":
            self.heads.append(data.strip())
        elif not self._language().startswith("zh") and CHINESE.search(data):
            self.chinese.append(data.strip())

    def _language(self) -> str:
        return self._open[-1][1] if self._open else ""
