"""Which entries of a directory may be one and the same unit, with the reason.

Every entry is filed under a few keys (its names, their short forms, its code) and only entries under one key are
compared, so that the work grows with the number of entries, not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from wenming.rules.codes import organisation
from wenming.rules.matching import Directory, normal, owner_of


class Likeness(StrEnum):
    """Why two entries may be one, the surest first."""

    CODE = "code"  # the same organisation in both codes
    NAME = "name"  # both are called so
    AREA = "area"  # the same name once the area before it is left out: 县教育局, 教育局
    SHORTENED = "shortened"  # one name is the official shortening of the other: 人社局, 人力资源和社会保障局
    BODY = "body"  # one names a body of the other: 城关镇人民政府, 城关镇
    WIDER = "wider"  # the tasks of one are among those of the other: 教育局, 教体局


@dataclass(frozen=True, slots=True)
class Known:
    """An entry: ``areas`` are its own area and those above it up to the county, the nearest first; at least one."""

    id: int
    names: tuple[str, ...]
    areas: tuple[int, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Double:
    """Two entries that may be one; ``one`` has the lower id. ``words`` are the two names (or code) that say so."""

    one: int
    other: int
    likeness: Likeness
    words: tuple[str, str]


_CROWD = 8  # entries under one key: what more of them share tells no two of them apart
_ENDINGS = ("局", "委", "办")  # of offices; schools, communities and hospitals are told apart by a single character
_SHORT = range(3, 6)  # characters of a shortening
_LONG = 12  # characters of a name that is shortened; longer ones have too many short forms
# Two tasks in one character each, as offices are called after they were joined.
_JOINED = {
    "教体": "教育体育",
    "教科": "教育科学",
    "文旅": "文化旅游",
    "文广": "文化广播",
    "文体": "文化体育",
    "卫健": "卫生健康",
    "卫计": "卫生计划生育",
    "住建": "住房城乡建设",
    "人社": "人力资源社会保障",
    "发改": "发展改革",
    "工信": "工业信息化",
    "农水": "农业水利",
    "民宗": "民族宗教",
}


def doubles(entries: Iterable[Known], areas: Iterable[str] = ()) -> list[Double]:
    """The pairs that may be one, the surest first; ``areas`` are the names that may stand before a unit's own.

    >>> county = (7,)
    >>> [found.likeness for found in doubles([Known(1, ("县教育局",), county), Known(2, ("教体局",), county)])]
    [<Likeness.WIDER: 'wider'>]
    """
    known = {entry.id: entry for entry in entries}
    bare = Directory((), areas).without_area
    found: dict[tuple[int, int], Double] = {}
    for likeness, shelves in _shelves(list(known.values()), bare):
        for double in (double for shelf in shelves.values() for double in _pairs(shelf, likeness, known)):
            found.setdefault((double.one, double.other), double)
    ranks = {likeness: rank for rank, likeness in enumerate(Likeness)}
    return sorted(found.values(), key=lambda double: (ranks[double.likeness], double.one, double.other))


# Key → entries, each with the name (or code) that put it there, and whether the key is all of it.
Shelves = Mapping[str, Mapping[int, tuple[str, bool]]]
Filing = Iterator[tuple[str, int, str, bool]]  # the same, one by one: key, id, word, whether it is all of it


def _shelves(entries: Sequence[Known], bare: Callable[[str], str]) -> Iterator[tuple[Likeness, Shelves]]:
    """For each reason, the surest first, the entries filed under its keys."""
    named = [(entry.id, name, bare(name)) for entry in entries for name in entry.names]
    yield Likeness.CODE, _filed((organisation(one.code), one.id, one.code, True) for one in entries if one.code)
    yield Likeness.NAME, _filed((normal(name), id_, name, True) for id_, name, _short in named)
    yield Likeness.AREA, _filed((short, id_, name, True) for id_, name, short in named)
    yield Likeness.SHORTENED, _filed(_by_form(named))
    owners = ((id_, name, owner_of(name)) for id_, name, _short in named)
    yield Likeness.BODY, _filed((bare(owner), id_, name, owner == normal(name)) for id_, name, owner in owners)
    yield Likeness.WIDER, _filed(_by_task(named))


def _filed(filing: Filing) -> Shelves:
    shelves: dict[str, dict[int, tuple[str, bool]]] = defaultdict(dict)
    for key, id_, word, is_whole in filing:
        if len(key) > 1 and not shelves[key].get(id_, ("", False))[1]:
            shelves[key][id_] = (word, is_whole)
    return shelves


def _by_form(named: Sequence[tuple[int, str, str]]) -> Filing:
    shorts = {short for _id, _name, short in named if len(short) in _SHORT and short.endswith(_ENDINGS)}
    for id_, name, short in named:
        for form in _forms(short) & shorts:
            yield form, id_, name, form == short


def _forms(name: str) -> set[str]:
    """The name and all its short forms: first and last character and one to three of those between, in order."""
    if not name.endswith(_ENDINGS) or len(name) > _LONG:
        return set()
    middles = (middle for size in _SHORT for middle in combinations(name[1:-1], size - 2))
    return {name, *(f"{name[0]}{''.join(middle)}{name[-1]}" for middle in middles)}


def _by_task(named: Sequence[tuple[int, str, str]]) -> Filing:
    tasks = {task for _id, _name, short in named if (task := _task(short))}
    for id_, name, short in named:
        whole = _task(short)
        for size in range(2, len(whole) + 1):
            if whole[:size] in tasks:
                yield whole[:size], id_, name, size == len(whole)


def _task(name: str) -> str:
    """What an office is about, in full: 教育体育 of 教体局; empty for what is no office."""
    if not name.endswith(("局", "委")):
        return ""
    task = name[:-1]
    joined = next((short for short in _JOINED if task.startswith(short)), "")
    return f"{_JOINED[joined]}{task[len(joined) :]}" if joined else task


def _pairs(shelf: Mapping[int, tuple[str, bool]], likeness: Likeness, known: Mapping[int, Known]) -> Iterator[Double]:
    by_county: dict[int, list[int]] = defaultdict(list)
    for id_ in sorted(shelf):
        by_county[known[id_].areas[-1]].append(id_)
    for near in by_county.values():
        if len(near) <= _CROWD:
            for one, other in combinations(near, 2):
                if _may_be_one(known[one], known[other]) and (shelf[one][1] or shelf[other][1]):
                    yield Double(one, other, likeness, (shelf[one][0], shelf[other][0]))


def _may_be_one(one: Known, other: Known) -> bool:
    """Whether one's area is the other's or lies within it: the 东门社区 of two towns are two."""
    return one.areas[0] in other.areas or other.areas[0] in one.areas
