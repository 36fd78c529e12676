"""Which unit or class of units a name in a document means, with the reason.

A document says 教育局 and means 青禾县教育局; it says 发改委 and means 发展和改革委员会; 各社区 means a class.
The rules are tried from the surest to the loosest; one that fits several units decides nothing and offers them all.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry of the directory is."""

    UNIT = "unit"
    CLASS = "class"


class Reason(StrEnum):
    """Why a name was matched, or was not."""

    NAME = "name"  # it is the full name
    SHORT = "short"  # it is the short name
    ALIAS = "alias"  # it is a known other name
    AREA = "area"  # it is a name once the area before it is left out: 教育局 = 县教育局
    SHORTENED = "shortened"  # official shortening: 发改委 = 发展和改革委员会
    BODY = "body"  # a body of the unit speaks for it: 城关镇党委 = 城关镇
    AMBIGUOUS = "ambiguous"  # several fit
    UNKNOWN = "unknown"  # none fits


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit or a class of the directory with all its names."""

    kind: EntryKind
    id: int
    name: str
    short: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: ``entry`` where one fits; otherwise ``candidates``, the likeliest first."""

    reason: Reason
    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()


_LONG_FORMS = (("委员会", "委"), ("办公室", "办"), ("人民政府", "政府"))
_LEVELS = r"(?:全|本|我)?[省市县区旗州](?=\w{2})"
_BODIES = re.compile(r"(?:党委|党工委|党组|党支部|党总支|政府|人民政府|办事处|居委会|村委会|委员会|党群服务中心)$")
_CANDIDATES = 5  # as many as a person can compare at a glance
_LIKENESS = 0.34  # below it, candidates were found to be noise rather than help


def normal(name: str) -> str:
    """The name as it is compared: one width, no spaces, quotes, brackets or joining 和; official short endings.

    >>> normal("发展和改革委员会（物价局）")
    '发展改革委'
    """
    plain = unicodedata.normalize("NFKC", name)
    plain = re.sub(r"\([^()]*局\)|[\s“”\"'‘’()·、]", "", plain)
    for long, short in _LONG_FORMS:
        plain = plain.replace(long, short)
    return plain.replace("和", "")


class Directory:
    """All entries, indexed by each rule's key; ``areas`` are the names that may stand before a unit's own."""

    def __init__(self, entries: Iterable[Entry], areas: Iterable[str] = ()) -> None:
        self.entries = tuple(entries)
        names = sorted((normal(area) for area in areas), key=len, reverse=True)
        self._area = (
            re.compile(rf"^(?:{'|'.join([*map(re.escape, names), _LEVELS])})") if names else re.compile(_LEVELS)
        )
        self._by_key: dict[Reason, dict[str, list[Entry]]] = {reason: defaultdict(list) for reason in Reason}
        for entry in self.entries:
            self._index(entry)

    def without_area(self, name: str) -> str:
        """The compared name without the areas before it: 青禾县教育局, 县教育局 and 教育局 are one."""
        bare = normal(name)
        for _ in range(2):  # 云州市青禾县教育局
            shorter = self._area.sub("", bare, count=1)
            bare = shorter if len(shorter) > 1 else bare
        return bare

    def found(self, reason: Reason, key: str) -> list[Entry]:
        """The entries that ``reason`` files under ``key``."""
        return self._by_key[reason].get(key, [])

    def _index(self, entry: Entry) -> None:
        self._file(Reason.NAME, normal(entry.name), entry)
        self._file(Reason.SHORT, normal(entry.short), entry)
        for alias in entry.aliases:
            self._file(Reason.ALIAS, normal(alias), entry)
        for name in (entry.name, entry.short, *entry.aliases):
            self._file(Reason.AREA, self.without_area(name), entry)

    def _file(self, reason: Reason, key: str, entry: Entry) -> None:
        shelf = self._by_key[reason][key]
        if entry not in shelf:
            shelf.append(entry)


def match(name: str, directory: Directory) -> Match:
    """What ``name`` means in ``directory``; the first rule that fits decides."""
    rules: tuple[tuple[Reason, Callable[[str, Directory], list[Entry]]], ...] = (
        (Reason.NAME, lambda name, directory: directory.found(Reason.NAME, normal(name))),
        (Reason.SHORT, lambda name, directory: directory.found(Reason.SHORT, normal(name))),
        (Reason.ALIAS, lambda name, directory: directory.found(Reason.ALIAS, normal(name))),
        (Reason.AREA, lambda name, directory: directory.found(Reason.AREA, directory.without_area(name))),
        (Reason.SHORTENED, _shortened),
        (Reason.BODY, _body),
    )
    for reason, rule in rules:
        found = rule(name, directory)
        if len(found) == 1:
            return Match(reason, found[0])
        if found:
            return Match(Reason.AMBIGUOUS, None, tuple(found[:_CANDIDATES]))
    return Match(Reason.UNKNOWN, None, _likely(name, directory))


def _shortened(name: str, directory: Directory) -> list[Entry]:
    """Official shortening keeps the first character, the ending and the order: 人社局 in 人力资源和社会保障局."""
    short = directory.without_area(name)
    if not 3 <= len(short) <= 6 or short.startswith("各"):
        return []
    return [entry for entry in directory.entries if _shortens(short, directory.without_area(entry.name))]


def _shortens(short: str, full: str) -> bool:
    if len(short) >= len(full) or short[0] != full[0] or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)


def owner_of(name: str) -> str:
    """The compared name of that whose body ``name`` is: 城关镇 of 城关镇党委; ``name`` itself where it is no body."""
    return _BODIES.sub("", normal(name))


def _body(name: str, directory: Directory) -> list[Entry]:
    """The committee, government or office of a town, community or village speaks for it."""
    owner = owner_of(name)
    if owner == normal(name) or len(owner) < 2:
        return []
    bare = directory.without_area(owner)
    return [entry for entry in directory.entries if _owner(entry.short, directory) == bare]


def _owner(name: str, directory: Directory) -> str:
    return directory.without_area(owner_of(name))


def _likely(name: str, directory: Directory) -> tuple[Entry, ...]:
    """The entries whose names look most like it; ``*`` in an anonymised name stands for anything."""
    wanted = directory.without_area(name)
    scored = [
        (max(_likeness(wanted, directory.without_area(n)) for n in _names(entry)), entry) for entry in directory.entries
    ]
    likely = [pair for pair in scored if pair[0] >= _LIKENESS]
    likely.sort(key=lambda pair: -pair[0])
    return tuple(entry for _, entry in likely[:_CANDIDATES])


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, entry.short, *entry.aliases)


def _likeness(one: str, other: str) -> float:
    """Dice's coefficient of the characters and pairs of characters of two names, 0 to 1."""
    a, b = _pieces(one), _pieces(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _pieces(name: str) -> set[str]:
    kept = name.replace("*", "")
    return {*kept, *(kept[k : k + 2] for k in range(len(kept) - 1))}
