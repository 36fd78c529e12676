"""Fields say what is wrong in our words, in both languages."""

import pytest
from django import forms
from django.utils.translation import override

from wenming.places.models import Area

pytestmark = pytest.mark.django_db

KINDS = [("town", "乡镇")]


class Sheet(forms.Form):
    name = forms.CharField(max_length=4)
    kind = forms.ChoiceField(choices=KINDS)
    kinds = forms.MultipleChoiceField(choices=KINDS)
    area = forms.ModelChoiceField(Area.objects.all())
    areas = forms.ModelMultipleChoiceField(Area.objects.all())
    number = forms.IntegerField()


def errors(filled: dict[str, object], language: str) -> dict[str, list[str]]:
    with override(language):
        return {name: [str(error) for error in found] for name, found in Sheet(filled).errors.items()}


def test_what_is_missing() -> None:
    fill, choose, some = "请填写这一项。", "请选一项。", "请至少选一项。"
    assert errors({}, "zh-hans") == {
        "name": [fill],
        "kind": [choose],
        "kinds": [some],
        "area": [choose],
        "areas": [some],
        "number": [fill],
    }
    assert errors({}, "en")["name"] == ["Please fill this in."]


def test_what_cannot_be() -> None:
    filled: dict[str, object] = {
        "name": "青禾县教育局",
        "kind": "city",
        "kinds": ["city"],
        "area": 7,
        "areas": ["x"],
        "number": "三",
    }
    gone = "这个选项已经没有了，请另选一个。"
    assert errors(filled, "zh-hans") == {
        "name": ["太长了：现在 6 个字，请不要超过 4 个字。"],
        "kind": [gone],
        "kinds": [gone],
        "area": [gone],
        "areas": [gone],
        "number": ["请填整数。"],
    }
    assert errors(filled, "en")["name"] == ["That is too long: 6 characters, where at most 4 fit."]
