"""What the office says of a round."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wenming.accounts.models import User
from wenming.frameworks.models import Edition
from wenming.rules.scoring.negative import Status
from wenming.scores.actions.rounds import Settings
from wenming.scores.models import TITLE_LENGTH, Missing, RoundKind
from wenming.scores.models.rounds import STATUS_WORDS
from wenming.web.content import ContentSelect

_DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
REASON_LENGTH = 200  # characters


class SettingsForm(forms.Form):
    """Its name, kind and window, and what the rules need to know of the city."""

    title = forms.CharField(label=gettext_lazy("名称"), max_length=TITLE_LENGTH)
    kind = forms.ChoiceField(label=gettext_lazy("类型"), choices=RoundKind, initial=RoundKind.SELF)
    first = forms.DateField(label=gettext_lazy("开始日期"), widget=_DATE)
    last = forms.DateField(label=gettext_lazy("结束日期"), widget=_DATE)
    missing = forms.ChoiceField(
        label=gettext_lazy("缺样怎么办"),
        choices=Missing,
        initial=Missing.LEFT_OUT,
        help_text=gettext_lazy("属地排名里，某个属地没有抽到某类点位时怎样算。"),
    )
    status = forms.ChoiceField(
        label=gettext_lazy("称号"),
        choices=[(status.value, word) for status, word in STATUS_WORDS.items()],
        initial=Status.NONE,
        help_text=gettext_lazy("负面清单的后果按称号定。"),
    )
    applies_on = forms.DateField(
        label=gettext_lazy("申报日期"),
        required=False,
        widget=_DATE,
        help_text=gettext_lazy("负面清单里有的期限从申报那天往前算。"),
    )

    def clean(self) -> dict[str, Any]:
        """It ends after it began."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("结束日期早于开始日期：请改其中一个。"))
        return cleaned

    @property
    def settings(self) -> Settings:
        """What was said."""
        said = self.cleaned_data
        return Settings(
            said["title"],
            RoundKind(said["kind"]),
            said["first"],
            said["last"],
            Missing(said["missing"]),
            Status(said["status"]),
            said["applies_on"],
        )


class MakeForm(SettingsForm):
    """A round of one of the frameworks in force."""

    edition = forms.ModelChoiceField(
        Edition.objects.none(), label=gettext_lazy("测评体系"), widget=ContentSelect, empty_label=None
    )
    field_order = ("edition", "title", "kind", "first", "last")

    def __init__(self, *args: Any, editions: QuerySet[Edition], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["edition"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = editions


class PeopleForm(forms.Form):
    """Who may see a round."""

    is_restricted = forms.BooleanField(
        label=gettext_lazy("只有下面点名的人能看"),
        required=False,
        help_text=gettext_lazy("不勾选时，有权看测评轮次的领导也能看；第三方测评员总是要点名。"),
    )
    people = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=gettext_lazy("点名的人"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:  # noqa: ANN401  # as Django takes them
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = people


class ReasonForm(forms.Form):
    """Why a round is opened again."""

    reason = forms.CharField(label=gettext_lazy("为什么重新打开"), max_length=REASON_LENGTH)
