"""The backups of a folder: what they are called, which is the newest, which are old enough to go."""

import re
from datetime import datetime
from pathlib import Path

from django.utils import timezone

NAME = re.compile(r"wenming-\d{4}-\d{2}-\d{2}-\d{4}\.tar\.gz")


def name_for(at: datetime) -> str:
    """The name of a backup that is made at that time, by the county's clock."""
    return f"wenming-{timezone.localtime(at):%Y-%m-%d-%H%M}.tar.gz"


def kept(folder: Path) -> list[Path]:
    """The backups that are there, the newest first; other files are nobody's business."""
    return sorted((path for path in folder.iterdir() if NAME.fullmatch(path.name)), reverse=True)


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Remove all but the newest ``count`` (at least 1) and return what was removed."""
    old = kept(folder)[max(count, 1) :]
    for path in old:
        path.unlink()
    return old
