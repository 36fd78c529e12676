"""Fields of a record's form: how long, what came of it, who took part, each as people type it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wenming.reading.files.cells import open_cells
from wenming.reading.messages import say
from wenming.reading.model import UnreadableDocument
from wenming.rules.commitments.facts import MINUTES
from wenming.work.records.outcomes import NoCount, Produced, produced_in
from wenming.work.records.roster import MOST_PEOPLE, NoNames, NotAName, Person, TooMany, people_in, people_in_rows

SHEETS = (".xlsx", ".xls", ".et", ".ods")
MOST_MINUTES = 366 * MINUTES["天"]
HALF_DAY = MINUTES["天"] // 2
LONG = {  # minutes of each unit, the coarsest first
    "day": (MINUTES["天"], gettext_lazy("天")),
    "half": (HALF_DAY, gettext_lazy("个半天")),
    "hour": (MINUTES["小时"], gettext_lazy("小时")),
    "minute": (MINUTES["分钟"], gettext_lazy("分钟")),
}


def long_of(minutes: int | None) -> tuple[Decimal | None, str]:
    """A length as somebody would type it: 180 minutes are one half day, 90 are 1.5 hours.

    >>> long_of(180), long_of(90), long_of(50)
    ((Decimal('1'), 'half'), (Decimal('1.5'), 'hour'), (Decimal('50'), 'minute'))
    """
    if not minutes:
        return None, "hour"
    whole = next((unit for unit in ("day", "half", "hour") if minutes % LONG[unit][0] == 0), "")
    if whole:
        return Decimal(minutes // LONG[whole][0]), whole
    return (Decimal(minutes) / 60, "hour") if minutes % 30 == 0 else (Decimal(minutes), "minute")


class OutcomesField(forms.CharField):
    """A count with its word, one a line."""

    def clean(self, value: str) -> tuple[Produced, ...]:
        """What the lines name; ValidationError names the line that has no count."""
        try:
            return produced_in(str(super().clean(value)))
        except NoCount as error:
            raise forms.ValidationError(
                _("第 %(line)d 行看不出数量，请写成“2 部 影片”这样。") % {"line": error.line}
            ) from error


class RosterField(forms.CharField):
    """Somebody a line."""

    def clean(self, value: str) -> tuple[Person, ...]:
        """Who it is; ValidationError names the line that is nobody."""
        text = str(super().clean(value))
        return _people(lambda: people_in(text))


class RosterFileField(forms.FileField):
    """A workbook with a column 姓名."""

    def clean(self, data: Any, initial: object = None) -> tuple[Person, ...]:  # noqa: ANN401
        """Who stands in its first sheet that has such a column; nobody where no file came."""
        file: UploadedFile[bytes] | None = super().clean(data, initial)
        if not file:
            return ()
        if (file.size or 0) > settings.DOCUMENT_BYTES:
            limit = filesizeformat(settings.DOCUMENT_BYTES)
            raise forms.ValidationError(_("名单超过 %(limit)s，请只留下姓名和单位两列。"), params={"limit": limit})
        return _people(lambda: _from_workbook(file))


def _from_workbook(file: UploadedFile[bytes]) -> tuple[Person, ...]:
    if PurePath(file.name or "").suffix.lower() not in SHEETS:
        raise forms.ValidationError(_("名单请选择 Excel 文件：.xlsx、.xls、.et 或 .ods。"))
    try:
        sheets = open_cells(file.read(), name=file.name or "")
    except UnreadableDocument as error:
        raise forms.ValidationError(say(error.code, error.about, get_language() or "zh")) from error
    for sheet in sheets:
        try:
            return people_in_rows([line.cells for line in sheet.lines])
        except NoNames:
            continue
    raise NoNames


def _people(read: Callable[[], tuple[Person, ...]]) -> tuple[Person, ...]:
    try:
        return read()
    except NotAName as error:
        raise forms.ValidationError(_("名单第 %(line)d 行太长，不像一个人的姓名。") % {"line": error.line}) from error
    except NoNames as error:
        raise forms.ValidationError(_("名单里没有找到“姓名”这一列。")) from error
    except TooMany as error:
        raise forms.ValidationError(_("名单超过 %(most)d 人，请分成几条登记。") % {"most": MOST_PEOPLE}) from error
