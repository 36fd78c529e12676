"""Shortening a message to what a channel takes: whole lines only, and a last one that says how many are left out."""

from collections.abc import Callable, Sequence


def fit(
    head: Sequence[str], lines: Sequence[str], *, most: int, more: Callable[[int], str], tail: Sequence[str] = ()
) -> str:
    """The text of ``head``, as many ``lines`` as fit, and ``tail``, within ``most`` bytes of UTF-8.

    ``more`` says how many lines are left out. A head that is too long by itself is cut within a character's bounds.

    >>> fit(["三项："], ["民主评议", "开展巡查", "组织培训"], most=36, more=lambda n: f"还有{n}项")
    '三项：\\n民主评议\\n还有2项'
    """
    whole = _joined(head, lines, tail)
    if _size(whole) <= most:
        return whole
    for kept in range(len(lines) - 1, -1, -1):
        shortened = _joined(head, [*lines[:kept], more(len(lines) - kept)], tail)
        if _size(shortened) <= most:
            return shortened
    return whole.encode()[:most].decode(errors="ignore")


def _joined(*parts: Sequence[str]) -> str:
    return "\n".join(line for part in parts for line in part)


def _size(text: str) -> int:
    return len(text.encode())
