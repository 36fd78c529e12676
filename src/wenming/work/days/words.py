"""Days of the installation in words: why an entry or a line cannot be."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.rules.days.added import LONGEST, Added, Fault
from wenming.rules.days.added_table import HEAD, KIND_NAMES, MOST_LINES, BadLine, LineFault
from wenming.rules.days.calendar import SCHOOL_YEARS
from wenming.work.models import LocalDaysKind

FAULT_WORDS: Mapping[Fault, str | Promise] = {
    Fault.BACKWARDS: gettext_lazy("最后一天早于第一天，请把两天对调或改正。"),
    Fault.OUT_OF_TIME: gettext_lazy("只能填 %(from)s 年到 %(to)s 年的日子。"),
    Fault.TOO_LONG: gettext_lazy("一次最多 %(longest)s 天；更长的请分几条填。"),
    Fault.TERM_LENGTH: gettext_lazy("一个学期在 4 周到 7 个多月之间，请核对第一天和最后一天。"),
    Fault.NO_WHOLE_YEAR: gettext_lazy("放假通知说的是全年，请填 1 月 1 日到 12 月 31 日。"),
    Fault.UNKNOWN_FESTIVAL: gettext_lazy("没有叫“%(name)s”的节日；请用“肉孜节”“古尔邦节”这样的名称，或者改选“放假”。"),
    Fault.SAID_ALREADY: gettext_lazy("这些日子已经填过了，请先删除原来的一条。"),
    Fault.TERMS_MEET: gettext_lazy("与前后的学期重叠，请核对第一天和最后一天。"),
}
LINE_WORDS: Mapping[LineFault, str | Promise] = {
    LineFault.NO_HEAD: gettext_lazy("第一行应当是：%(head)s。"),
    LineFault.TOO_MANY: gettext_lazy("一次最多 %(most)s 行，请分几次导入。"),
    LineFault.NO_DAY: gettext_lazy("“%(words)s”不是日期，请写成 2027-05-16 这样。"),
    LineFault.NO_KIND: gettext_lazy("类型“%(words)s”不认识，请写：%(kinds)s。"),
    LineFault.NO_NAME: gettext_lazy("没有名称，请写明是什么节日或为什么放假。"),
    LineFault.TOO_LONG_A_TEXT: gettext_lazy("“%(words)s”太长：名称最多 40 个字，依据最多 100 个字。"),
}


def fault_words(one: Added, fault: Fault | None) -> str:
    """The entry with why it cannot be; None: somebody else has just added it."""
    about = {"name": one.name, "from": SCHOOL_YEARS.start, "to": SCHOOL_YEARS.stop - 1, "longest": LONGEST}
    why = str(FAULT_WORDS[fault or Fault.SAID_ALREADY]) % about
    return _("%(name)s（%(first)s）：%(why)s") % {"name": one.name, "first": one.first.isoformat(), "why": why}


def line_words(bad: BadLine) -> str:
    """Why the line cannot be read."""
    about = {"words": bad.words, "head": "，".join(HEAD), "most": MOST_LINES, "kinds": "、".join(KIND_NAMES.values())}
    return str(LINE_WORDS[bad.fault]) % about


def kind_label(one: Added) -> str:
    """What is said of the days."""
    return str(LocalDaysKind(one.kind.value).label)
