"""What the office says of a commitment: whom it asks, for what, how often or how much, on which days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wenming.command.forms import UnitsField
from wenming.places.models import UnitClass
from wenming.plans.term_words import PERIOD_WORDS
from wenming.reading.model import Period
from wenming.rules.commitments import model as rules
from wenming.rules.commitments.kept import commitment_of, kind_of
from wenming.web.content import ContentSelect
from wenming.web.name_field import NameField
from wenming.work.commitments import windows
from wenming.work.commitments.actions import Shape
from wenming.work.commitments.words import DIRECTION_WORDS, KIND_WORDS
from wenming.work.models import ACTIVITY_LENGTH, Commitment, RecordKind, Whom
from wenming.work.verdicts.days import calendar

_NUMBER = forms.TextInput(attrs={"inputmode": "decimal", "size": 6})
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_MONTHS = [(str(month), _("%(month)d月") % {"month": month}) for month in range(1, 13)]
_PERIODS = [(period.value, PERIOD_WORDS[period]) for period in Period]
# Which fields each kind of demand has; all others are passed over.
FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    "recurring": ("every", "period", "min", "max", "unit"),
    "total": ("min", "max", "unit"),
    "length": ("min", "max", "unit"),
    "coverage": ("times", "population", "size", "every", "period"),
    "deadline": (),
    "rate": ("figure", "direction", "target", "unit"),
    "growth": ("figure", "reference"),
    "standing": ("every", "period"),
}


_WHEN = [
    ("months", _("全年，或者下面选的月份")),
    ("days", _("每年的一段日子")),
    ("term", _("学期里")),
    ("autumn", _("秋季学期里")),
    ("spring", _("春季学期里")),
]


class SinceForm(forms.Form):
    """From which day on what recurs is asked, when a plan is turned into commitments."""

    since = forms.DateField(
        label=_("每周、每月、每季度要做的，从哪天起算"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("这天以前的不追究；要从年初算起，就改成年初。有时限的和全年的，照方案原定的日期。"),
    )


class CommitmentForm(forms.Form):
    """A whole commitment; ``rule`` and ``shape`` are what a good form says."""

    activity = NameField(label=_("做什么"), max_length=ACTIVITY_LENGTH)
    kind = forms.ChoiceField(label=_("怎样算做到"), choices=list(KIND_WORDS.items()))
    every = forms.IntegerField(label=_("每几个周期"), min_value=1, max_value=60, initial=1, required=False)
    period = forms.ChoiceField(
        label=_("周期"),
        choices=[*_PERIODS, ("school_term", _("学期")), ("whole", _("整个期间"))],
        required=False,
    )
    min = forms.FloatField(label=_("至少"), min_value=0, required=False, widget=_NUMBER)
    max = forms.FloatField(label=_("至多"), min_value=0, required=False, widget=_NUMBER)
    unit = NameField(label=_("计量单位"), max_length=20, required=False, help_text=_("次、天、小时、人、部、篇……"))
    times = forms.IntegerField(label=_("每个至少几次"), min_value=1, max_value=366, initial=1, required=False)
    population = NameField(label=_("覆盖谁"), max_length=40, required=False)
    size = forms.IntegerField(label=_("一共多少"), min_value=1, required=False)
    figure = NameField(label=_("看哪个数据"), max_length=60, required=False)
    direction = forms.ChoiceField(label=_("方向"), choices=list(DIRECTION_WORDS.items()), required=False)
    target = forms.FloatField(label=_("目标值"), required=False, widget=_NUMBER)
    reference = NameField(label=_("不低于哪个数据的增幅"), max_length=60, required=False)
    least_min = forms.FloatField(label=_("每次不少于"), min_value=0, required=False, widget=_NUMBER)
    least_max = forms.FloatField(label=_("每次至多"), min_value=0, required=False, widget=_NUMBER)
    least_unit = NameField(label=_("每次的计量单位"), max_length=20, required=False, help_text=_("天、小时、人……"))
    first = forms.DateField(label=_("从哪天起"), widget=_DAY)
    last = forms.DateField(label=_("到哪天止"), widget=_DAY)
    when = forms.ChoiceField(label=_("一年里哪些日子算"), choices=_WHEN, initial="months", required=False)
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5000)
    day_first = forms.CharField(
        label=_("每年从哪天"),
        required=False,
        max_length=10,
        help_text=_("例如：3月15日；跨年的也可以，例如 11月15日到3月15日"),
    )
    day_last = forms.CharField(label=_("每年到哪天"), required=False, max_length=10)
    months = forms.MultipleChoiceField(
        label=_("只在这些月份（不选就是全年）"), choices=_MONTHS, required=False, widget=forms.CheckboxSelectMultiple
    )
    grace_days = forms.IntegerField(label=_("宽限几天"), min_value=0, max_value=366, initial=0)
    grace_in_working_days = forms.BooleanField(label=_("宽限按工作日算"), required=False)
    soon_days = forms.IntegerField(label=_("提前几天提醒"), min_value=0, max_value=366, initial=7)
    needs_evidence = forms.BooleanField(label=_("要有佐证材料才算"), required=False)
    whom = forms.ChoiceField(label=_("对谁提要求"), choices=Whom.choices)
    unit_class = forms.ModelChoiceField(
        UnitClass.objects.all(), label=_("哪一类单位"), required=False, widget=ContentSelect
    )
    units = UnitsField(label=_("哪些单位"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    record_kinds = forms.MultipleChoiceField(
        label=_("登记时属于哪种工作（不选就是都可以）"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as Django's
        super().__init__(data, **kwargs)
        when = self.fields["when"]
        if isinstance(when, forms.ChoiceField) and self["kept"].value():
            when.choices = [*_WHEN, ("kept", _("照方案写的日子，不变"))]
        kinds = self.fields["record_kinds"]
        if isinstance(kinds, forms.MultipleChoiceField):
            kinds.choices = [(one.name, one.name) for one in RecordKind.objects.filter(is_offered=True)]
        self.rule: rules.Commitment | None = None

    def clean(self) -> dict[str, Any]:
        """Makes the rule, or says at which field it fails."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self._require(cleaned)
        if not self.errors:
            try:
                self.rule = rule_from(cleaned, self._days_that_count(cleaned))
            except rules.NoCommitment:
                if not self.errors:
                    self.add_error("kind", _("这些填法合不成一条要求，请看看数目和日期。"))
        return cleaned

    def _days_that_count(self, cleaned: Mapping[str, Any]) -> rules.Window | None:
        """The window that the fields say; raises NoCommitment where no day is left."""
        when, span = cleaned.get("when") or "months", rules.Span(cleaned["first"], cleaned["last"])
        if when == "months":
            return _months(cleaned)
        if when == "kept":
            return windows.as_kept(cleaned.get("kept") or "")
        found = self._each_year(cleaned, span) if when == "days" else None
        if when in windows.TERMS:
            found = windows.in_terms(when, calendar().school_terms, span)
        if found is None:
            self.add_error("when", _("这段期间里没有这样的日子。"))
        return found

    def _each_year(self, cleaned: Mapping[str, Any], span: rules.Span) -> rules.Window | None:
        ends = {}
        for name in ("day_first", "day_last"):
            try:
                ends[name] = windows.month_day(cleaned.get(name) or "")
            except windows.NoDay:
                self.add_error(name, _("请写成“3月15日”这样。"))
        if self.errors:
            raise rules.NoCommitment("a day of the year is missing")
        return windows.each_year(ends["day_first"], ends["day_last"], span)

    def _require(self, cleaned: Mapping[str, Any]) -> None:
        """What the kind cannot do without, each said at its field."""
        needed = {name for name in ("figure", "reference", "population", "target") if name in self._own(cleaned)}
        for name in sorted(needed):
            if cleaned.get(name) in (None, ""):
                self.add_error(name, _("请填写这一项。"))
        if {"min", "max"} <= set(self._own(cleaned)) and cleaned.get("min") is None and cleaned.get("max") is None:
            self.add_error("min", _("“至少”和“至多”填一个。"))
        for low, high in (("min", "max"), ("least_min", "least_max")):
            if _both(cleaned, low, high) and cleaned[high] < cleaned[low]:
                self.add_error(high, _("后一个不能小于前一个。"))
        if _both(cleaned, "first", "last") and cleaned["last"] < cleaned["first"]:
            self.add_error("last", _("最后一天不能早于第一天。"))
        if cleaned.get("whom") == Whom.CLASS and not cleaned.get("unit_class"):
            self.add_error("unit_class", _("请选择对哪一类单位提出要求。"))
        if cleaned.get("whom") == Whom.UNITS and not cleaned.get("units"):
            self.add_error("units", _("请写明对哪些单位提出要求。"))

    @staticmethod
    def _own(cleaned: Mapping[str, Any]) -> tuple[str, ...]:
        return FIELDS_OF.get(str(cleaned.get("kind")), ())

    def shape(self) -> Shape:
        """All that a good form says; raises ValueError for a bad one."""
        if self.rule is None:
            raise ValueError(self.errors)
        given = self.cleaned_data
        return Shape(
            activity=given["activity"],
            rule=self.rule,
            whom=Whom(given["whom"]),
            unit_class=given["unit_class"],
            units=given["units"] or (),
            record_kinds=given["record_kinds"],
        )


