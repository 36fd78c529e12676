"""``wenming audit verify`` and ``wenming audit head``: the log judged, and its heads told."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from wenming.audit import actions, checking, head_text
from wenming.audit.finding_words import finding_words
from wenming.rules.tampering import Head, Report

LONGEST = 100  # findings told in words; JSON has them all


class Command(BaseCommand):
    """Exit status 0 where the log is whole, 1 where it is not or there is no such head."""

    help = "The log: who did what, when, on what"
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """What to do, and with what."""
        commands = parser.add_subparsers(dest="what", required=True, metavar="COMMAND")
        verify = commands.add_parser("verify", help="find every event that was changed, removed, inserted or moved")
        words = "a head that was printed or published: 'DAY NUMBER DIGEST'; may be given often"
        verify.add_argument("--head", action="append", default=[], metavar="LINE", help=words)
        verify.add_argument("--json", action="store_true", help="the findings as JSON")
        head = commands.add_parser("head", help="the last event of a day, which fixes all before it")
        head.add_argument("day", nargs="?", type=date.fromisoformat, help="as 2026-11-22 (default: today until now)")
        for one in (verify, head):
            one.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *, what: str, lang: str, **options: Any) -> None:  # noqa: ANN401  # what Django hands on
        """Do one of them."""
        with translation.override("en" if lang == "en" else settings.LANGUAGE_CODE):
            if what == "verify":
                is_well = self._verify(options["head"], as_json=options["json"])
            else:
                is_well = self._head(options["day"] or timezone.localdate())
        if not is_well:
            sys.exit(1)

    def _verify(self, lines: Iterable[str], *, as_json: bool) -> bool:
        report, is_guarded = checking.check(_given(lines)), checking.is_guarded()
        self.stdout.write(_json(report, is_guarded=is_guarded) if as_json else _told(report, is_guarded=is_guarded))
        return is_guarded and not report.findings

    def _head(self, day: date) -> bool:
        last = actions.last_until(day)
        if last is None:
            self.stdout.write(_("到 %(day)s 为止，日志里还没有记录。") % {"day": day.isoformat()})
            return False
        told = [
            head_text.line(day, last.number, last.digest),
            _("时区：%(zone)s") % {"zone": settings.TIME_ZONE},
            _("最后一条：第 %(number)s 条") % {"number": last.number},
            " ".join(head_text.grouped(last.digest)),
        ]
        if day >= timezone.localdate():
            told.append(_("这一天还没有过完，之后还会变。"))
        self.stdout.write("\n".join(told))
        return True


def _given(lines: Iterable[str]) -> list[Head]:
    try:
        return [head_text.parsed(line) for line in lines]
    except head_text.NotAHead as error:
        raise CommandError(f"not a head, as 'DAY NUMBER DIGEST': {error}") from error


def _json(report: Report, *, is_guarded: bool) -> str:
    findings = [{**asdict(one), "fault": one.fault.value, "words": finding_words(one)} for one in report.findings]
    told = {
        "whole": is_guarded and not findings,
        "guarded": is_guarded,
        "events": report.links,
        "details": report.kept,
        "erased": report.erased,
        "last": asdict(report.last) if report.last else None,
        "findings": findings,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(report: Report, *, is_guarded: bool) -> str:
    counts = {"events": report.links, "details": report.kept, "erased": report.erased}
    lines = [_("看过 %(events)s 条记录，随附个人信息 %(details)s 处，依法删去 %(erased)s 处。") % counts]
    lines += [finding_words(one) for one in report.findings[:LONGEST]]
    if len(report.findings) > LONGEST:
        lines.append(_("另有 %(count)s 处，用 --json 看全部。") % {"count": len(report.findings) - LONGEST})
    if not is_guarded:
        lines.append(_("数据库的防改保护不全：触发器被去掉了。"))
    if is_guarded and not report.findings:
        lines.append(_("日志完整，没有发现改动。"))
    return "\n".join(lines)
