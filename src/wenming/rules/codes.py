"""Whether a code of an area or of an organisation can be right: its form, its level, its check character.

Areas: GB/T 2260 (six digits: province, city, county) and GB/T 10114 (three more for a town, three more for a community
or village). Organisations: GB 32100-2015, 统一社会信用代码.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The level of an area, the highest first."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"
    COMMUNITY = "community"


class Wrong(StrEnum):
    """What is wrong with a code."""

    DIGITS = "digits"  # something other than digits in an area's code
    LENGTH = "length"  # too short or too long; ``expected`` says how long
    LEVEL = "level"  # a code of another level than the area's
    PROVINCE = "province"  # no province begins so
    ABOVE = "above"  # it does not begin as the code of the area above; ``expected`` says how
    CHARACTER = "character"  # a character that no such code has, at ``place``; ``expected`` is what it may be meant for
    CHECK = "check"  # the last character does not fit the others; ``expected`` says which would


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a code cannot be right; ``place`` counts from 1."""

    wrong: Wrong
    expected: str = ""
    place: int = 0
    found: str = ""


_LENGTHS = {Level.PROVINCE: 6, Level.CITY: 6, Level.COUNTY: 6, Level.TOWN: 9, Level.COMMUNITY: 12}
_OWN = {Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6, Level.TOWN: 9, Level.COMMUNITY: 12}  # digits that count
_WHOLE = 12  # digits of the form in which statistics write every level, filled up with zeros
# GB/T 2260: the first two digits of 31 provinces, of 台湾 (71), 香港 (81) and 澳门 (82).
_PROVINCES = frozenset(
    {*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82}
)
_TOWN_LAST = 599  # GB/T 10114: 001-599 for towns and for communities alike; 000 means all of them


def area_code(code: str, level: Level) -> str:
    """The code as it is kept: without blanks, and without the zeros that statistics add.

    >>> area_code("420222000000", Level.COUNTY)
    '420222'
    """
    plain = "".join(code.split())
    length = _LENGTHS[level]
    if len(plain) == _WHOLE and set(plain[length:]) <= {"0"}:
        return plain[:length]
    return plain


def area_code_fault(code: str, level: Level, above: str = "", above_level: Level | None = None) -> Fault | None:
    """Why ``code`` cannot be that of an area of ``level`` below an area with the code ``above``; None where it can."""
    if not (code.isascii() and code.isdigit()):
        return Fault(Wrong.DIGITS)
    if len(code) != _LENGTHS[level]:
        return Fault(Wrong.LENGTH, expected=str(_LENGTHS[level]))
    if int(code[:2]) not in _PROVINCES:
        return Fault(Wrong.PROVINCE, found=code[:2])
    if not _fits_level(code, level):
        return Fault(Wrong.LEVEL)
    begins = above[: _OWN[above_level]] if above_level else ""
    if not code.startswith(begins):
        return Fault(Wrong.ABOVE, expected=begins)
    return None


def _fits_level(code: str, level: Level) -> bool:
    city, county = code[2:4], code[4:6]
    match level:
        case Level.PROVINCE:
            return city == county == "00"
        case Level.CITY:
            return city != "00" and county == "00"
        case Level.COUNTY:
            return city != "00" and county != "00"
        case Level.TOWN:
            return 1 <= int(code[6:9]) <= _TOWN_LAST
        case Level.COMMUNITY:
            return 1 <= int(code[6:9]) <= _TOWN_LAST and 1 <= int(code[9:12]) <= _TOWN_LAST


_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V, Z
_LOOKS_LIKE = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
_CREDIT_LENGTH = 18


def credit_code(code: str) -> str:
    """The code as it is kept: without blanks, in capitals."""
    return "".join(code.split()).upper()


def credit_code_fault(code: str) -> Fault | None:
    """Why ``code`` cannot be a 统一社会信用代码; None where it can.

    The value of a character is its place in the standard's list; the values of the first seventeen are weighted with
    the powers of 3, and the eighteenth fills their sum up to a multiple of 31 (GB 32100-2015, appendix A).

    >>> credit_code_fault("91350100M000100Y43") is None
    True
    """
    for place, character in enumerate(code, start=1):
        if character not in _CHARACTERS:
            return Fault(Wrong.CHARACTER, _LOOKS_LIKE.get(character, ""), place, character)
    if len(code) != _CREDIT_LENGTH:
        return Fault(Wrong.LENGTH, expected=str(_CREDIT_LENGTH))
    total = sum(_CHARACTERS.index(one) * pow(3, place, 31) for place, one in enumerate(code[:-1]))
    expected = _CHARACTERS[-total % 31]
    return None if code[-1] == expected else Fault(Wrong.CHECK, expected, _CREDIT_LENGTH, code[-1])


def organisation(code: str) -> str:
    """The part that names the organisation itself (组织机构代码); it stays when the register or the place changes."""
    return code[8:17]