def _both(cleaned: Mapping[str, Any], one: str, other: str) -> bool:
    return cleaned.get(one) is not None and cleaned.get(other) is not None


def rule_from(given: Mapping[str, Any], window: rules.Window | None = None) -> rules.Commitment:
    """The rule that filled fields make, on the days of the window; raises NoCommitment."""
    return rules.Commitment(
        demand=_demand(given),
        span=rules.Span(given["first"], given["last"]),
        window=window or _months(given),
        least=_least(given),
        grace_days=given["grace_days"],
        grace_in_working_days=given["grace_in_working_days"],
        needs_evidence=given["needs_evidence"],
        soon_days=given["soon_days"],
    )


def _least(given: Mapping[str, Any]) -> rules.Amount | None:
    """How much each record has to be; an upper end without a lower one bounds each as well."""
    if not given["least_min"] and not given["least_max"]:
        return None
    low, high = (_whole(given[name]) or None for name in ("least_min", "least_max"))
    return rules.Amount(low, high, given["least_unit"] or "次")


def _months(given: Mapping[str, Any]) -> rules.Window | None:
    months = tuple(sorted(int(month) for month in given["months"]))
    return rules.Window(months=months) if months and (given.get("when") or "months") == "months" else None


def _demand(given: Mapping[str, Any]) -> rules.Demand:
    every, period = given["every"] or 1, rules.Every(given["period"] or "month")
    match given["kind"]:
        case "recurring":
            return rules.Recurring(_amount(given), every, period)
        case "total":
            return rules.Total(_amount(given), together=given["whom"] == Whom.TOGETHER)
        case "length":
            return rules.Length(_amount(given))
        case "coverage":
            population = rules.Population(given["population"], given["size"])
            return rules.Coverage(given["times"] or 1, population, every, period)
        case "rate":
            direction = rules.Direction(given["direction"])
            return rules.Rate(given["figure"], direction, _whole(given["target"]) or 0, given["unit"] or "%")
        case "growth":
            return rules.Growth(given["figure"], given["reference"])
        case "standing":
            return rules.Standing(every, period)
    return rules.Deadline()


