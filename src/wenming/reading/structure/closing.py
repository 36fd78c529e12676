"""What stands in a document beside its items: signature and date, annexes, copies, notes."""

import re

from wenming.reading.duties.names import is_sure_name
from wenming.reading.structure.markers import Family

_YEAR = r"[0-9０-９〇○零一二三四五六七八九XＸ×]{4}\s?年"
_NUMERAL = r"[0-9０-９一二三四五六七八九十XＸ×]{1,3}"
_DATE = rf"{_YEAR}\s?{_NUMERAL}\s?月\s?{_NUMERAL}\s?日"
_DATE_LINE = re.compile(rf"\s*{_DATE}")
_MATTER = re.compile(
    rf"{_DATE}(?:印发)?$|[^。，,；;：:、\n]{{2,30}}[ \u3000\t]+{_DATE}\s?印发$"
    r"|附\s?件[0-9一二三四五六七八九十]{0,2}\s?(?:[:：]|$)|附[:：]|抄\s?送|主\s?送|报\s?送[:：]|主题词"
    r"|(?:政策)?(?:问答|解读)[:：]?$|问[:：].+[?？]$"
    r"|特此(?:通知|公告|函告)|[（(]?此件|[【\[]?(?:打印|关闭)(?:正文|本页|此页|此文|窗口)|[（(]?联系人[:：]|共印",
    re.MULTILINE,
)
_NOTE = re.compile(r"(?:备\s?)?注\s?[:：]|(?:填表|有关)?说\s?明\s?[:：]|填报说明")
NUMBERS_OF_NOTES = (Family.DIGIT, Family.DIGIT_BRACKET, Family.DIGIT_HALF_BRACKET, Family.CIRCLED)


def is_closing(text: str, start: int, end: int) -> bool:
    """Whether the line belongs to no item: a date, an annex, a list of copies, a unit's name above the date."""
    if _MATTER.match(text, start, end):
        return True
    return end - start <= 40 and bool(_DATE_LINE.match(text, end + 1)) and is_sure_name(text[start:end].strip())


def is_note(text: str, start: int, end: int) -> bool:
    """Whether the line opens notes (注：1.…), whose numbers are no items."""
    return bool(_NOTE.match(text, start, end))
