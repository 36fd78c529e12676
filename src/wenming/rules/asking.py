"""Asking units for material: what fits is already there, and which requests are about the same thing.

A text is compared by its telling pairs: two characters that stand together, after the words are gone that stand in
every request (报送, 材料, 一季度).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_EMPTY = re.compile(
    r"关于|报送|上报|提供|提交|收集|征集|汇总|材料|资料|佐证|台账|照片|图片|总结|小结|情况|开展|组织|举办|进行|活动|工作|推进|落实"
    r"|加强|深入|有关|相关|全县|全市|各单位|第?[一二三四1-4]季度|上半年|下半年|半年|[一二三四五六七八九十\d]+月份?|\d+年度?|年度|本年"
    r"|\W+"
)
_ALIKE = 0.6  # of the pairs of both
_HAS = 0.5  # of the pairs of the shorter


class Fit(StrEnum):
    """Why something that is there may be what is wanted; the surest reason first."""

    COMMITMENT = "commitment"  # it counts for the commitment that the request is about
    WORDS = "words"  # its name has the words of the request
    KIND = "kind"  # it is of a kind that the commitment asks for, and shares words


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for: ``kinds`` of record that its commitment takes, by name."""

    title: str
    commitment: int | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Have:
    """A record or a piece of evidence, with the commitments that it counts for."""

    title: str
    kind: str = ""
    commitments: frozenset[int] = frozenset()


def fit(wanted: Wanted, have: Have) -> Fit | None:
    """Why ``have`` may be what is wanted; None where it is something else.

    >>> fit(Wanted("报送一季度志愿服务活动材料"), Have("志愿服务进社区"))
    <Fit.WORDS: 'words'>
    """
    if wanted.commitment is not None and wanted.commitment in have.commitments:
        return Fit.COMMITMENT
    asked, there = telling(wanted.title), telling(have.title)
    shared = asked & there
    if not shared:
        return None
    if len(shared) >= _HAS * min(len(asked), len(there)):
        return Fit.WORDS
    return Fit.KIND if have.kind in wanted.kinds else None


def alike(one: Wanted, other: Wanted) -> bool:
    """Whether two requests ask for the same thing.

    >>> alike(Wanted("报送一季度志愿服务小结"), Wanted("志愿服务情况汇总"))
    True
    """
    if one.commitment is not None and one.commitment == other.commitment:
        return True
    here, there = telling(one.title), telling(other.title)
    return bool(here | there) and 2 * len(here & there) >= _ALIKE * (len(here) + len(there))


def telling(text: str) -> frozenset[str]:
    """The pairs by which a text is told from others.

    >>> sorted(telling("报送一季度垃圾分类材料"))
    ['分类', '圾分', '垃圾']
    """
    pieces = [piece for piece in _EMPTY.split(text) if piece]
    return frozenset(first + second for piece in pieces for first, second in pairwise(piece))