def _amount(given: Mapping[str, Any]) -> rules.Amount:
    return rules.Amount(_whole(given["min"]), _whole(given["max"]), given["unit"] or "次")


def _whole(number: float | None) -> rules.Number | None:
    return int(number) if number is not None and float(number).is_integer() else number


def filled_from(commitment: Commitment) -> dict[str, Any]:
    """What the form shows for a commitment as it stands."""
    rule = commitment_of(commitment.rule)
    return {
        "activity": commitment.activity,
        "kind": kind_of(rule.demand),
        **_filled(rule.demand),
        "least_min": rule.least.min if rule.least else None,
        "least_max": rule.least.max if rule.least else None,
        "least_unit": rule.least.unit if rule.least else "",
        "first": rule.span.first,
        "last": rule.span.last,
        **windows.said_in(rule.window),
        "months": [str(month) for month in rule.window.months] if rule.window else [],
        "grace_days": rule.grace_days,
        "grace_in_working_days": rule.grace_in_working_days,
        "soon_days": rule.soon_days,
        "needs_evidence": rule.needs_evidence,
        "whom": commitment.whom,
        "unit_class": commitment.unit_class_id,
        "units": "、".join(unit.short for unit in commitment.units.all()),
        "record_kinds": commitment.record_kinds,
    }


def _filled(demand: rules.Demand) -> dict[str, Any]:
    """The fields of a demand, by the names that it has in the form."""
    filled: dict[str, Any] = {}
    for name in ("every", "period", "times", "figure", "direction", "target", "unit", "reference"):
        if hasattr(demand, name):
            filled[name] = getattr(demand, name)
    if isinstance(demand, rules.Recurring | rules.Total | rules.Length):
        filled |= {"min": demand.amount.min, "max": demand.amount.max, "unit": demand.amount.unit}
    if isinstance(demand, rules.Coverage):
        filled |= {"population": demand.population.name, "size": demand.population.size}
    return filled


def blank(first: date, last: date) -> dict[str, Any]:
    """What the form shows for a new commitment of a plan with these days."""
    return {"kind": "recurring", "period": "month", "unit": "次", "min": 1, "first": first, "last": last, "every": 1}
