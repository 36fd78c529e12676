"""Word's automatic numbers: the text that Word shows before a paragraph and stores nowhere.

Follows ECMA-376 part 1, 17.9, and where Word departs from it [MS-OI29500] 2.1.282. A paragraph names a ``num``, which
points to an ``abstractNum`` with up to nine levels.

A deeper level that comes before any paragraph of the level above counts as if one stood there, where that level starts:
1.1., then 2. (Microsoft Knowledge Base Q110380; so count Open XML PowerTools, docx4j and LibreOffice. The algorithm in
[MS-DOC] 2.4.6.4 looks at paragraphs of the same level only and would say 1.)
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from wenming.reading.files.number_formats import formatted
from wenming.reading.files.word_xml import Element, W, attribute, child, is_on, number

LEVELS = 9
_CHAIN = 20  # longest chain of styles based on each other, which also ends a chain that bites its tail


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and shows itself."""

    start: int = 0  # 17.9.25: where the list does not say
    number_format: str = "decimal"
    text: str = ""  # %1 to %9 stand for the levels' counts
    restart: int | None = (
        None  # 0: never; n: only after level n (counted from 1) or a higher one; None: after any higher
    )
    is_legal: bool = False  # all counts in decimals, but 01 stays 01
    suffix: str = "tab"
    style: str | None = None  # the paragraph style that this level belongs to


@dataclass(frozen=True, slots=True)
class List:
    """One ``num``: which abstract list it counts in, with which levels, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says about numbers."""

    based_on: str | None
    list_id: str | None
    level: int | None


