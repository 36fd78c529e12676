"""``wenming restore``: a backup put back into an empty place, or only looked at."""

import signal
import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from wenming.audit.finding_words import finding_words
from wenming.backup.checking import CannotRestore, check
from wenming.backup.manifest import Manifest
from wenming.backup.restoring import Restored, restore


class Command(BaseCommand):
    """Exit status 0 where everything is there again, 1 where nothing was done, or the log that came back is broken."""

    help = "Put a backup back into an empty database and an empty folder"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file."""
        parser.add_argument("file", type=Path, help="what wenming backup has written")
        parser.add_argument("--check", action="store_true", help="only look whether the file is whole; write nothing")
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *, file: Path, check: bool, lang: str, **_options: Any) -> None:  # noqa: ANN401
        """Do it, or say in a sentence why not."""
        signal.signal(signal.SIGTERM, _leave)
        with translation.override("en" if lang == "en" else settings.LANGUAGE_CODE):
            try:
                is_well = self._check(file) if check else self._restore(file)
            except CannotRestore as error:
                raise CommandError(str(error)) from error
        if not is_well:
            sys.exit(1)

    def _check(self, file: Path) -> bool:
        manifest = check(file)
        self.stdout.write(_("%(path)s 完整无损。") % {"path": file})
        self.stdout.write(_contents(manifest))
        return True

    def _restore(self, file: Path) -> bool:
        restored = restore(file, at=timezone.now())
        self.stdout.write(_("已恢复。") + "\n" + _contents(restored.manifest))
        self.stdout.write(_after(restored))
        for finding in restored.findings:
            self.stderr.write(finding_words(finding))
        return not restored.findings


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Told to stop: end as after Ctrl-C, so that what was begun is taken back."""
    raise KeyboardInterrupt


def _contents(manifest: Manifest) -> str:
    """What is in it, table by table where there is anything."""
    made_at = timezone.localtime(datetime.fromisoformat(manifest.made_at))
    said = {"at": made_at.strftime("%Y-%m-%d %H:%M"), "version": manifest.version, "vendor": manifest.vendor}
    lines = [_("备份于 %(at)s，版本 %(version)s，数据库 %(vendor)s。") % said]
    lines += [f"{one.rows:>10}  {one.label}" for one in manifest.tables if one.rows]
    counts = {"rows": manifest.rows, "files": len(manifest.files)}
    lines.append(_("共 %(rows)s 行数据，%(files)s 个文件。") % counts)
    if absent := len(manifest.missing) + len(manifest.gone):
        lines.append(_("备份时已缺少 %(count)s 个文件。") % {"count": absent})
    return "\n".join(lines)


def _after(restored: Restored) -> str:
    manifest = restored.manifest
    said = {"number": manifest.head.number, "digest": manifest.head.digest}
    lines = [_("日志到第 %(number)s 条：%(digest)s") % said] if manifest.head.number else []
    lines.append(_("日志有问题，请把下面几行交给审计管理员：") if restored.findings else _("日志完整，逐条核对无误。"))
    if manifest.has_secret:
        lines.append(_("密钥已一并恢复。"))
    else:
        lines.append(_("备份里没有密钥：请把原来的 secret-key 放回数据文件夹，否则大家要重新设置动态验证码。"))
    lines.append(_("所有人需要重新登录。"))
    return "\n".join(lines)
