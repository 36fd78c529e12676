"""Terms in words: 每月不少于1次, 2026年6月底前, 8～10个; in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from wenming.reading.model import Horizon, Period, Role, TermKind

ROLE_WORDS = {
    Role.LEAD: gettext_lazy("牵头"),
    Role.RESPONSIBLE: gettext_lazy("责任"),
    Role.COOPERATING: gettext_lazy("配合"),
    Role.SUPERVISING: gettext_lazy("督查"),
}
KIND_WORDS = {
    TermKind.FREQUENCY: gettext_lazy("频次"),
    TermKind.QUANTITY: gettext_lazy("数量"),
    TermKind.DURATION: gettext_lazy("时长"),
    TermKind.DATE: gettext_lazy("时限"),
    TermKind.COVERAGE: gettext_lazy("覆盖"),
    TermKind.HORIZON: gettext_lazy("期别"),
}
HORIZON_WORDS = {
    Horizon.LONG: gettext_lazy("长期"),
    Horizon.MEDIUM: gettext_lazy("中期"),
    Horizon.NEAR: gettext_lazy("近期"),
}
PERIOD_WORDS = {
    Period.DAY: gettext_lazy("天"),
    Period.WEEK: gettext_lazy("周"),
    Period.MONTH: gettext_lazy("月"),
    Period.QUARTER: gettext_lazy("季度"),
    Period.HALF_YEAR: gettext_lazy("半年"),
    Period.YEAR: gettext_lazy("年"),
}


def term_words(kind: str, value: object) -> str:
    """The kept ``value`` of a term of ``kind`` as one reads it aloud."""
    if kind == TermKind.HORIZON:
        return str(HORIZON_WORDS[Horizon(str(value))])
    kept = value if isinstance(value, Mapping) else {}
    return _WRITERS[TermKind(kind)](kept)


def _amount(value: Mapping[str, object]) -> str:
    """不少于3篇, 不超过30天, 8～10个, 100个."""
    low, high, unit = _number(value["min"]), _number(value["max"]), value["unit"] or ""
    gaps = {"low": low, "high": high, "unit": unit}
    if low and low == high:
        return _("%(low)s%(unit)s") % gaps
    if low and high:
        return _("%(low)s～%(high)s%(unit)s") % gaps
    if low:
        return _("不少于%(low)s%(unit)s") % gaps
    return _("不超过%(high)s%(unit)s") % gaps


def _frequency(value: Mapping[str, object]) -> str:
    """每月不少于1次, 每两周2次, 每年."""
    period = _periods(int(str(value["every"] or 1)), Period(str(value["period"])))
    if value["min"] is None and value["max"] is None:
        return period
    return pgettext("频次", "%(period)s%(amount)s") % {"period": period, "amount": _amount(value)}


def _periods(every: int, period: Period) -> str:
    if every == 1:
        return str(_EACH[period])
    return ngettext("每%(every)s个%(period)s", "每%(every)s个%(period)s", every) % {
        "every": every,
        "period": PERIOD_WORDS[period],
    }


_EACH = {
    Period.DAY: gettext_lazy("每天"),
    Period.WEEK: gettext_lazy("每周"),
    Period.MONTH: gettext_lazy("每月"),
    Period.QUARTER: gettext_lazy("每季度"),
    Period.HALF_YEAR: gettext_lazy("每半年"),
    Period.YEAR: gettext_lazy("每年"),
}


def _dates(value: Mapping[str, object]) -> str:
    """2026年3月至10月, 6月底前, 12月31日前, 2026年起."""
    start, end = value["from"], value["to"]
    if start and start == end:
        return date_words(str(start))
    if start and end:
        return _("%(start)s至%(end)s") % {"start": date_words(str(start)), "end": date_words(str(end))}
    if start:
        return _("%(start)s起") % {"start": date_words(str(start))}
    is_day = len(str(end).lstrip("-").split("-")) == (2 if str(end).startswith("--") else 3)
    before = _("%(end)s前") if is_day else _("%(end)s底前")
    return before % {"end": date_words(str(end))}


def date_words(text: str) -> str:
    """An ISO date of any precision: 2026年6月30日, 2026年6月, 2026年, 6月30日, 6月."""
    year, month, day = _date_parts(text)
    gaps = {"year": year, "month": month, "day": day}
    if year and day:
        return _("%(year)s年%(month)s月%(day)s日") % gaps
    if year and month:
        return _("%(year)s年%(month)s月") % gaps
    if year:
        return _("%(year)s年") % gaps
    if day:
        return _("%(month)s月%(day)s日") % gaps
    return _("%(month)s月") % gaps


def _date_parts(text: str) -> tuple[str, str, str]:
    """Year, month and day without leading zeros; empty where not given."""
    parts = ["", *text[2:].split("-")] if text.startswith("--") else text.split("-")
    year, month, day = [*parts, "", ""][:3]
    return year, month.lstrip("0"), day.lstrip("0")


def _coverage(value: Mapping[str, object]) -> str:
    """全部行政村, 每名干部至少1次."""
    if value["min"] is None:
        return _("全部%(each)s") % {"each": value["each"]}
    return _("全部%(each)s，各至少%(low)s次") % {"each": value["each"], "low": _number(value["min"])}


def _number(number: object) -> str:
    if number is None:
        return ""
    return f"{number:.15g}" if isinstance(number, (int, float)) else str(number)


_WRITERS = {
    TermKind.FREQUENCY: _frequency,
    TermKind.QUANTITY: _amount,
    TermKind.DURATION: _amount,
    TermKind.DATE: _dates,
    TermKind.COVERAGE: _coverage,
}
