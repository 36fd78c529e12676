"""``wenming backup``: everything in one file, while others go on working."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import Error
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from wenming.backup import archive, keeping, making
from wenming.backup.making import CannotBackUp, Made


class Command(BaseCommand):
    """Exit status 0 where all is in it, 1 where there is none, or documents are missing or the log was not told."""

    help = "Everything in one file: the database, the documents, their checksums. Others may go on working."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("file", nargs="?", type=Path, help="the file to write: /backup/wenming.tar.gz")
        words = "a folder to write to, under a name with the time: wenming-2026-11-22-0300.tar.gz"
        where.add_argument("--to", type=Path, metavar="DIR", help=words)
        parser.add_argument("--keep", type=int, metavar="N", help="with --to: remove all such files but the newest N")
        words = "put the secret key into it too; whoever has the file can then read second factors and forge sign-ins"
        parser.add_argument("--with-secret", action="store_true", help=words)
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *, lang: str, **options: Any) -> None:  # noqa: ANN401  # what Django hands on
        """Do it, tell it, tidy up."""
        with translation.override("en" if lang == "en" else settings.LANGUAGE_CODE):
            made = _make(**options)
            self.stdout.write(_words(made))
            is_told = self._tell(made)
            if options["to"] and options["keep"]:
                keeping.keep_newest(options["to"], options["keep"])
        if made.manifest.missing or not is_told:
            sys.exit(1)

    def _tell(self, made: Made) -> bool:
        """Tell the log; the backup is good also where that fails."""
        for name in made.manifest.missing:
            self.stderr.write(_("缺少文件：%(name)s（数据库里有记录，文件已不在或已损坏）") % {"name": name})
        try:
            making.tell(made, at=timezone.now())
        except Error as error:
            self.stderr.write(_("备份已写好，但没能记入日志：%(why)s") % {"why": error})
            return False
        return True


def _make(*, file: Path | None, to: Path | None, keep: int | None, with_secret: bool, **_more: object) -> Made:
    """Raises CommandError."""
    at = timezone.now()
    if keep is not None and (to is None or keep < 1):
        raise CommandError(_("--keep 要和 --to 一起用，至少是 1。"))
    path = (to / keeping.name_for(at) if to else file or Path()).absolute()
    if not path.parent.is_dir():
        raise CommandError(_("没有 %(folder)s 这个文件夹，请先建好。") % {"folder": path.parent})
    if to:
        archive.remove_leftovers(to)
    try:
        return making.make(path, with_secret=with_secret, at=at)
    except CannotBackUp as error:
        raise CommandError(str(error)) from error


def _words(made: Made) -> str:
    manifest, size = made.manifest, made.path.stat().st_size
    said = {"path": made.path, "rows": manifest.rows, "files": len(manifest.files), "size": -(-size // 1000)}
    lines = [_("已备份到 %(path)s：%(rows)s 行数据，%(files)s 个文件，共 %(size)s KB。") % said]
    if manifest.head.number:
        said = {"number": manifest.head.number, "digest": manifest.head.digest}
        lines.append(_("日志到第 %(number)s 条：%(digest)s") % said)
    if manifest.has_secret:
        lines.append(_("密钥也在里面：请像保管密码一样保管这份备份。"))
    else:
        lines.append(_("密钥不在里面：请另外保管数据文件夹里的 secret-key，没有它，恢复后大家要重新设置动态验证码。"))
    return "\n".join(lines)
