"""Who leads by a rule that a plan states once: the first of each list, or those that bear a sign."""

import re
from dataclasses import dataclass, replace

from wenming.reading.duties.statements import NamedUnit
from wenming.reading.duties.unit_lists import SIGNS
from wenming.reading.model import Role

_SAYS_LEAD = re.compile("[为是](?:牵头|主办|主要责任|第一责任|总牵头)")  # quick to look for, and rare
_FIRST_LEADS = re.compile(
    r"(?:(?:列|排|排名|排列|列在|排在)(?:在)?(?:第一|首|最前)(?:位|名|个|面)?(?:者|的)?(?:责任)?|(?:第一个?|首个|首位)的?(?:责任)?(?=单位|部门))(?:单位|部门)?(?:的)?"
    r"(?:即?为|是)(?:牵头|主办|主要责任|第一责任|总牵头)"
)
# 带★的为牵头单位: the sign says who leads.
_SIGN_LEADS = re.compile(
    rf"(?:[带标加打画有注]|[注：:（(])[“\"]?(?P<sign>[{SIGNS}*＊])[”\"]?(?:号|标记|符号)?(?:者|的)?(?:责任)?(?:单位|部门)?(?:的)?(?:即?为|是)"
    r"(?:牵头|主办|主要责任|第一责任|总牵头)"
)


@dataclass(frozen=True, slots=True)
class LeadRule:
    """From which offset on the first of a list leads, and the sign that leaders bear (empty where there is none)."""

    first_from: int
    sign: str


def find_lead_rule(text: str, start: int, end: int) -> LeadRule:
    """The rule of the plan between ``start`` and ``end``.

    列第一位者为牵头单位,下同 holds from where it stands; 带★的为牵头单位 may stand below the table that it is about.
    """
    if not _SAYS_LEAD.search(text, start, end):
        return LeadRule(end, "")
    first = _FIRST_LEADS.search(text, start, end)
    sign = _SIGN_LEADS.search(text, start, end)
    return LeadRule(first.end() if first else end, sign["sign"] if sign else "")


def led(text: str, units: tuple[NamedUnit, ...], end: int, rule: LeadRule) -> tuple[NamedUnit, ...]:
    """The units of a statement that ends at ``end``, with those that lead by the rule.

    Where one has a role of its own the rule says nothing; a list of one has nobody to lead.
    """
    if len(units) < 2 or any(unit.role is not Role.RESPONSIBLE for unit in units):
        return units
    if rule.sign:
        return tuple(_signed(text, unit, rule.sign) for unit in units)
    return units if end < rule.first_from else (replace(units[0], role=Role.LEAD), *units[1:])


def _signed(text: str, unit: NamedUnit, sign: str) -> NamedUnit:
    """The unit, leading where the sign stands before or behind its name; an asterisk is still within the span."""
    name = text[unit.start : unit.end]
    start = unit.start + len(name) - len(name.lstrip(sign))
    end = unit.end - (len(name) - len(name.rstrip(sign)))
    bears = sign in (text[start - 1 : start], text[end : end + 1])
    return NamedUnit(Role.LEAD if bears else unit.role, start, end)
