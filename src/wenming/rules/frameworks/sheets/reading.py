"""An office's table as a framework: rows and what their columns mean in, a framework or what is wrong out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.frameworks.sheets.columns import ROLES, Matching, Means
from wenming.rules.frameworks.sheets.faults import Remark
from wenming.rules.frameworks.sheets.filling import fill
from wenming.rules.frameworks.sheets.grid import MOST_ROWS, Grid
from wenming.rules.frameworks.sheets.structure import Node, Structure

LONGEST_CODE = 100  # characters
_ORDER = [means.value for means in ROLES]


@dataclass(frozen=True, slots=True)
class Told:
    """What a table says: a framework, or what is wrong; and what a person should look at."""

    framework: Framework | None
    faults: Sequence[Remark] = ()
    remarks: Sequence[Remark] = ()


def read_table(grid: Grid, matching: Matching, head: Framework) -> Told:
    """The framework of a table; ``head`` says what holds of the whole: title, version, about."""
    if not matching.of(Means.LEVEL):
        return Told(None, [Remark("", "no_items")])
    if len(grid.rows) > MOST_ROWS:
        return Told(None, [Remark("", "too_many", {"most": str(MOST_ROWS)})])
    structure = Structure(grid, matching)
    structure.read()
    fill(structure)
    codes = _Codes(structure.tops)
    faults = [*structure.faults, *codes.faults()]
    if faults or not structure.tops:
        faults = faults or [Remark("", "nothing")]
        return Told(None, faults, structure.remarks)
    items = tuple(_item(node, codes) for node in structure.tops)
    root = Item(head.root.code, head.root.title, head.root.text, head.root.points, items=items)
    framework = Framework(root, head.version, head.about, head.language, head.totals)
    return Told(framework, (), structure.remarks)


class _Codes:
    """The codes of all items; a standard without one, or with one that counts anew, is numbered under its heading."""

    def __init__(self, tops: Sequence[Node]) -> None:
        self._standards = [node for top in tops for node in top.walk() if not node.below]
        written = Counter(node.code.text for node in self._standards if node.code)
        self._repeats = any(
            node.code and node.code.is_local and written[node.code.text] > 1 for node in self._standards
        )
        self._given: dict[Node, str] = {}
        self._taken = {node.code.text for node in self._standards if node.code and not self._is_composed(node)}
        for place, top in enumerate(tops, start=1):
            self._number(top, str(place), "")

    def _is_composed(self, node: Node) -> bool:
        return node.code is None or (node.code.is_local and (self._repeats or not node.code.is_apart))

    def _number(self, node: Node, place: str, above: str) -> None:
        """``above``: the code of what the item stands under, or its place in the outline where it has none."""
        counted = node.code.counted if node.code and node.code.is_local else place.rpartition("-")[2]
        full = f"{above}-{counted}" if above else counted
        own = node.code.text if node.code and not node.code.is_local else full
        for number, one in enumerate(node.below, start=1):
            self._number(one, f"{place}-{number}", own)
        if node.below:
            self._given[node] = node.code.text if node.code else ""
        elif not self._is_composed(node) and node.code:
            self._given[node] = node.code.text
        else:
            self._given[node] = self._free(full)

    def _free(self, code: str) -> str:
        free, more = code, 2
        while free in self._taken:
            free, more = f"{code}-{more}", more + 1
        self._taken.add(free)
        return free

    def of(self, node: Node) -> str:
        """The item's code."""
        return self._given[node]

    def faults(self) -> Iterator[Remark]:
        """Codes that cannot stay."""
        first: dict[str, Node] = {}
        for node in self._standards:
            code = self._given[node]
            if len(code) > LONGEST_CODE:
                yield Remark(node.cell, "too_long", {"most": str(LONGEST_CODE)})
            if code in first:
                yield Remark(node.cell, "code_twice", {"item": code, "first": first[code].cell})
            first.setdefault(code, node)


def _item(node: Node, codes: _Codes) -> Item:
    return Item(
        codes.of(node),
        node.title,
        "\n".join(node.texts),
        points=node.points,
        methods=tuple(node.methods),
        evidence=tuple(node.evidence),
        checks=tuple(node.checks),
        survey=tuple(node.survey),
        roles=tuple(sorted(node.roles, key=lambda role: _ORDER.index(role.role))),
        items=tuple(_item(one, codes) for one in node.below),
    )
