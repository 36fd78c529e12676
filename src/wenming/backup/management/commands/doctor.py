"""``wenming doctor``: what is wrong with this installation, and how to mend it."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from wenming.backup.doctor.examination import examine
from wenming.backup.doctor.verdicts import Check, Grade, Verdict

GRADE_WORDS = {Grade.OK: _("正常"), Grade.NOTE: _("留意"), Grade.MEND: _("要修")}


class Command(BaseCommand):
    """Exit status 1 where something is to be mended."""

    help = "What is misconfigured here, and how to mend it"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How to tell it."""
        parser.add_argument("--json", action="store_true", help="the findings as JSON, for a monitor")
        parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the answer")

    def handle(self, *, lang: str, **options: Any) -> None:  # noqa: ANN401  # what Django hands on
        """Look at everything and tell it."""
        with translation.override("en" if lang == "en" else settings.LANGUAGE_CODE):
            found = list(examine(timezone.now()))
            self.stdout.write(_as_json(found) if options["json"] else _as_text(found))
        if any(verdict.grade == Grade.MEND for _check, verdict in found):
            sys.exit(1)


def _as_json(found: list[tuple[Check, Verdict]]) -> str:
    told = [
        {"check": check.code, "grade": verdict.grade.value, "words": str(check.words), "text": verdict.text}
        for check, verdict in found
    ]
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_text(found: list[tuple[Check, Verdict]]) -> str:
    """What is to be mended stands last, where a terminal shows it."""
    order = [Grade.OK, Grade.NOTE, Grade.MEND]
    told = sorted(found, key=lambda one: order.index(one[1].grade))
    return "\n".join(f"[{GRADE_WORDS[verdict.grade]}] {check.words}：{verdict.text}" for check, verdict in told)
