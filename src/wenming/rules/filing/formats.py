"""Which files fit the format that a framework wants (规范文件, 说明报告, 实景图片, 统计表格 …)."""

from collections.abc import Iterable
from enum import StrEnum


class FileKind(StrEnum):
    """What a piece is; the names of kinds of evidence, and a text that was written here."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    PDF = "pdf"
    WORD = "word"
    EXCEL = "excel"
    LINK = "link"
    PUBLICATION = "publication"


_PICTURES = frozenset({FileKind.PHOTO})
_PAPERS = frozenset({FileKind.PDF, FileKind.PHOTO})  # what shows a red head and a seal
_REPORTS = frozenset({FileKind.TEXT, FileKind.WORD})
_SHEETS = frozenset({FileKind.EXCEL, FileKind.WORD, FileKind.PDF})
_LINKS = frozenset({FileKind.LINK})
# A stretch of the format's words → what fits; the first that stands in them holds.
_FITTING = (
    ("规范文件", _PAPERS),
    ("红头", _PAPERS),
    ("报告", _REPORTS),
    ("说明", _REPORTS),
    ("总结", _REPORTS),
    ("视频", frozenset({FileKind.VIDEO})),
    ("录像", frozenset({FileKind.VIDEO})),
    ("图片", _PICTURES),
    ("照片", _PICTURES),
    ("影像", _PICTURES | {FileKind.VIDEO}),
    ("截图", _PICTURES | _LINKS),
    ("网页", _LINKS | _PICTURES),
    ("链接", _LINKS),
    ("网址", _LINKS),
    ("表", _SHEETS),
    ("文件", _PAPERS),
)


def fitting(format_words: str) -> frozenset[FileKind] | None:
    """What fits the format; None where its words are not known, and anything does."""
    return next((kinds for word, kinds in _FITTING if word in format_words), None)


def count_fitting(files: Iterable[FileKind], format_words: str) -> int:
    """How many of the files fit."""
    wanted = fitting(format_words)
    return sum(1 for one in files if wanted is None or one in wanted)


def is_report(format_words: str) -> bool:
    """Whether a text written here will do."""
    wanted = fitting(format_words)
    return wanted is None or FileKind.TEXT in wanted


def is_paper(format_words: str) -> bool:
    """Whether its red head and its seal are to be seen."""
    return fitting(format_words) is _PAPERS
