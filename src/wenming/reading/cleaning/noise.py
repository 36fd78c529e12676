"""What is not the document's own, found by how it behaves and never by a list of names.

Injected names recur where no word of the document would stand. Page numbers stand alone between dashes, or open lines
that break off. Running heads recur beside page numbers. The furniture of a web page stands before the first heading and
after the last sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, pairwise

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import LABEL
from wenming.reading.duties.names import is_sure_name
from wenming.reading.model import Noise
from wenming.reading.page_numbers import is_page_number
from wenming.reading.structure.markers import Family, Marker, read_marker
from wenming.reading.structure.tables import NUMBER_COLUMN

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = " \t\u3000\xa0\ufeff\u200b\x00"
_BEFORE_INDENT = re.compile(r"(?m)^([^\s,，。；;:：、（(“《]{3,20})[ \u3000]{2,}(?=\S)")
_WORD = re.compile("[一-鿿]{2}")
_SITE_ENDING = re.compile("(?:网|文库|论坛)(?![络点格吧])")
_OWN_PART = re.compile("[一-鿿A-Za-z0-9]{2,9}$")  # of a site's name, before its ending
_LONGEST_OWN_PART = 9
_CANDIDATES, _LOOKED_AT = 12, 24  # names, and places of each: enough to know, few enough for a long text
_SHORTEST_SITE = 4
_SITE = re.compile("(?:网|网站|文库|论坛|在线)$")
_TIMES = 3  # as often as this an injected name recurs
_PAGE = 18  # lines that a page has at least
_TRAIL_SIGN = re.compile("[>›»＞]")
_CRUMBS = re.compile(r"([^\s>›»＞/|:：]{2,10})\s?(?:[>›»＞]|->|>>)\s?[^\s>›»＞]{2,20}\s?(?:[>›»＞]|->|>>)")
_ADDRESS = re.compile(r"[^，。；：:、\t]{0,12}\s?(?:https?://|www\.)[!-~]+")
_LONGEST_ADDRESS = 80
# What a page offers its visitor: such a line may also stand within the text, where a page was cut in two.
_OFFERS = (
    r"扫一扫|推荐度[:：]|点击下载|下载(?:文档|全文|附件|本文)|打印本页|关闭窗口|关闭本页|返回顶部|分享到|"
    r"[上下]一[篇页]|相关(?:推荐|阅读|文章|链接)|责任编辑[:：]"
)
_OFFER = re.compile(rf"[【\[]?(?:{_OFFERS})")
_FURNITURE = re.compile(
    rf"{_OFFERS}|"
    r"版权所有|ICP备|公网安备|网站标识码|技术支持[:：]|浏览(?:次数|量)|阅读次数|点击(?:次数|量|数)|字(?:体|号)[:：]|当前位置|您(?:现在)?的位置|加入收藏|设为首页|"
    r"信息来源[:：]|文章来源[:：]|相关文档|下载说明|用户上传|版权归|如有侵权|发布(?:时间|日期)[:：]|网友评论|微信公众号|手机(?:打开|查看|浏览)|收藏本|^时间[:：].{0,20}分享"
)
_OF_THE_PAGE = re.compile("版权|侵权|转载|上传|本站|本网|备案")  # what a whole sentence of furniture speaks of
_SITE_OWNER = re.compile(r"^(?:主办|承办|协办|维护)(?:单位)?[:：]")
_HEADING = re.compile(r"^(?:一|第一[章部])[、.．章部]")
_LONGEST_OFFER = 40
_PAGE_OF = re.compile(r"第\s?([0-9]{1,3})\s?页[,，/\s]{0,3}共\s?([0-9]{1,3})\s?页")
_OPENING = re.compile(r"([0-9]{1,2})、\s?")
_SHORTEST_PAGE = 200  # characters of a page's text in one line
_COUNTED_BACK = 400  # lines in which the numbers before a line are looked up
_FOOTER_LIMIT = 4000  # characters after the first piece of furniture at the end


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's span without the blanks at its ends, and its text."""

    start: int
    end: int
    text: str


