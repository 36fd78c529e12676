"""From which figure a standard's value comes, as somebody says it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.places.models import Unit
from wenming.rules.scoring.figures import Taken, Wants, likeness, wants
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Better
from wenming.scores.actions.supplying import Source
from wenming.scores.models import BETTER_WORDS, TAKEN_WORDS, Period
from wenming.web.content import ContentSelect
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.series import Place
from wenming.work.figures.workbook import OF_ALL

_ALIKE = 0.5  # of a figure's name that stands in the standard's words: then it is offered first


class SupplyForm(forms.Form):
    """Which figure, which of its values, and what it should come to where the standard takes a share."""

    figure = forms.ChoiceField(label=gettext_lazy("指标"), widget=ContentSelect)
    taken = forms.ChoiceField(
        label=gettext_lazy("怎样取数"), choices=list(TAKEN_WORDS.items()), initial=Taken.LAST, widget=forms.RadioSelect
    )
    period = forms.ChoiceField(
        label=gettext_lazy("取哪一段"), choices=Period, initial=Period.YEAR, widget=forms.RadioSelect
    )
    target = forms.DecimalField(
        label=gettext_lazy("目标"),
        max_digits=16,
        decimal_places=4,
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        help_text=gettext_lazy("达到目标得 1，没有达到按比例得 0 到 1。比例是百分数的，全部达到就是 100。"),
        error_messages={"invalid": gettext_lazy("请填一个数，例如 95.5。")},
    )
    better = forms.ChoiceField(
        label=gettext_lazy("高低"), choices=list(BETTER_WORDS.items()), initial=Better.UP, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django takes them
        leaf: Node,
        places: Sequence[Place],
        units: Mapping[int, Unit],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places = {key_of(place): place for place in places}
        self.units = units
        figure = self.fields["figure"]
        if isinstance(figure, forms.ChoiceField):
            figure.choices = _offered(leaf.title, places, units)
        if wants(leaf) is not Wants.SHARE:
            del self.fields["target"], self.fields["better"]

    def clean_target(self) -> Decimal:
        """More than nothing: of nothing there is no part."""
        target: Decimal = self.cleaned_data["target"]
        if not target:
            raise forms.ValidationError(_("目标要大于 0。"))
        return target

    @property
    def source(self) -> Source:
        """What a good form says."""
        said = self.cleaned_data
        name, unit = self.places[said["figure"]]
        return Source(
            name,
            self.units.get(unit),
            Taken(said["taken"]),
            Period(said["period"]),
            said.get("target"),
            Better(said.get("better", Better.UP)),
        )


def key_of(place: Place) -> str:
    """The series as a choice."""
    name, unit = place
    return f"{unit} {name}"


def _offered(title: str, places: Sequence[Place], units: Mapping[int, Unit]) -> list[tuple[str, Any]]:
    """Those first that sound like the standard, under a head of their own."""
    alike = sorted(
        (place for place in places if likeness(place[0], title) >= _ALIKE), key=lambda one: -likeness(one[0], title)
    )
    others = [place for place in places if place not in alike]
    if not alike:
        return _choices(others, units)
    return [(_("名称相近"), _choices(alike, units)), (_("其他"), _choices(others, units))]


def _choices(places: Sequence[Place], units: Mapping[int, Unit]) -> list[tuple[str, Any]]:
    return [(key_of(place), f"{place[0]}（{_whose(place[1], units)}）") for place in places]


def _whose(unit: int, units: Mapping[int, Unit]) -> str:
    return str(OF_ALL) if unit == ALL else units[unit].short
