"""Plain text in any encoding that Chinese offices use, decoded as it stands."""

import codecs
from collections import Counter

from wenming.reading.model import UnreadableDocument

# With a byte order mark there is nothing to guess. utf-16 takes the mark away itself.
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_CANDIDATES = ("gb18030", "big5hkscs", "utf-8", "utf-16-le", "utf-16-be")
_SAMPLE = 200_000  # bytes on which encodings are compared
_WRITTEN = 0.6  # share of everyday characters in Chinese text; papers full of rare names have 0.9


def decode(data: bytes) -> str:
    """``data`` as text, line ends kept. The mark of UTF-8 stays as U+FEFF, since places in the file count it.

    A few bytes that are damaged become U+FFFD. Raises ``UnreadableDocument`` where no encoding gives a text.
    """
    text = _decode(data)
    if "\0" in text or not _looks_written(text):
        raise UnreadableDocument("file_binary")
    if not text.strip("\ufeff").strip():
        raise UnreadableDocument("file_empty")
    return text


def _decode(data: bytes) -> str:
    encoding = encoding_of(data).removesuffix("-sig")
    text = data.decode(encoding, errors="replace")
    if encoding != "utf-8" and _is_guesswork(text[:_SAMPLE]):
        raise UnreadableDocument("file_binary")
    return text


def _is_guesswork(text: str) -> bool:
    """Whether even the likeliest encoding gives mostly characters that nobody writes."""
    beyond = _beyond_ascii(text)
    return beyond.total() * 10 > len(text) and _familiarity(beyond) < _WRITTEN


def encoding_of(data: bytes) -> str:
    """The name of the encoding of ``data``, from its mark or by the characters that it would give."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _likeliest(data)
    return _likeliest(data) if "\0" in text else "utf-8"


def _likeliest(data: bytes) -> str:
    """The encoding in which a sample of ``data`` holds the most everyday characters; the first of equals."""
    sample = data[:_SAMPLE]  # of even length, which keeps utf-16 whole
    return max(_CANDIDATES, key=lambda encoding: _familiarity(_beyond_ascii(sample.decode(encoding, errors="replace"))))


def _beyond_ascii(text: str) -> Counter[str]:
    return Counter({char: n for char, n in Counter(text).items() if char > "\x7f"})


def _familiarity(beyond: Counter[str]) -> float:
    """Share of the characters beyond ASCII that are everyday Chinese: 0 to 1; 0 where there are none."""
    total = beyond.total()
    return sum(n for char, n in beyond.items() if _is_everyday(char)) / total if total else 0.0


def _is_everyday(char: str) -> bool:
    """Whether ``char`` is punctuation of Chinese text or among the commoner half of GB 2312 or of Big5."""
    return _is_punctuation(char) or _in_rows(char, "gb2312", 0xB0, 0xD7) or _in_rows(char, "big5", 0xA4, 0xC6)


def _is_punctuation(char: str) -> bool:
    return "\u2010" <= char <= "\u2027" or "\u3000" <= char <= "\u3017" or "\uff01" <= char <= "\uff5e" or char in "·×"


def _in_rows(char: str, encoding: str, first: int, last: int) -> bool:
    try:
        code = char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and first <= code[0] <= last


def _looks_written(text: str) -> bool:
    """Whether hardly a character is a control or replacement sign, as in every text and in no program or picture."""
    counts = Counter(text)
    controls = sum(n for char, n in counts.items() if char < " " and char not in "\t\n\r\x0c")
    unreadable = counts["\ufffd"]
    return (controls + unreadable) * 100 <= len(text)
