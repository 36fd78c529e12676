"""A report in words: titles, sentences and tables, of which the page and the Word file are two renderings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from wenming.papers.reports.report import (
    About,
    Coming,
    Cut,
    Done,
    Kind,
    Report,
    Tally,
)

KIND_WORDS: dict[Kind, str | Promise] = {Kind.WEEK: gettext_lazy("周报"), Kind.MONTH: gettext_lazy("月报")}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table; ``address`` is where a page leads from it."""

    words: str
    address: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are shares of the line; the last row is a sum where ``has_sum``."""

    label: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    has_sum: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is to be said, and a table where there is anything to list."""

    heading: str
    sentences: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole paper."""

    title: str
    whose: str
    days: str
    as_of: str
    sections: tuple[Section, ...]


def paper_of(report: Report) -> Paper:
    """The report in the language of the moment."""
    about = report.about
    sections = (_whole, _chapters, _missed, _records, _returned, _cannot, _coming)
    return Paper(
        title=_("创建工作周报") if about.kind is Kind.WEEK else _("创建工作月报"),
        whose=about.whose,
        days=_days(about),
        as_of=_("情况截至%(day)s") % {"day": _day(about.made_on)},
        sections=tuple(make(report) for make in sections),
    )


def _day(on: date) -> str:
    return date_format(on, "DATE_FORMAT")


def _days(about: About) -> str:
    first, last = about.span.first, about.span.last
    if about.kind is Kind.MONTH:
        return date_format(first, "YEAR_MONTH_FORMAT")
    return _("%(first)s至%(last)s") % {"first": _day(first), "last": _day(last)}


def _number(value: int) -> Cell:
    return Cell(str(value), is_number=True)


def _head(*words: str, numbers: int = 0) -> tuple[Cell, ...]:
    """The heads of columns, the last ``numbers`` of them over numbers."""
    return tuple(Cell(word, is_number=at >= len(words) - numbers) for at, word in enumerate(words))


def _whole(report: Report) -> Section:
    total = report.total
    if not total.due:
        return Section(_("总体情况"), (_("这段时间没有到期的。"), *_plan(report)))
    said = _("到期%(due)d项，按时完成%(met)d项，逾期完成%(late)d项，未完成%(missed)d项。做到%(done)d/%(due)d。") % {
        "due": total.due,
        "met": total.met,
        "late": total.late,
        "missed": total.missed,
        "done": total.done,
    }
    left = _("其余%(open)d项还没有到截止的日子，%(disputed)d项有异议、等待答复。") % {
        "open": total.open,
        "disputed": total.disputed,
    }
    rest = (left,) if total.open or total.disputed else ()
    return Section(_("总体情况"), (said, *rest, *_plan(report)))


def _plan(report: Report) -> tuple[str, ...]:
    """Which plan it is of; one of all plans says nothing."""
    return (_("本表只计方案《%(plan)s》。") % {"plan": report.about.plan},) if report.about.plan else ()


def _chapters(report: Report) -> Section:
    if not report.chapters:
        return Section(_("各章进展"), (_("没有。"),))
    head = _head(_("章节"), _("到期"), _("按时完成"), _("逾期完成"), _("未完成"), _("有异议"), _("未到截止"), numbers=6)
    rows = [(Cell(name), *_tally(tally)) for name, tally in report.chapters]
    table = Table(
        _("各章进展"),
        head,
        (*rows, (Cell(_("合计")), *_tally(report.total))),
        (34, 11, 11, 11, 11, 11, 11),
        has_sum=True,
    )
    return Section(_("各章进展"), (), table)


def _tally(tally: Tally) -> Iterator[Cell]:
    return map(_number, (tally.due, tally.met, tally.late, tally.missed, tally.disputed, tally.open))


def _listed(
    heading: str, cut: Cut[Any], head: tuple[Cell, ...], rows: Sequence[tuple[Cell, ...]], widths: tuple[int, ...]
) -> Section:
    """A section that lists the first of many, and says how many more there are."""
    if not rows:
        return Section(heading, (_("没有。"),))
    said = ngettext("共%(number)d项。", "共%(number)d项。", cut.total) % {"number": cut.total}
    shown = _("共%(number)d项，下表列出前%(shown)d项。") % {"number": cut.total, "shown": len(rows)}
    return Section(heading, (shown if cut.rest else said,), Table(heading, head, tuple(rows), widths))


def _missed(report: Report) -> Section:
    rows = [
        (
            Cell(one.due.isoformat()),
            Cell(one.unit or pgettext("row", "全体合计")),
            Cell(one.activity, reverse("work:why_on", args=[*one.place[:2], one.place[2].isoformat()])),
        )
        for one in report.missed.lines
    ]
    return _listed(
        _("没有按期做到的"),
        report.missed,
        _head(_("到期日"), _("单位"), pgettext("commitments", "要求")),
        rows,
        (18, 27, 55),
    )


def _records(report: Report) -> Section:
    heading = _("工作记录")
    if not report.done:
        return Section(heading, (_("这段时间没有登记的工作。"),))
    said = ngettext("登记工作%(number)d条。", "登记工作%(number)d条。", report.records) % {"number": report.records}
    people = sum(one.people for one in report.done)
    rows = [_of_kind(one) for one in report.done]
    rows.append((Cell(_("合计")), _number(report.records), _number(people)))
    head = _head(_("类型"), _("条数"), _("人次"), numbers=2)
    return Section(heading, (said,), Table(heading, head, tuple(rows), (60, 20, 20), has_sum=True))


def _of_kind(one: Done) -> tuple[Cell, ...]:
    return (Cell(one.kind), _number(one.records), _number(one.people))


def _returned(report: Report) -> Section:
    rows = [
        (Cell(one.unit), Cell(one.title, reverse("work:record", args=[one.record])), Cell(one.reason))
        for one in report.returned.lines
    ]
    head = _head(_("单位"), _("工作记录"), _("退回的理由"))
    return _listed(_("退回的工作记录"), report.returned, head, rows, (25, 40, 35))


def _cannot(report: Report) -> Section:
    rows = [
        (Cell(one.unit), Cell(one.activity), Cell(one.reason), Cell(one.answer or _("等待答复")))
        for one in report.cannot.lines
    ]
    head = _head(_("单位"), pgettext("commitments", "要求"), _("理由"), _("答复"))
    return _listed(_("单位提出办不到的"), report.cannot, head, rows, (20, 25, 30, 25))


def _coming(report: Report) -> Section:
    heading = _("下周到期的") if report.about.kind is Kind.WEEK else _("下月到期的")
    rows = [_comes(one) for one in report.coming.lines]
    head = _head(_("到期日"), _("措施"), _("单位数"), numbers=1)
    return _listed(heading, report.coming, head, rows, (18, 67, 15))


def _comes(one: Coming) -> tuple[Cell, ...]:
    units = _number(one.units) if one.units else Cell(pgettext("row", "全体合计"), is_number=True)
    there = reverse("papers:day", query={"on": one.due.isoformat()})
    return (Cell(one.due.isoformat(), there), Cell(one.title), units)
