"""Labels of responsibility that stand without a colon of their own: one in its place, no character moves."""

import re
from collections.abc import Iterator

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import LABEL_NAME
from wenming.reading.structure.cells import may_name_units
from wenming.reading.structure.tables import is_column_name, units_alone

_ODD_COLON = re.compile("[∶﹕︰]")
_BOXED = re.compile(rf"[【\[［](?P<name>{LABEL_NAME})[】\]］](?![ \u3000]*[:：])")
# At a line's start before blanks or a line break (责任单位　县教育局); within a line before 为, blanks or a dash.
_BREAK = r"[:：]?[ \u3000]*(?:\r?\n[ \u3000]*){1,2}"
_UNITS = r"(?P<units>(?![（(]?[0-9０-９]{1,2}[）)]|[①-⑳])[^\s。；;:：][^。；;:：\r\n]{1,200})"
_NUMBER = r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[）)]?[、.．]?[ \u3000]*)?"  # 二、主办单位
_APART = re.compile(rf"(?m)^[ \u3000\t]*{_NUMBER}{LABEL_NAME}(?P<apart>[ \u3000\t]+|{_BREAK}){_UNITS}")
_IS = re.compile(r"(?P<apart>[为是])(?<=[位门室][为是])(?P<units>[^\s。；;:：，,][^。；;:：，,）)〕】\r\n]{1,200})")
_SIGN = r"[^。；;:：()（）〕】\]］|｜\r\n]"
_WITHIN = re.compile(
    r"(?:单位|部门|科室)(?P<apart>[ \u3000\t]+|[ \u3000]*(?:—{1,2}|－{1,2}|-{1,2})[ \u3000]*)"
    rf"(?=(?P<units>(?![\s，,—－-])(?:{_SIGN}|（{_SIGN}{{0,40}}）|\({_SIGN}{{0,40}}\)){{1,200}}))"
)
_NEXT_LABEL = re.compile(rf"[\s，,、]+(?:{LABEL_NAME}(?=[\s—－-])|[^\s，,、：:]{{2,6}}[：:])")  # 完成时限：
_NAME_BEFORE = re.compile(rf"[。；，,;（(〔【\[]{LABEL_NAME}$")
_NAME_APART = re.compile(rf"(?:^|[。；，,;（(〔【\[［|｜\s—-]){LABEL_NAME}$")
_NEXT_LINE = re.compile(
    r"[ \u3000]*(?:\r?\n[ \u3000]*){1,2}(?P<line>[^\s。；;:：][^。；;:：\r\n]{1,80})(?=[。；;]?[ \u3000]*(?:\r?\n|$))"
)
_MOST_BELOW = 40  # lines of units below a label
_LONGEST_NAME = 14


def with_colons(text: str) -> str:
    """The text with a colon behind each label that a bracket, a blank, a line break or 为 sets apart from its units.

    >>> with_colons("【牵头单位】县教育局"), with_colons("责任单位　县教育局")
    ('\u3000牵头单位：县教育局', '责任单位：县教育局')
    """
    text = _ODD_COLON.sub("：", text)
    text = _BOXED.sub(lambda found: f"\u3000{found['name']}：", text)
    apart = [found for found in _APART.finditer(text) if _answers(text, found) and not _is_in_header(text, found)]
    equal = [found for found in _IS.finditer(text) if _is_named(text, found) and _answers(text, found)]
    within = [found for found in _WITHIN.finditer(text) if _is_apart(text, found) and _answers(text, found)]
    if not apart and not equal and not within:
        return text
    signs = list(text)
    for found in [*apart, *equal, *within]:
        start, end = found.span("apart")
        signs[start:end] = "：" + "\u3000" * (end - start - 1)
    for found in apart:
        for start, end in _breaks_in_list(text, found):
            signs[start:end] = "、" + "\u3000" * (end - start - 1)
    return "".join(signs)


def _breaks_in_list(text: str, found: re.Match[str]) -> Iterator[Span]:
    """The line breaks in a list of units below a label that go one a line."""
    if "\n" not in found["apart"]:
        return
    at = found.end()
    for _ in range(_MOST_BELOW):
        line = _NEXT_LINE.match(text, at)
        if not line or not units_alone(text, *line.span("line")):
            return
        yield at, line.start("line")
        at = line.end()


def _answers(text: str, found: re.Match[str]) -> bool:
    """Whether units follow the label, up to the next one (牵头单位 甲　责任单位 乙)."""
    start, end = found.span("units")
    following = _NEXT_LABEL.search(text, start, end + 1)
    end = following.start() if following else end
    return may_name_units(text, start, end) and not is_column_name(found["units"].split()[0])


def _is_named(text: str, found: re.Match[str]) -> bool:
    """Whether a label stands before 为, at the start of a clause."""
    return bool(_NAME_BEFORE.search(text, max(0, found.start() - _LONGEST_NAME), found.start()))


def _is_apart(text: str, found: re.Match[str]) -> bool:
    """Whether a label stands before the blanks or the dash, itself set apart (…；责任单位 县教育局)."""
    start = found.start("apart")
    return bool(_NAME_APART.search(text, max(0, start - _LONGEST_NAME), start))


def _is_in_header(text: str, found: re.Match[str]) -> bool:
    """Whether the line above names a column too: then the label is the last name of a table's header."""
    above = text[text.rfind("\n", 0, max(0, found.start() - 1)) + 1 : max(0, found.start() - 1)]
    return is_column_name(above.strip())
