"""Lines that are the number of a page and nothing else."""

import re

_NUMBER = "[0-9０-９]{1,4}"
_AROUND = r"[-—–－―~·\s]{0,4}"
_FORMS = re.compile(
    rf"{_AROUND}第?\s?{_NUMBER}\s?页?\s?{_AROUND}|第\s?{_NUMBER}\s?页[,，/\s]{{0,3}}共\s?{_NUMBER}\s?页|{_NUMBER}\s?/\s?{_NUMBER}"
)
_SIGN = re.compile(r"[-—–－―~页/]|·.+·")  # a number alone may be anything


def is_page_number(text: str) -> bool:
    """Whether the line is a page's number as documents write it, with a sign that says so.

    >>> [is_page_number(line) for line in ("— 3 —", "第3页 共12页", "3/12", "3", "3月")]
    [True, True, True, False, False]
    """
    return bool(_SIGN.search(text) and _FORMS.fullmatch(text))
