"""Chinese content on a page in another language: marked as Chinese, so that it is read out as such (WCAG 3.1.2).

Names, titles and quotations stay Chinese on every page; only what is ours to say is translated.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wenming.web.numbers import whole

NO_KEY = "0"
HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
# From a character, or a bracket before it, to the last one, or its punctuation, before letters of another script.
_RUN = re.compile(rf"(?:{HAN}|[\u3008-\u3017\uff08])(?:[^A-Za-z<>]*(?:{HAN}|[\u3001-\u3017\uff01-\uff65]))?")


def is_marked_here() -> bool:
    """Whether Chinese is foreign to the page now being made."""
    return not (get_language() or "zh").startswith("zh")


def marked(text: object) -> SafeString:
    """``text``, without markup of its own, with each run of Chinese marked where the page is not Chinese."""
    escaped = conditional_escape(str(text))
    if not is_marked_here():
        return SafeString(escaped)
    return SafeString(_RUN.sub(r'<span lang="zh-Hans">\g<0></span>', escaped))


class _MarksOptions:
    """A choice among things of the directory or of a plan: their names are content."""

    def create_option(self, name: str, value: Any, label: int | str, *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """Django's own, with the language of its label."""
        option: dict[str, Any] = super().create_option(name, value, label, *args, **kwargs)  # type: ignore[misc]
        if is_marked_here() and re.search(HAN, str(label)):
            option["attrs"]["lang"] = "zh-Hans"
        return option


class ContentSelect(_MarksOptions, forms.Select):
    """One of several names."""


class ContentSelectMultiple(_MarksOptions, forms.SelectMultiple):
    """Any of several names."""

    def value_from_datadict(self, *args: Any) -> Any:  # noqa: ANN401  # as Django takes and gives them
        """What is chosen, as far as a row can bear it."""
        return keys_in_reach(super().value_from_datadict(*args) or ())


def keys_in_reach(keys: Iterable[object]) -> list[object]:
    """The keys; one that no row can bear, for which SQLite refuses to look, becomes one that none bears."""
    return [NO_KEY if str(one).isdigit() and whole(str(one)) is None else one for one in keys]
