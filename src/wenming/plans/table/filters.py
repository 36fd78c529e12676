"""What a person wants to see of the responsibility table, kept in the address of the page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from wenming.reading.model import Role, TermKind

STEP = " › "  # between the headings of a chapter in an address
_WHO = re.compile(r"(unit|class)-(\d{1,18})", re.ASCII)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_LONGEST = 100  # characters of a search
Choice = TypeVar("Choice", bound=StrEnum)


class View(StrEnum):
    """The table's four faces."""

    MEASURE = "measure"  # 按措施
    UNIT = "unit"  # 按单位
    DATE = "date"  # 按时限
    FREQUENCY = "frequency"  # 按频次


VIEW_WORDS = {
    View.MEASURE: _("按措施"),
    View.UNIT: _("按单位"),
    View.DATE: _("按时限"),
    View.FREQUENCY: _("按频次"),
}


class Lack(StrEnum):
    """What a measure may lack."""

    OWNER = "owner"  # no unit answers for it
    DATE = "date"  # neither a date nor a frequency binds it


@dataclass(frozen=True, slots=True)
class Who:
    """One unit or one class of units."""

    kind: str  # "unit" or "class"
    pk: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.pk}"


@dataclass(frozen=True, slots=True)
class Filters:
    """One set of filters for every face of the table; what is empty filters nothing."""

    view: View = View.MEASURE
    text: str = ""
    chapter: tuple[str, ...] = ()  # the headings from the top
    who: Who | None = None
    role: Role | None = None
    term: TermKind | None = None
    lack: Lack | None = None
    month: str = ""  # 2026-06; only the face by date knows it

    @property
    def are_set(self) -> bool:
        """Whether anything is left out."""
        return replace(self, view=View.MEASURE) != Filters()

    def query(self, **changes: object) -> str:
        """The address's part after ``?``, with what is empty left out, ``changes`` applied first."""
        changed = {**self._parts(), **changes}
        return urlencode({key: str(value) for key, value in changed.items() if value})

    def _parts(self) -> dict[str, object]:
        return {
            "by": "" if self.view is View.MEASURE else self.view.value,
            "q": self.text,
            "chapter": STEP.join(self.chapter),
            "who": self.who,
            "role": self.role,
            "term": self.term,
            "lack": self.lack,
            "month": self.month,
        }


def read_filters(query: Mapping[str, str]) -> Filters:
    """The filters of an address; what cannot be understood filters nothing."""
    who = _WHO.fullmatch(query.get("who", ""))
    month = query.get("month", "")
    return Filters(
        view=_one_of(View, query.get("by", "")) or View.MEASURE,
        text=query.get("q", "").strip()[:_LONGEST],
        chapter=tuple(step for step in query.get("chapter", "").split(STEP) if step),
        who=Who(who[1], int(who[2])) if who else None,
        role=_one_of(Role, query.get("role", "")),
        term=_one_of(TermKind, query.get("term", "")),
        lack=_one_of(Lack, query.get("lack", "")),
        month=month if _MONTH.fullmatch(month) else "",
    )


def _one_of(choices: type[Choice], value: str) -> Choice | None:
    return choices(value) if value in set(choices) else None
