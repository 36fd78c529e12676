"""Changes of a plan's layout that change nothing of what it says, and the gold label of the changed text."""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Change = Callable[[str], Iterator["Edit"]]


@dataclass(frozen=True)
class Edit:
    """``text`` from ``start`` to ``end`` is replaced by ``new``."""

    start: int
    end: int
    new: str


def by_pattern(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    """Every match replaced by ``new``, a template or a function of the match."""
    compiled = re.compile(pattern, re.MULTILINE)

    def edits(text: str) -> Iterator[Edit]:
        for found in compiled.finditer(text):
            yield Edit(*found.span(), found.expand(new) if isinstance(new, str) else new(found))

    return edits


def wrapped(width: int) -> Change:
    """Every line broken at ``width`` characters, as pages break them; rows of tables stay whole."""

    def edits(text: str) -> Iterator[Edit]:
        for line in re.finditer(r"[^\r\n\t]+(?![^\r\n])", text):
            for at in range(line.start() + width, line.end() - 1, width):
                yield Edit(at, at, "\n")

    return edits


def changed(text: str, gold: dict[str, Any], change: Change) -> tuple[str, dict[str, Any]]:
    """The changed text, and the gold label with its places in it."""
    edits = sorted(change(text), key=lambda edit: (edit.start, edit.end))
    moved = _moved(text, edits)
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    new, gold = "".join([*parts, text[at:]]), copy.deepcopy(gold)
    for plan in gold["plans"]:
        for measure in plan["measures"]:
            for item in (measure, *measure.get("duties", ()), *measure.get("terms", ())):
                was = text[item["start"] : item["end"]]
                item["start"], item["end"] = moved[item["start"]], moved[item["end"] - 1] + 1
                if item.get("unit") == was:  # a name is called as it stands
                    item["unit"] = new[item["start"] : item["end"]]
    return new, gold


def _moved(text: str, edits: Sequence[Edit]) -> list[int]:
    """Where each character of the text stands after the edits; what was put in stands before it."""
    moved = list(range(len(text) + 1))
    shift = at = 0
    for edit in edits:
        for place in range(at, edit.start):
            moved[place] += shift
        for place in range(edit.start, edit.end):
            moved[place] = edit.start + shift + min(place - edit.start, max(len(edit.new) - 1, 0))
        shift += len(edit.new) - (edit.end - edit.start)
        at = edit.end
    for place in range(at, len(moved)):
        moved[place] += shift
    return moved


_HALF = str.maketrans("（）：，；", "():,;")
_FULL = {digit: chr(ord(digit) + 0xFEE0) for digit in "0123456789"}
CHANGES: dict[str, Change] = {
    "half-width signs": by_pattern("[（）：，；]", lambda found: found[0].translate(_HALF)),
    "full-width digits": by_pattern("[0-9]", lambda found: _FULL[found[0]]),
    "wrapped lines": wrapped(38),
    "indented lines": by_pattern(r"^(?=[^\s])", "\u3000\u3000"),
    "lines without indent": by_pattern(r"^[ \u3000]+(?=\S)", ""),
    "hard blanks before lines": by_pattern(r"^[ \u3000]*(?=\S)", "\xa0\xa0\xa0\xa0"),
    "blanks behind lines": by_pattern("$", "  "),
    "empty lines between": by_pattern(r"(?<=[^\n])\n(?=[^\n])", "\n\n"),
    "no empty lines": by_pattern(r"\n(?:[ \t\u3000]*\r?\n)+", "\n"),
    "CR LF": by_pattern(r"(?<!\r)\n", "\r\n"),
    "blanks around numbers": by_pattern(r"(?<=[一-鿿])(?=[0-9])|(?<=[0-9])(?=[一-鿿])", " "),
    "a blank between all signs": by_pattern(r"(?<=[一-鿿，、。：；])(?=[一-鿿，、。：；])", " "),
    "signs without width": by_pattern("(?<=。)(?=[一-鿿])", "\u200b"),
    "no full stops at line ends": by_pattern(r"[。；](?=[ \u3000]*\r?$)", ""),
    "departments": by_pattern("(责任|牵头|配合)单位", r"\1部门"),
    "square brackets": by_pattern("（((?:责任|牵头|配合|落实)(?:单位|部门)[：:][^（）\\n]*)）", r"［\1］"),
    "brackets without a label": by_pattern("(?<=（)(?:责任|落实)(?:单位|部门)[：:](?=[^（）\\n：:]*）)", ""),
    "labels in brackets": by_pattern(r"^([ \u3000]*)(责任|牵头|落实|配合)(单位|部门)[：:]", r"\1【\2\3】"),
    "labels with a blank for the colon": by_pattern("(?<=单位)[：:]", " "),
    "labels with a dash for the colon": by_pattern("(?<=单位)[：:]", "——"),
    "opening brackets lost": by_pattern("（(?=(?:责任|牵头|配合|落实)(?:单位|部门)[：:][^（）\\n]*）)", ""),
    "closing brackets lost": by_pattern(
        r"(?<=（)((?:责任|牵头|配合|落实)(?:单位|部门)[：:][^（）\n]*)）(?=[ \u3000]*\r?$)", r"\1"
    ),
    "units parted by slashes": by_pattern("(?<=[局委办部厅])、(?=[一-鿿]{2,10}[局委办部厅])", "/"),
    "labels spread": by_pattern(r"^([ \u3000]*)责任单位[：:]", r"\1责 任 单 位："),
    "units parted by blanks": by_pattern("(?<=[局委办部厅])、(?=[一-鿿]{2,10}[局委办部厅])", " "),
    "1、 for 1.": by_pattern(r"^([ \u3000]*[0-9]{1,2})[.．](?![0-9])", r"\1、"),
    "1. for 1、": by_pattern(r"^([ \u3000]*[0-9]{1,2})、", r"\1."),
    "一． for 一、": by_pattern(r"^([ \u3000]*[一二三四五六七八九十]{1,3})、", r"\1．"),
    "a tilde in ranges": by_pattern("(?<=[0-9])[—–-](?=[0-9])", "~"),
    "之前 for 前": by_pattern("(?<=[0-9][月日])前", "之前"),
    "Markdown headings": by_pattern(
        "^[ \\u3000]*(?=[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])", "## "
    ),
    "Markdown labels": by_pattern(r"^([ \u3000]*)((?:责任|牵头|落实|配合)(?:单位|部门)[：:])", r"\1**\2**"),
}
