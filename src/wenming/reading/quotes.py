"""Terms as the plan words them: not 不少于95% alone, but 知晓率达到95%以上. Pure."""

import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]
_SIGNS = r"。；，：！？;,:!?\n\t（()）|｜“”"
_BREAK_BEFORE = re.compile(rf"[{_SIGNS}]|(?<=[0-9０-９一二三四五六七八九十])[．.、](?![0-9０-９])")
_BREAK_AFTER = re.compile(rf"[、{_SIGNS}]")
_ORDER = re.compile("^(?:要(?!求|闻|素|点)|须|都|均)+")
_BESIDE = re.compile("、|[和及与]$")
_MOST = 16  # characters of the clause on each side of the term
_JOINS = "、和及与并且以或的 \u3000"  # what parts a clause from the term before it


def as_written(text: str, terms: Sequence[Span | None]) -> list[str]:
    """Each term with the clause around it, which reaches into no other term; ``terms`` are spans of ``text`` in order.

    >>> as_written("知晓率达到95%以上、满意率达到98%。", [(3, 10), None, (14, 19)])
    ['知晓率达到95%以上', '', '满意率达到98%']
    """
    placed = [term for term in terms if term]
    ends = [0, *(end for _, end in placed)]
    starts = [*(start for start, _ in placed[1:]), len(text)]
    clauses = (
        _clause(text, term, after=min(after, term[0]), until=max(until, term[1]))
        for term, after, until in zip(placed, ends, starts, strict=False)
    )
    return [next(clauses) if term else "" for term in terms]


def without_names(words: str, names: Iterable[str]) -> str:
    """The words without the units that they begin with, which stand in columns of their own.

    >>> without_names("县城管局、各社区要每季度通报一次", ["县城管局", "各社区"])
    '每季度通报一次'
    """
    known = set(names)
    while name := next((name for name in known if words.startswith(name) and len(words) > len(name) + 2), ""):
        words = words[len(name) :].lstrip("、和及与")
    return _ORDER.sub("", words) if known else words


def find_in_order(text: str, words: Sequence[str]) -> list[Span | None]:
    """Where words of the document stand in the text of a measure, from which breaks and noise are gone; None: nowhere.

    >>> find_in_order("每月清理2次，6月底前完成20个。", ["2次", "6月\\n底前", "30个"])
    [(4, 6), (7, 11), None]
    """
    found: list[Span | None] = []
    at = 0
    for one in words:
        plain = "".join(one.split())
        start = text.find(plain, at) if plain else -1
        found.append((start, start + len(plain)) if start >= 0 else None)
        at = max(at, start)
    return found


def _clause(text: str, term: Span, *, after: int, until: int) -> str:
    start, end = term
    low, high = max(after, start - _MOST), min(until, end + _MOST)
    breaks = [found.end() for found in _BREAK_BEFORE.finditer(text, low, start)]
    if not breaks and low == after > 0:  # another term of the clause stands before it
        breaks = [found.end() for found in _BESIDE.finditer(text, low, start)]
    following = _BREAK_AFTER.search(text, end, high)
    begin, stop = breaks[-1] if breaks else low, following.start() if following else high
    head = "…" if begin == low > after and not breaks else ""
    tail = "…" if stop == high < until and not following else ""
    return f"{head}{text[begin:stop].strip(_JOINS)}{tail}"
