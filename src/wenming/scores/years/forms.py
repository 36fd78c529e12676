"""Which round stands for which year of a cycle, and what each year weighs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wenming.scores.models import Round, RoundKind

WEIGHTS = (15, 25, 60)  # 全国文明城市, the cycle of 2018 to 2020
NAMES = (_("第一年"), _("第二年"), _("第三年"))
_YEARS = range(len(WEIGHTS))


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the cycle; ``round`` None: not measured yet. ``weight`` in points of the whole."""

    name: str
    round: Round | None
    weight: Fraction


class KindForm(forms.Form):
    """Official rounds and rehearsals are never put together."""

    kind = forms.ChoiceField(label=_("类型"), required=False, choices=RoundKind.choices)

    @property
    def chosen(self) -> str:
        """The kind asked for; the official rounds where none was."""
        return (self.cleaned_data.get("kind") if self.is_valid() else "") or RoundKind.OFFICIAL


class YearsForm(forms.Form):
    """A round and a weight for each year; what is not said is as ``usual`` has it."""

    def __init__(self, data: Mapping[str, Any], rounds: QuerySet[Round], usual: Sequence[Round]) -> None:
        rows = {f"round_{at}": one.pk for at, one in enumerate(usual)}
        rows |= {f"weight_{at}": weight for at, weight in enumerate(WEIGHTS)}
        super().__init__({**rows, **{name: value for name, value in data.items() if name != "kind"}})
        for at, name in enumerate(NAMES):
            self.fields[f"round_{at}"] = forms.ModelChoiceField(
                rounds, label=name, required=False, empty_label=_("还没有测")
            )
            self.fields[f"weight_{at}"] = forms.DecimalField(
                label=_("权重"), min_value=0, max_value=100, max_digits=5, decimal_places=2
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two fields of each year."""
        return [(self[f"round_{at}"], self[f"weight_{at}"]) for at in _YEARS]

    @property
    def years(self) -> list[Year]:
        """What was asked for; only of a form that is valid."""
        said = self.cleaned_data
        return [Year(str(name), said[f"round_{at}"], Fraction(said[f"weight_{at}"])) for at, name in enumerate(NAMES)]

    def clean(self) -> dict[str, Any]:
        """A round stands for one year."""
        said = super().clean() or self.cleaned_data
        chosen = [said[f"round_{at}"] for at in _YEARS if said.get(f"round_{at}")]
        if len(set(chosen)) < len(chosen):
            raise forms.ValidationError(_("同一轮选了两次：每一年请选不同的一轮。"))
        return said


def one_a_year(rounds: Iterable[Round]) -> list[Round]:
    """The last round of each of the latest years, the earliest year first; ``rounds`` begin with the newest."""
    latest: dict[int, Round] = {}
    for one in rounds:
        latest.setdefault(one.last.year, one)
    return list(latest.values())[: len(WEIGHTS)][::-1]
