"""What a ranking is asked for."""

from enum import StrEnum

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.places.models import UnitKind
from wenming.rules.ranking import Way


class Whose(StrEnum):
    """Who is ranked."""

    TERRITORY = "territory"
    DEPARTMENT = "department"


PLAIN = "plain"  # the mean as it is
WHOSE_WORDS = {Whose.TERRITORY: _("属地"), Whose.DEPARTMENT: _("行业部门")}
WAY_WORDS = {PLAIN: _("直接平均"), Way.LOWER_BOUND.value: _("至少可信的水平"), Way.SHRUNK.value: _("向总平均收缩")}
WAY_HELP = {
    PLAIN: _("得分合计除以数据条数；数据少的单位偶然性大，看区间。"),
    Way.LOWER_BOUND.value: _("按 Wilson 95% 区间的下限排：有把握至少达到多少，数据越少越保守。"),
    Way.SHRUNK.value: _("数据少的单位向总平均靠拢，靠拢多少由各单位之间真实的差别定。"),
}
_MOST = 10_000


class RankingForm(forms.Form):
    """Who, among which kind, in which way, and from how many values on."""

    whose = forms.ChoiceField(label=_("排谁"), required=False, choices=[(one.value, WHOSE_WORDS[one]) for one in Whose])
    kind = forms.ChoiceField(label=_("单位类型"), required=False, choices=[("", _("全部")), *UnitKind.choices])
    way = forms.ChoiceField(label=_("怎样排"), required=False, choices=list(WAY_WORDS.items()))
    least = forms.IntegerField(label=_("至少几条数据"), required=False, min_value=1, max_value=_MOST, initial=1)
