"""Titles of plans and measures, as people type them."""


class NoTitle(ValueError):
    """A plan, and a measure, has to have a title."""


def title_of(text: str, *, longest: int) -> str:
    """What was typed in one line of at most ``longest`` characters; raises NoTitle where nothing is left.

    >>> title_of(" 开展 \\n志愿服务 ", longest=4)
    '开展 志'
    """
    title = " ".join(text.replace("\0", " ").split())[:longest]  # PostgreSQL stores no NUL
    if not title:
        raise NoTitle
    return title
