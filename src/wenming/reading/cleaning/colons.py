"""Labels of responsibility that stand without a colon of their own: one in its place, no character moves."""

import re

from wenming.reading.cleaning.view import Span
from wenming.reading.duties.labels import LABEL_NAME
from wenming.reading.structure.cells import may_name_units
from wenming.reading.structure.tables import is_column_name

_ODD_COLON = re.compile("[∶﹕︰]")
_BOXED = re.compile(rf"[【\[［](?P<name>{LABEL_NAME})[】\]］](?![ \u3000]*[:：])")
# At a line's start before blanks or a line break (责任单位　县教育局), or within a line before 为.
_BREAK = r"[:：]?[ \u3000]*(?:\r?\n[ \u3000]*){1,2}"
_APART = re.compile(
    rf"(?m)(?:^[ \u3000\t]*{LABEL_NAME}(?P<blank>[ \u3000\t]+|{_BREAK})|(?<=[。；，,;]){LABEL_NAME}(?P<is>为))"
    r"(?P<units>[^\s。；;:：][^。；;:：\r\n]{1,200})"
)


def with_colons(text: str) -> str:
    """The text with a colon behind each label that a bracket, a blank, a line break or 为 sets apart from its units.

    >>> with_colons("【牵头单位】县教育局"), with_colons("责任单位　县教育局")
    ('\u3000牵头单位：县教育局', '责任单位：县教育局')
    """
    text = _ODD_COLON.sub("：", text)
    text = _BOXED.sub(lambda found: f"\u3000{found['name']}：", text)
    places = [span for found in _APART.finditer(text) if (span := _place(text, found))]
    if not places:
        return text
    signs = list(text)
    for start, end in places:
        signs[start:end] = "：" + "\u3000" * (end - start - 1)
    return "".join(signs)


def _place(text: str, found: re.Match[str]) -> Span | None:
    """Where the colon stands for what sets the label apart; None where no units follow, or the label heads a column."""
    if not may_name_units(text, *found.span("units")) or is_column_name(found["units"].split()[0]):
        return None
    if found["is"]:
        return found.span("is")
    above = text[text.rfind("\n", 0, max(0, found.start() - 1)) + 1 : max(0, found.start() - 1)]
    return None if is_column_name(above.strip()) else found.span("blank")
