"""Roles, kinds and terms in the words of the screen, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wenming.reading import words
from wenming.reading.model import Horizon, Period, Role, TermKind
from wenming.reading.reading_json import value_of
from wenming.reading.words import value_in_words

ROLE_WORDS = {
    Role.LEAD: _("牵头"),
    Role.RESPONSIBLE: _("责任"),
    Role.COOPERATING: _("配合"),
    Role.SUPERVISING: _("督查"),
}
KIND_WORDS = {
    TermKind.FREQUENCY: _("频次"),
    TermKind.QUANTITY: _("数量"),
    TermKind.DURATION: _("时长"),
    TermKind.DATE: _("时限"),
    TermKind.COVERAGE: _("覆盖"),
    TermKind.HORIZON: _("期别"),
}
HORIZON_WORDS = {
    Horizon.LONG: _("长期"),
    Horizon.MEDIUM: _("中期"),
    Horizon.NEAR: _("近期"),
}
PERIOD_WORDS = {
    Period.DAY: _("天"),
    Period.WEEK: _("周"),
    Period.MONTH: _("月"),
    Period.QUARTER: _("季度"),
    Period.HALF_YEAR: _("半年"),
    Period.YEAR: _("年"),
}


def is_english() -> bool:
    """Whether the reader reads English."""
    return (get_language() or "zh").startswith("en")


def _in_language(pair: tuple[str, str]) -> str:
    return pair[is_english()]


_lazily = lazy(_in_language, str)
COLUMN_WORDS: Mapping[str, object] = {field: _lazily(pair) for field, pair in words.COLUMN_WORDS.items()}


def term_words(kind: str, value: object) -> str:
    """The kept ``value`` of a term of ``kind`` as one says it: 每月不少于1次, 2026年6月底前."""
    return value_in_words(value_of(TermKind(kind), value), get_language() or "zh")
