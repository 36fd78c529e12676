"""How long a text is (字数), as word processors count it: the browser counts the same way (assets/src/filing)."""

import re

# Chinese characters and punctuation, kana, full-width forms: each counts one. Of all else each run without blanks does.
# Written out as numbers, because the browser has to hold the very same ranges.
BLANK = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
WIDE = (
    r"\xb7\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u249b\u2e80-\u2fff\u3001-\u312f\u31a0-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_COUNTED = re.compile(rf"[{WIDE}]|[^{BLANK}{WIDE}]+")


def length(text: str) -> int:
    """How many characters (字) it has.

    >>> length("亮灯率98.5%，比2025年高。")
    10
    """
    return sum(1 for _found in _COUNTED.finditer(text))
