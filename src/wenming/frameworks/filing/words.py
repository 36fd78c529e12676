"""How wanted pieces stand, and why something does not count, in words."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wenming.frameworks.models import Want
from wenming.rules.filing.judging import Fault, Standing, Verdict

VERDICTS: Mapping[Verdict, str | Promise] = {
    Verdict.NOTHING: gettext_lazy("还没有材料"),
    Verdict.WRONG_FORMAT: gettext_lazy("格式不对"),
    Verdict.OUTSIDE: gettext_lazy("时间不合"),
    Verdict.TOO_LONG: gettext_lazy("超过字数"),
    Verdict.SHORT: gettext_lazy("数量不够"),
    Verdict.TOO_MANY: gettext_lazy("超过份数"),
    Verdict.NOT_REVIEWED: gettext_lazy("待审"),
    Verdict.COMPLETE: gettext_lazy("齐了"),
}
# Which of the frame's shapes and colours each bears.
SHAPES: Mapping[Verdict, str] = {
    Verdict.NOTHING: "missed",
    Verdict.WRONG_FORMAT: "late",
    Verdict.OUTSIDE: "late",
    Verdict.TOO_LONG: "late",
    Verdict.SHORT: "late",
    Verdict.TOO_MANY: "late",
    Verdict.NOT_REVIEWED: "due",
    Verdict.COMPLETE: "met",
}


def verdict_words(standing: Standing) -> str:
    """The verdict, with how many are missing."""
    if standing.verdict is Verdict.SHORT:
        words = ngettext("还缺 %(count)d 份", "还缺 %(count)d 份", standing.missing)
        return words % {"count": standing.missing}
    return str(VERDICTS[standing.verdict])


def fault_words(fault: Fault, standing: Standing, want: Want) -> str:
    """Why a piece does not count, and what to do."""
    match fault:
        case Fault.RETURNED:
            return _("已退回，改好再交。")
        case Fault.FORMAT:
            return _("这一项要“%(format)s”，这份材料不是。") % {"format": want.format}
        case Fault.UNDATED:
            return _("没有写材料自己的日期，核对不了时间。")
        case Fault.OUTSIDE:
            return _("材料的日期不在 %(span)s 之内。") % {"span": span_words(standing)}
        case Fault.LENGTH:
            return _("超过 %(most)d 字的上限。") % {"most": want.max_words or 0}


def span_words(standing: Standing) -> str:
    """From when to when."""
    if standing.span.first is None:
        return _("任何时间")
    return f"{standing.span.first.isoformat()} — {standing.span.last.isoformat()}"


def working(standing: Standing, want: Want) -> Iterator[tuple[str, str]]:
    """By what it was judged: a name and what was looked at."""
    yield _("要几份"), _count_words(standing, want)
    yield _("算数的"), _("%(have)d 份") % {"have": standing.have}
    span = span_words(standing)
    if not standing.span.is_read:
        span += _("（体系写的是“%(words)s”，没有读懂，按这次申报的时间核对）") % {"words": want.window}
    yield _("材料日期"), span
    if not want.format:
        yield _("格式"), _("没有要求")
    elif standing.is_format_known:
        yield _("格式"), want.format
    else:
        yield _("格式"), _("“%(words)s”没有认出来，什么文件都算") % {"words": want.format}
    if want.max_words:
        yield _("字数"), _("不超过 %(most)d 字；上传的 Word 和 PDF 也数，扫描件数不出") % {"most": want.max_words}


def _count_words(standing: Standing, want: Want) -> str:
    count = standing.count
    if not count.is_read:
        return _("体系写的是“%(words)s”，没有读出数量，按至少 1 份核对") % {"words": want.count}
    words = _("至少 %(least)d 份") % {"least": count.least}
    if count.most == count.least:
        words = _("%(least)d 份") % {"least": count.least}
    elif count.most is not None:
        words = _("%(least)d 到 %(most)d 份") % {"least": count.least, "most": count.most}
    if count.is_each:
        words += _("（体系写的是“%(words)s”，只核对总数）") % {"words": want.count}
    return words
