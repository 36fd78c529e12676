"""Finding what a cell means: areas by path or code."""

import re
from collections import defaultdict
from collections.abc import Mapping

from wenming.places.excel.standing import AreaFacts

_STEPS = re.compile(r"\s*[/／›〉>＞\\]\s*")
_SHORTEST_CODE = 6


class Areas:
    """Areas by key, those of the workbook included, found as they were called before and as they are to be."""

    def __init__(self, areas: Mapping[int, AreaFacts]) -> None:
        self.facts: dict[int, AreaFacts] = dict(areas)
        self._below: dict[tuple[int | None, str], int] = {}
        self._named: dict[str, set[int]] = defaultdict(set)
        self._by_code: dict[str, int] = {}
        for key, area in areas.items():
            self.put(key, area)

    def put(self, key: int, area: AreaFacts) -> None:
        """From now on the area of that key is found by these facts as well."""
        self.facts[key] = area
        self._below[area.parent, area.name] = key
        self._named[area.name].add(key)
        if area.code:
            self._by_code[area.code] = key

    def below(self, parent: int | None, name: str) -> int | None:
        """The area of that name directly below another."""
        return self._below.get((parent, name))

    def by_code(self, code: str) -> int | None:
        """The area with that code."""
        return self._by_code.get(code)

    def found(self, text: str) -> list[int]:
        """The areas that a cell may mean: by code, by the whole path, or by the end of one."""
        text = text.strip()
        if text.isascii() and text.isdigit() and len(text) >= _SHORTEST_CODE:
            key = self._by_code.get(text)
            return [] if key is None else [key]
        first, *rest = _STEPS.split(text.strip("/／ "))
        top = self._below.get((None, first))
        whole = self._walk(top, rest)
        if whole is not None:
            return [whole]
        ends = {self._walk(start, rest) for start in self._named.get(first, ())}
        return sorted(end for end in ends if end is not None)

    def _walk(self, key: int | None, names: list[str]) -> int | None:
        for name in names:
            if key is None:
                return None
            key = self._below.get((key, name))
        return key

    def path(self, key: int | None) -> str:
        """The path as the workbook writes it."""
        names: list[str] = []
        while key is not None:
            names.append(self.facts[key].name)
            key = self.facts[key].parent
        return "/".join(reversed(names))

    def lies_in(self, key: int | None, reached: frozenset[int]) -> bool:
        """Whether the area is one of these; an area of the workbook counts as the one it is to be in."""
        while key is not None and key < 0:
            key = self.facts[key].parent
        return key in reached
