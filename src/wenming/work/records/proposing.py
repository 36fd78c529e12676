"""For which commitments a record may count, and why: proposed to the unit, which unticks what does not fit. Pure.

A commitment is proposed when it is the one that asked for the record, when the words of its activity stand in the
title, or when it asks for records of that kind; the others have to be chosen by hand. Whether the record counts in
the end is the rule's to say (rules.commitments).
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class Why(StrEnum):
    """Why a record may count for a commitment; the surest reason first."""

    ASKED = "asked"  # the record was made from it
    NAMED = "named"  # its activity stands in the title
    ALIKE = "alike"  # it is of a kind that it asks for, and the title shares words with its activity
    KIND = "kind"  # it is of a kind that it asks for
    CHOSEN = "chosen"  # a person said so


# Two characters that say nothing of what was done.
_EMPTY = frozenset(
    {
        *("开展", "组织", "举办", "进行", "活动", "工作", "推进", "落实", "加强", "深入", "集中"),
        *("全县", "全市", "每月", "每年", "季度", "年度", "一次", "本年"),
    }
)
_RANK = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Open:
    """A commitment for which a unit may record: ``kinds`` that fit, by name (none: any), and the days it spans."""

    commitment: int
    activity: str
    kinds: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, as far as proposing goes; ``asked`` is the commitment that it was recorded from."""

    title: str
    kind: str
    first: date
    last: date
    asked: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The record may count for the commitment; ``is_likely``: ticked unless the unit unticks it."""

    commitment: int
    why: Why
    is_likely: bool


def propose(done: Done, opens: Iterable[Open]) -> tuple[Proposal, ...]:
    """The proposals, the likeliest first; of equals the one that shares more words, then in the order given.

    >>> asked = Open(1, "民主评议", frozenset({"评议"}))
    >>> propose(Done("一季度民主评议会", "评议", date(2026, 3, 5), date(2026, 3, 5)), [asked])
    (Proposal(commitment=1, why=<Why.NAMED: 'named'>, is_likely=True),)
    """
    within = [one for one in opens if one.commitment == done.asked or _is_within(done, one)]
    rivals = Counter(kind for one in within for kind in one.kinds)
    title = _words(done.title)
    found = [
        (-proposal.is_likely, _RANK[proposal.why], -len(title & _words(one.activity)), place, proposal)
        for place, one in enumerate(within)
        if (proposal := _proposal(done, one, title, is_only=rivals[done.kind] == 1)) is not None
    ]
    return tuple(entry[-1] for entry in sorted(found, key=lambda entry: entry[:-1]))


def _is_within(done: Done, one: Open) -> bool:
    return (one.first is None or done.last >= one.first) and (one.last is None or done.first <= one.last)


def _proposal(done: Done, one: Open, title: Collection[str], *, is_only: bool) -> Proposal | None:
    """``is_only``: no other commitment asks for records of that kind."""
    is_of_kind = done.kind in one.kinds
    if one.commitment == done.asked:
        return Proposal(one.commitment, Why.ASKED, is_likely=True)
    if one.activity and one.activity in done.title:
        return Proposal(one.commitment, Why.NAMED, is_likely=is_of_kind or not one.kinds)
    if not is_of_kind:
        return None
    if not _words(one.activity).isdisjoint(title):
        return Proposal(one.commitment, Why.ALIKE, is_likely=True)
    return Proposal(one.commitment, Why.KIND, is_likely=is_only)


def _words(text: str) -> frozenset[str]:
    """Each two characters that stand together, without those that say nothing."""
    return frozenset(first + second for first, second in pairwise(text)) - _EMPTY
