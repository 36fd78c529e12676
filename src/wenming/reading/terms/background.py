"""What does not bind: names of documents, slogans in quotation marks, and statements of what is already there."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wenming.reading.terms.clauses import clause_before, clause_end, opens_clause

# A pattern whose every alternative begins with a sign, and not with a look behind it, is sought by its first signs: a
# search skips quickly to the next of them.
_OF_YEARS = r"\((?:19|20)[0-9]{2}-{1,2}(?:19|20)[0-9]{2}年?\)"
_PAPERS = "|".join(paper + _OF_YEARS for paper in ("计划", "方案", "规划", "纲要", "意见", "办法", "要点"))
_OF_OFFICE = r"[0-9]{4}[〕\]]\s?[0-9]{1,5}号"
_NAME = re.compile(rf"《[^《》]{{1,80}}》|«[^«»]{{1,80}}»|〔{_OF_OFFICE}|\[{_OF_OFFICE}|{_PAPERS}")
_QUOTED = re.compile(r"“[^“”。;,\n]{1,40}”|\"[^\",。;、\n]{1,24}\"")
_PAST = re.compile(
    r"目前(?!存在|的|情况|形势|状况)|截(?<![^,。;!\n]截)至|截止目前|去(?<![比较]去)年|上(?<![比较]上)年|近年来|近几年|以来(?=,)"
    r"|已(?!婚)|现有|原有|共有(?!制)|曾(?=经|[被获])|历史上"
)
_NOW = ("目", "截", "去", "上", "近", "以")
_OF_YEAR = "[0-9]{2}年(?:度|全年|上半年)?"
# A sentence that reports a year: 2023年,全县建成站点20处,同比增长… ; a target names no comparison with 了 or 已.
_REPORTED = re.compile(rf"(?:19{_OF_YEAR}|20{_OF_YEAR}|去年|上年|上一年)(?:以来|期间)?,(?P<what>[^。;!\n]{{1,200}})")
_SENTENCE_START = ("", "。", ";", "!", "\n")
_DONE = re.compile(r"(?<![为除不])了(?!解)|已(?!婚)|同比|比上年|较上年|累计")
_MODAL = re.compile(r"力争|争取|确保|实现|(?<![主重必需简])要(?![求点素])|必须|应当|计划|拟|不少于|不低于|以上|目标")
_WANTED = re.compile(r"力争|争取|确保|实现|要|须|应|使|到20[0-9]{2}年")
_DEMANDED = re.compile(r"不[得应]?[低少高多]于|不得|必须|确保")
_STATED = re.compile(r"不少于|不低于|不超过|至少|以上|达到|每")
_MORE = re.compile(r"(?:,[^,。;0-9一-十]{0,4}[0-9.]+[万亿]?[一-鿿]{1,3}(?=[,。;]))+")  # 共有486户,1932人
_BASED = re.compile("的基础上|基础上")
_AHEAD = re.compile(
    r"[。;!\n]|基础上|力争|争取|到20[0-9]{2}年|今年|年内|年底|20[0-9]{2}年(?:[0-9]{1,2}月)?底?前|要|确保|计划|再(?=新|建|创)|下一步"
)
_FINDING = re.compile(
    r"[0-9]+(?=[^,。;0-9]{1,12}中,)[^,。;0-9]{1,12},仅?有[0-9]+[^,。;!\n]{0,8}(?:未|存在|不|没)[^。;!\n]{0,40}"
)
_WRONG = re.compile("仍有|尚有|擅自|反馈的|指出的|通报的|曝光的")
# A year, and no stretch of years.
_IN_YEAR = re.compile(r"20[0-9]{2}年(?!(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[-至到])")
_LATER = re.compile(rf"{_AHEAD.pattern}|20[0-9]{{2}}年")
_REACH = 120  # characters that a remark on the past may govern at most


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches of text in order, none inside another."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def cover(self, index: int) -> bool:
        """Whether the character at ``index`` stands inside one of the stretches."""
        k = bisect_right(self.starts, index)
        return bool(k) and index < self.ends[k - 1]

    def touch(self, start: int, end: int) -> bool:
        """Whether any character from ``start`` to ``end`` stands inside one of the stretches."""
        k = bisect_right(self.starts, end - 1)
        return bool(k) and self.ends[k - 1] > start


_NONE = Spans((), ())


def spans(pairs: Iterable[tuple[int, int]]) -> Spans:
    """Join overlapping stretches; ``pairs`` are (start, end) in any order."""
    in_order = sorted(pairs)
    if not in_order:
        return _NONE
    starts: list[int] = []
    ends: list[int] = []
    for start, end in in_order:
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Spans(tuple(starts), tuple(ends))


def names(text: str) -> Spans:
    """Names of documents and their numbers: nothing inside them binds."""
    return spans(found.span() for found in _NAME.finditer(text))


def quotations(text: str) -> Spans:
    """Short quotations: slogans and proper names, whose figures bind nobody; “每村不少于3名”的要求 is neither."""
    return spans(found.span() for found in _QUOTED.finditer(text) if not _STATED.search(found[0]))


def past(text: str, since: int | None = None) -> Spans:
    """Statements of what is there already or was done before, in a year before ``since`` above all."""
    before = [_governed(text, found) for found in _PAST.finditer(text) if not _is_wanted(text, found)]
    reported = [found.span() for found in _REPORTED.finditer(text) if _is_reported(text, found, since)]
    based = (_based(text, found.start()) for found in _BASED.finditer(text))
    return spans([*before, *reported, *based, *_found_out(text), *(_earlier(text, since) if since else ())])


def _is_reported(text: str, found: re.Match[str], since: int | None) -> bool:
    """Whether a sentence that opens with a year tells what was done in it; from the plan's first year on none does."""
    if since and found[0][:4].isdecimal() and int(found[0][:4]) >= since:
        return False
    begins = text[found.start() - 1 : found.start()] in _SENTENCE_START
    return begins and bool(_DONE.search(found["what"])) and not _MODAL.search(found["what"])


