"""What a field says when something is wrong with it, where Django's own words are stiff (这个字段是必填项。)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

_GONE = _("这个选项已经没有了，请另选一个。")
ERRORS: Mapping[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("请填写这一项。")},
    forms.ChoiceField: {"required": _("请选一项。"), "invalid_choice": _GONE},
    forms.MultipleChoiceField: {"required": _("请至少选一项。"), "invalid_choice": _GONE, "invalid_list": _GONE},
    forms.ModelChoiceField: {"required": _("请选一项。"), "invalid_choice": _GONE},
    forms.ModelMultipleChoiceField: {
        "required": _("请至少选一项。"),
        "invalid_choice": _GONE,
        "invalid_pk_value": _GONE,
        "invalid_list": _GONE,
    },
    forms.IntegerField: {"invalid": _("请填整数。")},
}


def speak_courteously() -> None:
    """Give Django's fields our words; once, when the program starts."""
    for field, words in ERRORS.items():
        field.default_error_messages = {**field.default_error_messages, **words}
    MaxLengthValidator.message = _("太长了：现在 %(show_value)d 个字，请不要超过 %(limit_value)d 个字。")