@dataclass
class Counters:
    """Where every list stands while a story is read from its start to its end.

    The body, each text box and each note is a story of its own: lists do not count from one into another ([MS-DOC]
    2.4.6.4 with 2.2.3).
    """

    lists: Mapping[str, List]
    styles: Mapping[str, Style]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def anew(self) -> "Counters":
        """Counters of the same lists for another story."""
        return Counters(self.lists, self.styles)

    def label(self, paragraph: Element) -> str:
        """The number that Word shows before ``paragraph``, with what parts it from the text; counts it."""
        place = self._place(paragraph)
        if place is None:
            return ""
        list_id, depth = place
        counted = self.lists[list_id]
        level = counted.levels.get(depth)
        if level is None:
            return ""
        self._count(list_id, counted, depth)
        return _with_suffix(self._fill(counted, level), level.suffix)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or else those of its style and the styles below it."""
        properties = child(paragraph, "pPr")
        if properties is None or not len(properties):
            return None
        own_list, own_level = number_properties(properties)
        style_id = attribute(properties, "pStyle")
        list_id, level = own_list, own_level
        if list_id is None or level is None:
            from_style = self._from_style(style_id)
            list_id = from_style[0] if list_id is None else list_id
            level = from_style[1] if level is None and own_list is None else level
        if list_id is None or list_id not in self.lists:
            return None
        if level is None:
            level = _level_of_style(self.lists[list_id], style_id)
        return (list_id, level) if 0 <= level < LEVELS else None

    def _from_style(self, style_id: str | None) -> tuple[str | None, int | None]:
        list_id: str | None = None
        level: int | None = None
        for name, style in self._chain(style_id):
            if level is None:
                level = style.level
            if style.list_id is not None:
                list_id = style.list_id
                if level is None and list_id in self.lists:
                    level = _level_of_style(self.lists[list_id], name)
                break
        return list_id, level

    def _chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        for _ in range(_CHAIN):
            style = self.styles.get(style_id) if style_id is not None else None
            if style_id is None or style is None:
                return
            yield style_id, style
            style_id = style.based_on

    def _count(self, list_id: str, counted: List, depth: int) -> None:
        # Lists with one abstract list share its counters; only an override starts a list anew, at its first use.
        counts = self._counts.setdefault(counted.abstract, {})
        for above in range(depth):
            counts.setdefault(above, counted.levels.get(above, Level()).start)
        override = counted.restarts.get(depth)
        is_begun = (list_id, depth) in self._begun
        self._begun.add((list_id, depth))
        if depth in counts and (is_begun or override is None):
            counts[depth] += 1
        else:
            counts[depth] = counted.levels[depth].start if override is None else override
        for deeper in range(depth + 1, LEVELS):
            if _restarts_after(counted.levels.get(deeper), depth):
                counts.pop(deeper, None)

    def _fill(self, counted: List, level: Level) -> str:
        if level.number_format == "bullet":
            return ""
        counts = self._counts[counted.abstract]
        text = level.text
        for depth in range(LEVELS):
            if f"%{depth + 1}" in text:
                shown = counted.levels.get(depth, Level())
                count = counts.get(depth, shown.start)  # a level below this one shows where it would start
                text = text.replace(f"%{depth + 1}", formatted(count, _format(shown, is_legal=level.is_legal)))
        return text


def _format(shown: Level, *, is_legal: bool) -> str:
    """The format of one count within a number ([MS-DOC] 2.9.150, fLegal; 17.9.4)."""
    return "decimal" if is_legal and shown.number_format not in {"decimalZero", "none"} else shown.number_format


def _restarts_after(level: Level | None, depth: int) -> bool:
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and depth < level.restart


def _level_of_style(counted: List, style_id: str | None) -> int:
    """The level that a list keeps for a style, or the first."""
    return next((depth for depth, level in counted.levels.items() if style_id and level.style == style_id), 0)


def _with_suffix(label: str, suffix: str) -> str:
    """``label`` parted from the text by a space where Word shows a gap and the label does not end in punctuation."""
    if not label or suffix == "nothing" or not (label[-1].isalpha() or label[-1].isdecimal()):
        return label
    return label + " "


def number_properties(properties: Element | None) -> tuple[str | None, int | None]:
    """``numId`` and ``ilvl`` of a ``pPr``."""
    mine = None if properties is None else child(properties, "numPr")
    return attribute(mine, "numId"), number(attribute(mine, "ilvl"))


def read_styles(root: Element | None) -> dict[str, Style]:
    """The styles of ``styles.xml``, numbering styles included, by their ids."""
    styles = {}
    for element in () if root is None else root.iter(f"{W}style"):
        list_id, level = number_properties(child(element, "pPr"))
        styles[element.get(f"{W}styleId", "")] = Style(attribute(element, "basedOn"), list_id, level)
    return styles


def read_lists(root: Element | None, styles: Mapping[str, Style]) -> dict[str, List]:
    """The lists of ``numbering.xml`` by their ``numId``; empty where the document has no such part."""
    if root is None:
        return {}
    abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iter(f"{W}abstractNum")}
    nums = {element.get(f"{W}numId", ""): element for element in root.iter(f"{W}num")}
    lists = {}
    for list_id, element in nums.items():
        abstract = _resolve(attribute(element, "abstractNumId"), abstracts, nums, styles)
        if list_id != "0" and abstract is not None:
            lists[list_id] = _read_list(element, abstract, abstracts[abstract])
    return lists


def _resolve(
    abstract: str | None, abstracts: Mapping[str, Element], nums: Mapping[str, Element], styles: Mapping[str, Style]
) -> str | None:
    """Follows ``numStyleLink``: a list that only names a numbering style counts in that style's list."""
    for _ in range(_CHAIN):
        if abstract is None or abstract not in abstracts:
            return None
        link = attribute(abstracts[abstract], "numStyleLink")
        style = styles.get(link) if link is not None else None
        if style is None or style.list_id is None or style.list_id not in nums:
            return abstract
        abstract = attribute(nums[style.list_id], "abstractNumId")
    return None


def _read_list(element: Element, abstract: str, definition: Element) -> List:
    levels = dict(_read_levels(definition))
    restarts = {}
    for override in element.iter(f"{W}lvlOverride"):
        depth = number(override.get(f"{W}ilvl"))
        start = number(attribute(override, "startOverride"))
        for place, level in _read_levels(override):
            # Word takes no lvlRestart from an override ([MS-OI29500] 2.1.282 b)
            levels[place] = replace(level, restart=levels[place].restart if place in levels else None)
        if depth is not None and start is not None:
            restarts[depth] = start
    return List(abstract, levels, restarts)


def _read_levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for element in parent.findall(f"{W}lvl"):
        depth = number(element.get(f"{W}ilvl"))
        if depth is not None and 0 <= depth < LEVELS:
            yield depth, _read_level(element)


def _read_level(element: Element) -> Level:
    # Newer formats stand inside mc:AlternateContent, so the first at any depth counts.
    shape = next(element.iter(f"{W}numFmt"), None)
    start = number(attribute(element, "start"))
    return Level(
        start=max(start or 0, 0),
        number_format="decimal" if shape is None else shape.get(f"{W}val", "decimal"),
        text=attribute(element, "lvlText") or "",
        restart=number(attribute(element, "lvlRestart")),
        is_legal=bool(is_on(element, "isLgl")),
        suffix=attribute(element, "suff") or "tab",
        style=attribute(element, "pStyle"),
    )
