"""What the reader says to people, in Chinese and English: each doubt and refusal by its code."""

from collections.abc import Mapping

# code: (Chinese, English); the gaps are the keys of ``about``
SENTENCES: dict[str, tuple[str, str]] = {}


def say(code: str, about: Mapping[str, str], language: str = "zh") -> str:
    """The sentence of ``code`` with its gaps filled, in Chinese unless ``language`` starts with ``en``."""
    chinese, english = SENTENCES[code]
    return (english if language.startswith("en") else chinese).format(**about)
