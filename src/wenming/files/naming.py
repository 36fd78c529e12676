"""Names: under which content is kept, and what a file from outside may be called on a screen."""

import re
from pathlib import PurePosixPath

from wenming.rules.seen import one_line

LONGEST_NAME = 200  # characters of a file name
_LONGEST_SUFFIX = 20
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # what Windows allows in no file's name
_SHA256 = re.compile(r"[0-9a-f]{64}")


def content_name(folder: str, sha256: str) -> str:
    """The name under which bytes with this hash are kept; nothing from outside is in it."""
    return f"{folder}/{sha256[:2]}/{sha256}"


def sha256_in(name: str) -> str:
    """The hash that a stored name bears, with or without a suffix; empty where it bears none."""
    stem = PurePosixPath(name).name.partition(".")[0]
    return stem if _SHA256.fullmatch(stem) else ""


def shown_name(name: str) -> str:
    """A file name of a stranger, fit for a screen and for a download: no folders, nothing invisible, not too long.

    Where nothing is left of it, it is called 文件.
    """
    own = re.split(r"[/\\]", name)[-1]
    short = _cut(one_line(own))
    return short if short.strip(". ") else "文件"


def download_name(title: str, suffix: str) -> str:
    """A title of ours or of a document as the name of a file that is handed out."""
    return f"{_NO_NAME.sub(' ', title)[: LONGEST_NAME - len(suffix)]}{suffix}"


def _cut(name: str) -> str:
    """The end of a name tells what it is, so a long one loses its middle."""
    if len(name) <= LONGEST_NAME:
        return name
    suffix = PurePosixPath(name).suffix[:_LONGEST_SUFFIX]
    return name[: LONGEST_NAME - len(suffix)] + suffix