def _found_out(text: str) -> Iterator[tuple[int, int]]:
    """What an inspection found: 抽查的21家企业中,有9家未…, 仍有63户未搬迁; it governs its clause."""
    for found in _FINDING.finditer(text):
        yield found.start(), found.end()
    for found in _WRONG.finditer(text):
        start = found.start() - len(clause_before(text, found.start()))
        yield start, clause_end(text, found.end())


def _earlier(text: str, since: int) -> Iterator[tuple[int, int]]:
    """What a sentence tells of a year before ``since``, up to the first word about what shall be."""
    for found in _IN_YEAR.finditer(text):
        if int(found[0][:4]) < since and opens_clause(text, found.start()):
            end = _LATER.search(text, found.end(), found.end() + _REACH)
            yield found.start(), end.start() if end else min(len(text), found.end() + _REACH)


def _is_wanted(text: str, found: re.Match[str]) -> bool:
    """力争共有5处达标, 已建设施运行率不低于90% say what shall be."""
    if found[0] == "已":
        return bool(_DEMANDED.search(text, found.end(), clause_end(text, found.end())))
    return bool(found[0] == "共有" and _WANTED.search(clause_before(text, found.start())))


def _governed(text: str, found: re.Match[str]) -> tuple[int, int]:
    """已 and the like govern their clause; 目前 and the like the sentence, up to the first word about what shall be."""
    if found[0][0] not in _NOW:
        stop = clause_end(text, found.end())
        more = _MORE.match(text, stop) if found[0].endswith("有") else None
        return found.start(), more.end() if more else stop
    after = clause_end(text, found.end()) if found[0][0] == "截" else found.end()
    end = _AHEAD.search(text, after, found.end() + _REACH)
    return found.start(), end.start() if end else min(len(text), found.end() + _REACH)


def _based(text: str, at: int) -> tuple[int, int]:
    """在…的基础上 governs what stands between."""
    start = text.rfind("在", max(0, at - 60), at)
    return (start, at) if start >= 0 else (at, at + 1)
