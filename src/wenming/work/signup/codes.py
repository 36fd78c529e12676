"""The short code of a sign-up: typed where a phone cannot read the square. Pure."""

import re

from wenming.work.models.sign_ups import CODE_LENGTH

LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ"  # none that looks like another: no 0, O, 1, I, L, S


def code_of(number: int) -> str:
    """The code of a number drawn by chance.

    >>> code_of(0), code_of(31)
    ('222222', '222233')
    """
    code = ""
    for _place in range(CODE_LENGTH):
        number, digit = divmod(number, len(LETTERS))
        code = LETTERS[digit] + code
    return code


def typed(text: str) -> str:
    """The code that somebody typed, as it is kept; empty where it can be none.

    >>> typed(" 7kq-m3p ")
    '7KQM3P'
    """
    code = re.sub(r"[\s\-－—]", "", text).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(LETTERS) else ""
