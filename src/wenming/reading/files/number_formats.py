"""Word's number formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat) that Chinese documents use.

Each takes a count from 0 up and gives its text; a format that ends early goes on in decimals, as Word does.
"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

Format = Callable[[int], str]


def _spelled(digits: str, units: str) -> Format:
    """Thousand, hundred, ten spelled out: 三百零五. A leading 一十 is 十 in everyday digits, 壹拾 in legal ones."""

    def spell(count: int) -> str:
        if count == 0 or count > 9999:
            return str(count)
        text = ""
        for power, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
            digit = count // power % 10
            if digit:
                text += digits[digit] + unit
            elif text and not text.endswith(digits[0]):
                text += digits[0]
        text = text.rstrip(digits[0])
        return text[1:] if text.startswith("一十") else text

    return spell


def _by_digit(digits: str) -> Format:
    return lambda count: "".join(digits[int(digit)] for digit in str(count))


def _counting(count: int) -> str:
    """一 to 九十九 spelled out, from 100 digit by digit: 一〇〇."""
    return _spelled("零一二三四五六七八九", "千百十")(count) if count < 100 else _by_digit("○一二三四五六七八九")(count)


def _from_row(row: str) -> Format:
    return lambda count: row[count - 1] if 1 <= count <= len(row) else str(count)


def _from_block(first: str, last: int) -> Format:
    return lambda count: chr(ord(first) + count - 1) if 1 <= count <= last else str(count)


def _circled(count: int) -> str:
    if 21 <= count <= 35:
        return chr(ord("㉑") + count - 21)
    if 36 <= count <= 50:
        return chr(ord("㊱") + count - 36)
    return _from_block("①", 20)(count)


def _sexagenary(count: int) -> str:
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12] if 1 <= count <= 60 else str(count)


def _letters(count: int) -> str:
    """a to z, then aa, bb to zz, then aaa."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 1 <= count <= 780 else str(count)


def _roman(count: int) -> str:
    if not 1 <= count <= 3999:
        return str(count)
    text, left = "", count
    for value, sign in _ROMAN:
        text += sign * (left // value)
        left %= value
    return text


def _upper(form: Format) -> Format:
    return lambda count: form(count).upper()


_thousand = _spelled("零一二三四五六七八九", "千百十")
_circle_of_ten = _from_row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
_full_width = _by_digit("０１２３４５６７８９")

FORMATS: dict[str, Format] = {
    "decimal": str,
    "decimalZero": lambda count: f"{count:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from_block("⒈", 20),
    "decimalEnclosedParen": _from_block("⑴", 20),
    "numberInDash": lambda count: f"- {count} -",
    "upperLetter": _upper(_letters),
    "lowerLetter": _letters,
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "chineseLegalSimplified": _spelled(_LEGAL_SIMPLIFIED, "仟佰拾"),
    "ideographLegalTraditional": _spelled(_LEGAL_TRADITIONAL, "仟佰拾"),
    "ideographDigital": _by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _by_digit(_DIGITS),
    "taiwaneseDigital": _by_digit("○一二三四五六七八九"),
    "ideographTraditional": _from_row(_STEMS),
    "ideographZodiac": _from_row(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _circle_of_ten,
    "none": lambda _count: "",
    "bullet": lambda _count: "",
}


def formatted(count: int, number_format: str) -> str:
    """``count`` in Word's ``number_format``; in decimals where the format is one of another script."""
    return FORMATS.get(number_format, str)(count)