def find_noise(text: str) -> tuple[Noise, ...]:
    """The spans of noise in order, apart, each with why it is noise."""
    lines = list(_lines(text))
    found = [
        *_footer(lines, len(text)),
        *_navigation(lines),
        *_offers(lines),
        *_page_marks(lines),
        *_page_openings(lines),
        *_pages_of(text),
        *_injected(text, lines),
        *_addresses(lines),
    ]
    return tuple(_apart(found))


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        line = found[0]
        body = line.strip(_BLANK)
        if body:
            start = found.start() + len(line) - len(line.lstrip(_BLANK))
            yield _Line(start, start + len(body), body)


def _apart(found: Iterable[Noise]) -> Iterator[Noise]:
    """In order, without what lies within an earlier one."""
    reached = 0
    for noise in sorted(found, key=lambda each: (each.start, -each.end)):
        if noise.end > reached:
            yield Noise(max(noise.start, reached), noise.end, noise.why)
            reached = noise.end


def _injected(text: str, lines: Sequence[_Line]) -> Iterator[Noise]:
    for name in {*_names_before_indents(text), *_names_of_the_site(text, lines), *_names_within_words(text)}:
        for found in re.finditer(re.escape(name), text):
            yield Noise(found.start(), found.end(), "injected")


def _names_before_indents(text: str) -> list[str]:
    """Short strings that stand again and again before the indent of lines that begin items or statements.

    A column of a table also recurs at line starts, but what follows it is a cell.
    """
    followers: dict[str, list[int]] = {}
    for found in _BEFORE_INDENT.finditer(text):
        followers.setdefault(found[1], []).append(found.end())
    return [
        name
        for name, places in nlargest(_CANDIDATES, followers.items(), key=lambda item: len(item[1]))
        if len(places) >= _TIMES
        and sum(_begins_line(text, place) for place in places) * 2 > len(places)
        and not is_sure_name(name)
        and not read_marker(name, 0, len(name))
    ]


def _begins_line(text: str, place: int) -> bool:
    """Whether an item or a statement begins there."""
    return bool(read_marker(text, place, min(place + 20, len(text))) or LABEL.match(text, place))


def _trail(text: str) -> re.Match[str] | None:
    """The trail 首页 > 栏目 > 文章 in a line; most lines hold none of its signs."""
    return _CRUMBS.search(text) if _TRAIL_SIGN.search(text) else None


def _names_of_the_site(text: str, lines: Sequence[_Line]) -> Iterator[str]:
    """Names of a site that begin with the root of its trail 首页 > 栏目 > 文章 and recur, as far as they agree."""
    for line in lines[:20]:
        trail = _trail(line.text)
        if not trail:
            continue
        places = [found.end() for found in re.finditer(re.escape(trail[1]), text) if found.start() > line.end]
        if not places or is_sure_name(trail[1]):
            continue
        name = trail[1] + _common_end(text, places)
        is_site = len(places) >= _TIMES and bool(_SITE.search(name))
        if is_site or _signs_the_page(text, trail[1]) or _cuts_words(text, trail[1], line.end):
            yield name


def _names_within_words(text: str) -> Iterator[str]:
    """Names of sites (…网, …文库) that recur and stand inside words."""
    counted = Counter(name[-length:] for name in _site_names(text) for length in range(_SHORTEST_SITE, len(name) + 1))
    likely = [
        name
        for name, times in counted.most_common(_CANDIDATES)
        if times >= _TIMES
        and text.count(name[-3:]) == text.count(name)  # 工业互联网, 政务互联网: a word that others qualify
        and (_cuts_words(text, name, -1) or _stands_alone(text, name))
    ]
    return (name for name in likely if not any(name != other and other.endswith(name) for other in likely))


def _site_names(text: str) -> Iterator[str]:
    """All words that end as names of sites do, as long as such a name can be, apart."""
    after = 0
    for ending in _SITE_ENDING.finditer(text):
        own = _OWN_PART.search(text, max(after, ending.start() - _LONGEST_OWN_PART), ending.start())
        if own:
            after = ending.end()
            yield text[own.start() : after]


def _stands_alone(text: str, name: str) -> bool:
    """Whether the name fills a line somewhere, and elsewhere stands between a sentence and its bracket or its end."""
    escaped = re.escape(name)
    fills = re.search(rf"(?m)^[{_BLANK}]*{escaped}[{_BLANK}\r]*$", text)
    return bool(fills and re.search(rf"[。；！]{escaped}(?:[（(\r\n]|$)", text))


