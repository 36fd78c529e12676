"""Numbers within a line: those that begin items, and those that only count up the parts of a sentence."""

import re

from wenming.reading.structure.markers import Family, Marker, read_marker

# A digit after the separator means a decimal or a sum, unless more than two digits follow (a year).
_AFTER_STOP = re.compile(
    r"[。；;：:）)！!？?”.]\s?"
    r"(?=[一二三四五六七八九十](?:是(?=[^一二三四五])|要(?=[一-鿿“]))|[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,2}[.．、﹒](?![0-9０-９]{1,2}[^0-9０-９])|[（(〔][0-9０-９]{1,2}[）)〕]|[①-⑳])"
)
_IN_BRACKETS = re.compile("[（(〔](?<![第条款项之].)(?=[一二三四五六七八九十]{1,3}[）)〕](?![项款条]))")
# A heading whose line end was lost: （二）推进服务贸易升级5.深化…
_BEHIND_HEADING = re.compile(
    r"[（(〔][一二三四五六七八九十]{1,3}[）)〕][^。；：，、,;:\n（）()0-9０-９]{3,24}(?=[0-9０-９]{1,2}[.．、](?![0-9０-９])[一-鿿“A-Za-z×*])"
)
# In a paper whose line ends were all lost: 完成时限：长期坚持3.规范健康教育阵地
_BEHIND_WORDS = re.compile(r"[一-鿿】](?=[0-9０-９]{1,2}[.．](?![0-9０-９])[一-鿿“])")
_WHOLE_PAPER = 600  # characters
_LONGEST_NUMBER = 6  # characters of the number that the line begins with
_SUBSTANTIVE = 12  # characters: what is shorter than this is no item but a part of a sentence
# 坚持以下原则：一是…，主要问题有：一是…, 存在不足。一是… tell nobody to do anything
_IDEAS = re.compile(
    r"(?:(?:原则|理念|思路|思想|方针)[：:]|(?:问题|不足|困难|短板|差距|原因)(?:主要)?(?:有|是|表现在|如下|为)?[：:。，]"
    r"|会议(?:强调|指出|要求)[：:，])\s?$"
)


def inline_markers(text: str, start: int, end: int, before: Marker | None, *, begun: bool) -> list[Marker]:
    """The numbers between ``start`` and ``end`` that begin items, in order.

    They count on from ``before``, the number of the open item, or from one. Where the line itself begins with a number
    (``begun``) they go on with it; else they must head more than a phrase.
    """
    places = _places(text, start, end)
    series = _series([marker for place in places if (marker := read_marker(text, place, end))], before)
    if not series or (series[0].family is Family.WORD and _IDEAS.search(text, start, series[0].start)):
        return []
    if begun and before is not None and series[0].family is before.family:
        return series
    stops = [marker.start for marker in series[1:]] + [end]
    lengths = sorted(stop - marker.end for marker, stop in zip(series, stops, strict=True))
    return series if lengths[len(lengths) // 2] >= _SUBSTANTIVE else []


def _places(text: str, start: int, end: int) -> list[int]:
    """Where numbers may stand: behind the stop of a sentence or a heading, or in brackets."""
    after_stop = [found.end() for found in _AFTER_STOP.finditer(text, max(0, start - 1), end)]
    after_stop += [found.end() for found in _BEHIND_HEADING.finditer(text, max(0, start - _LONGEST_NUMBER), end)]
    if end - start > _WHOLE_PAPER:
        after_stop += [found.end() for found in _BEHIND_WORDS.finditer(text, start, end)]
    return sorted({*after_stop, *(found.start() for found in _IN_BRACKETS.finditer(text, start, end))})


def _series(markers: list[Marker], before: Marker | None) -> list[Marker]:
    """The markers that continue a count or begin one that goes on."""
    ahead: dict[Family, set[int]] = {}
    for marker in markers:
        ahead.setdefault(marker.family, set()).add(marker.ordinal)
    last: dict[Family, int] = {before.family: before.ordinal} if before else {}
    kept: list[Marker] = []
    for marker in markers:
        begins = marker.ordinal == 1 and 2 in ahead[marker.family]
        if begins or last.get(marker.family, -1) + 1 == marker.ordinal:
            kept.append(marker)
            last[marker.family] = marker.ordinal
    return kept
