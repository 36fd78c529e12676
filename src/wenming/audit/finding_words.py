"""What was found in the log, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.rules.tampering import Fault, Finding

_SENTENCES: Mapping[Fault, str | Promise] = {
    Fault.CHANGED: gettext_lazy("%(which)s：内容被改过，与当时封存的不符。"),
    Fault.REMOVED: gettext_lazy("%(which)s：已不在，被删除了。"),
    Fault.INSERTED: gettext_lazy("%(which)s：不是当时的记录，是后来插入或替换的。"),
    Fault.MOVED: gettext_lazy("%(which)s：位置被动过，原来是从第 %(was)s 条起的记录。"),
    Fault.RESEALED: gettext_lazy("%(which)s：前后接不上，第 %(number)s 条被改过并重新封存。"),
    Fault.DETAIL_TOUCHED: gettext_lazy("%(which)s：随附的“%(name)s”被改过。"),
    Fault.DETAIL_FOREIGN: gettext_lazy("%(which)s：随附的“%(name)s”不是当时记录的。"),
    Fault.TIP: gettext_lazy("%(which)s：与日志末端的登记不符，末尾被改过、截去过或添加过。"),
    Fault.HEAD: gettext_lazy("%(which)s：与 %(name)s 的封存值不符，其中有记录被改过并全部重新封存，或已被截去。"),
}


def finding_words(finding: Finding) -> str:
    """One sentence: which events, and what was done to them."""
    given = {"which": _which(finding), "number": finding.number, "was": finding.was, "name": finding.name or "?"}
    return str(_SENTENCES[finding.fault]) % given


def _which(finding: Finding) -> str:
    given = {"first": finding.number, "last": finding.until}
    return _("第 %(first)s 条") % given if finding.number == finding.until else _("第 %(first)s 至 %(last)s 条") % given
