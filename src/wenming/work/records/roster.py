"""Who took part: names from a pasted list, or from the column of names in a workbook. Pure.

Only the name and where somebody works are kept. Numbers, and with them telephone and identity numbers, are left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wenming.rules.seen import one_line
from wenming.work.models.records import NAME_LENGTH

MOST_PEOPLE = 2000  # of one record: the largest hall of a county
_NAMES = frozenset({"姓名", "名字", "参加人员", "参会人员", "学员姓名"})
_OFFICES = frozenset({"单位", "工作单位", "所在单位", "部门", "单位名称", "所属单位", "村社区"})
_SEARCHED = 20  # rows in which the head of the table may stand: above it come the title and the date
_PARTS = re.compile(r"[\t,，;；|/]+|\s{2,}|[ 　]")
_NUMBERED = re.compile(r"^\s*[（(]?\d{1,4}[)）.．、:：]\s*")
_NUMBER = re.compile(r"[\d\s.\-+xX]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")


class NotAName(ValueError):
    """A line is too long to be somebody; ``line`` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class NoNames(ValueError):
    """The workbook has no column of names."""


class TooMany(ValueError):
    """More people than one record takes."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name, and where they work, as the list has it."""

    name: str
    office: str = ""


def people_in(text: str) -> tuple[Person, ...]:
    """One person a line: the name, then the unit. Raises NotAName, TooMany.

    >>> people_in("1、王 敏  县教育局\\n李青山，县团委 13900000000")
    (Person(name='王敏', office='县教育局'), Person(name='李青山', office='县团委'))
    """
    found = [_person(line, number) for number, line in enumerate(text.splitlines(), start=1)]
    return _once(person for person in found if person is not None)


def _person(line: str, number: int) -> Person | None:
    bare = _NUMBERED.sub("", line)
    parts = [one_line(part) for part in (bare.split("\t") if "\t" in bare else _PARTS.split(bare))]
    parts = _joined([part for part in parts if part and not _NUMBER.fullmatch(part)])
    if not parts or parts[0] in _NAMES:
        return None
    name = "".join(parts[0].split()) if _HAN.search(parts[0]) else parts[0]
    office = " ".join(parts[1:])
    if len(name) > NAME_LENGTH or len(office) > NAME_LENGTH:
        raise NotAName(number)
    return Person(name, office)


def _joined(parts: list[str]) -> list[str]:
    """A name of two characters is often set as wide as one of three, with a blank between."""
    if len(parts) > 1 and all(len(part) == 1 and _HAN.match(part) for part in parts[:2]):
        return [parts[0] + parts[1], *parts[2:]]
    return parts


def people_in_rows(rows: Sequence[Sequence[str]]) -> tuple[Person, ...]:
    """The people of a sheet that has a column 姓名. Raises NoNames, NotAName, TooMany."""
    for number, row in enumerate(rows[:_SEARCHED]):
        heads = [re.sub(r"\s", "", cell) for cell in row]
        names = [place for place, head in enumerate(heads) if head in _NAMES]
        if names:
            offices = [place for place, head in enumerate(heads) if head in _OFFICES]
            return _column(rows[number + 1 :], names[0], offices[0] if offices else None, above=number + 1)
    raise NoNames


def _column(rows: Sequence[Sequence[str]], name: int, office: int | None, *, above: int) -> tuple[Person, ...]:
    found = []
    for number, row in enumerate(rows, start=above + 1):
        who = "".join(_cell(row, name).split()) if _HAN.search(_cell(row, name)) else one_line(_cell(row, name))
        where = one_line(_cell(row, office)) if office is not None else ""
        if len(who) > NAME_LENGTH or len(where) > NAME_LENGTH:
            raise NotAName(number)
        if who and not _NUMBER.fullmatch(who):
            found.append(Person(who, where))
    return _once(found)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _once(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each once, in the order of the list; raises TooMany."""
    found = tuple(dict.fromkeys(people))
    if len(found) > MOST_PEOPLE:
        raise TooMany
    return found


def as_text(people: Iterable[Person]) -> str:
    """The list as it can be pasted again: a tab keeps the blanks within a name."""
    return "\n".join(f"{one.name}\t{one.office}" if one.office or " " in one.name else one.name for one in people)