def _signs_the_page(text: str, name: str) -> bool:
    """Whether the page says that it comes from there."""
    return any(f"{label}{name}" in text for label in ("来源：", "来源:", "版权所有：", "版权所有:", "出处："))


def _cuts_words(text: str, name: str, after: int) -> bool:
    """Whether the name stands inside words: without it, the signs on its two sides make a pair known from elsewhere."""
    places = [found.span() for found in islice(re.finditer(re.escape(name), text), _LOOKED_AT)]
    pairs = [text[start - 1] + text[end] for start, end in places if after < start and end < len(text)]
    words = [pair for pair in pairs if _WORD.fullmatch(pair)]
    cut = sum(pair in text for pair in words)
    return cut > 1 and cut * 2 >= len(words)


def _common_end(text: str, places: Sequence[int]) -> str:
    """How the text goes on after all but a few of the places."""
    common = ""
    for length in range(1, 16):
        counted = Counter(text[place : place + length] for place in places)
        following, times = counted.most_common(1)[0]
        if times < max(_TIMES, len(places) * 0.6) or not following[-1:].strip(" \n\r\u3000，。、；："):
            break
        common = following
    return common


def _addresses(lines: Sequence[_Line]) -> Iterator[Noise]:
    """Lines of their own that give a site's address, its name before it, and no label (网址：…)."""
    for line in lines:
        has_sign = "www." in line.text or "http" in line.text
        if has_sign and len(line.text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(line.text):
            yield Noise(line.start, line.end, "injected")


def _page_marks(lines: Sequence[_Line]) -> Iterator[Noise]:
    """Page numbers between dashes on lines of their own, and the short lines that recur beside them."""
    pages = [at for at, line in enumerate(lines) if len(line.text) <= 16 and is_page_number(line.text)]
    pages += _bare_numbers(lines)
    beside = [at for page in pages for at in (page - 1, page + 1) if 0 <= at < len(lines)]
    counted = Counter(lines[at].text for at in beside if len(lines[at].text) <= 40)
    numbers = set(pages)
    for at in pages:
        yield Noise(lines[at].start, lines[at].end, "page")
    for at in beside:
        line = lines[at]
        if counted[line.text] >= _TIMES and not read_marker(line.text, 0, len(line.text)) and at not in numbers:
            yield Noise(line.start, line.end, "running head")


def _bare_numbers(lines: Sequence[_Line]) -> list[int]:
    """Numbers alone on their lines that count pages: 1, 2, 3 …, as far apart as pages are long, to the end of the text.

    Not where a column of numbers is named: those count the rows of a table.
    """
    if any(NUMBER_COLUMN.fullmatch(line.text) for line in lines):
        return []
    bare = [(at, int(line.text)) for at, line in enumerate(lines) if len(line.text) < 4 and line.text.isdecimal()]
    pages: list[int] = []
    for at, number in bare:
        if number == len(pages) + 1 and (not pages or at - pages[-1] >= _PAGE):
            pages.append(at)
    gaps = [after - before for before, after in pairwise(pages)]
    if len(pages) < _TIMES or max(gaps) > 2 * min(gaps) or len(lines) - pages[-1] > 2 * max(gaps):
        return []
    return pages if pages[0] <= 2 * max(gaps) else []


def _page_openings(lines: Sequence[_Line]) -> Iterator[Noise]:
    """The numbers that a site put before each page's text, each page a line that breaks off (1、…市商 2、务局…)."""
    pages: list[int] = []
    for at, line in enumerate(lines):
        number = _OPENING.match(line.text)
        if not number or int(number[1]) != len(pages) + 1 or (pages and not _breaks_off(lines[at - 1])):
            continue
        pages.append(at)
    if len(pages) < 2 or not _is_page(lines[pages[0]]):
        return
    for at in pages:
        opening = _OPENING.match(lines[at].text)
        end = opening.end() if opening else 0
        start = lines[at - 1].end if at > pages[0] else lines[at].start  # with the line break within the sentence
        yield Noise(start, lines[at].start + end, "page")


def _pages_of(text: str) -> Iterator[Noise]:
    """Pages counted within the text, 第1页共4页 to 第4页共4页: not a page that a sentence refers to."""
    found = list(_PAGE_OF.finditer(text))
    numbers = [int(page[1]) for page in found]
    if len({page[2] for page in found}) == 1 < len(found) and numbers == sorted(set(numbers)):
        yield from (Noise(page.start(), page.end(), "page") for page in found)


def _is_page(line: _Line) -> bool:
    return len(line.text) >= _SHORTEST_PAGE


def _breaks_off(line: _Line) -> bool:
    return _is_page(line) and line.text[-1] not in "。；;：:！!？?…”》）)】"


def _navigation(lines: Sequence[_Line]) -> Iterator[Noise]:
    """Trails and furniture of the page before the first heading."""
    for line in lines[:80]:
        if _HEADING.match(line.text):
            return
        if (len(line.text) <= 80 and _trail(line.text)) or _speaks_of_the_page(line.text):
            yield Noise(line.start, line.end, "navigation")


def _offers(lines: Sequence[_Line]) -> Iterator[Noise]:
    """Short lines that begin with what a page offers its visitor, wherever they stand (分享到：微信 微博)."""
    for line in lines:
        if len(line.text) <= _LONGEST_OFFER and _OFFER.match(line.text) and _speaks_of_the_page(line.text):
            yield Noise(line.start, line.end, "navigation")


def _footer(lines: Sequence[_Line], length: int) -> Iterator[Noise]:
    """All from the first piece of furniture, or from a second copy of the document's head, after the last item."""
    headings = [at for at, line in enumerate(lines) if _HEADING.match(line.text)] or [0]
    last = headings[-1]
    head = {line.text for line in lines[: min(headings[0], 30)] if len(line.text) >= 6 and not LABEL.search(line.text)}
    for at in range(max(last, len(lines) - 60), len(lines)):
        line = lines[at]
        if length - line.start > _FOOTER_LIMIT or at == last:
            continue
        is_furniture = _is_furniture(lines, at) and not (_counts_on(lines, at) or _stands_above(lines, at))
        if is_furniture or (line.text in head and not _goes_on(lines, at)):
            yield Noise(line.start, lines[-1].end, "footer")
            return


def _is_furniture(lines: Sequence[_Line], at: int) -> bool:
    text = lines[at].text
    if _SITE_OWNER.match(text):  # 主办单位 at the foot of a site, not of a plan
        return any(_FURNITURE.search(line.text) for line in lines[at + 1 : at + 5])
    return _speaks_of_the_page(text)


def _speaks_of_the_page(text: str) -> bool:
    """Whether a line is furniture, not an item or a sentence that only holds such a word (在微信公众号公布)."""
    if len(text) > 80 or not _FURNITURE.search(text):
        return False
    marker = read_marker(text, 0, len(text))
    is_item = marker is not None and marker.family is not Family.HEADED  # 【打印】【关闭】 is none
    return not (is_item or text.endswith(("。", "；"))) or bool(_OF_THE_PAGE.search(text))


def _goes_on(lines: Sequence[_Line], at: int) -> bool:
    """Whether items follow: then the line is the title of a further part."""
    return any(read_marker(line.text, 0, len(line.text)) for line in lines[at + 1 :])


def _stands_above(lines: Sequence[_Line], at: int) -> bool:
    """Whether the first item of all follows: what a page offers above a text without 一、 is no footer."""
    return _goes_on(lines, at) and not any(_markers(lines[max(0, at - _COUNTED_BACK) : at]))


def _counts_on(lines: Sequence[_Line], at: int) -> bool:
    """Whether an item follows whose number counts on from before the line: 分享到：… between （二） and （三）."""
    last = {marker.family: marker.ordinal for marker in _markers(lines[max(0, at - _COUNTED_BACK) : at])}
    following: dict[Family, int] = {}
    for marker in _markers(lines[at + 1 :]):
        following.setdefault(marker.family, marker.ordinal)
    return any(ordinal > 1 and last.get(family) == ordinal - 1 for family, ordinal in following.items())


def _markers(lines: Sequence[_Line]) -> Iterator[Marker]:
    """The numbers that the lines begin with."""
    return (marker for line in lines if (marker := read_marker(line.text, 0, len(line.text))))


def spans_of(noise: Sequence[Noise]) -> list[Span]:
    """The bare spans."""
    return [(each.start, each.end) for each in noise]
