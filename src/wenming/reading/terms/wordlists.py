"""Lists of words for patterns, written as running text."""


def alternatives(words: str) -> str:
    """The words of a list as the alternatives of a pattern, the longest first so that none hides behind its beginning.

    >>> alternatives("村 行政村")
    '行政村|村'
    """
    return "|".join(sorted(words.split(), key=len, reverse=True))
