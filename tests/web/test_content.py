"""Chinese content on pages in two languages."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import override

from wenming.web.content import ContentSelect, ContentSelectMultiple, is_marked_here, marked

CASES = [
    ("", ""),
    ("Units", "Units"),
    ("县教育局", '<span lang="zh-Hans">县教育局</span>'),
    ("at least 2 场 every month", 'at least 2 <span lang="zh-Hans">场</span> every month'),
    ("第 3 条，共 12 条。", '<span lang="zh-Hans">第 3 条，共 12 条。</span>'),
    ("“各社区” is not in the directory", '“<span lang="zh-Hans">各社区</span>” is not in the directory'),
    ("（二）街巷", '<span lang="zh-Hans">（二）街巷</span>'),
    ("The number “（2）”", 'The number “<span lang="zh-Hans">（2）</span>”'),
    ("甲 & 乙", '<span lang="zh-Hans">甲</span> &amp; <span lang="zh-Hans">乙</span>'),
    ("<b>甲", '&lt;b&gt;<span lang="zh-Hans">甲</span>'),
    (SafeString("甲<br>乙"), '<span lang="zh-Hans">甲</span><br><span lang="zh-Hans">乙</span>'),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_runs_of_chinese_are_marked_on_an_english_page(text: str, html: str) -> None:
    with override("en"):
        assert marked(text) == html


def test_a_chinese_page_only_escapes() -> None:
    with override("zh-hans"):
        assert marked("县教育局 & <b>") == "县教育局 &amp; &lt;b&gt;"
        assert not is_marked_here()


@pytest.mark.parametrize("widget", [ContentSelect, ContentSelectMultiple])
def test_options_are_marked_one_by_one(widget: type[forms.Select]) -> None:
    choices = [("", "All units"), ("1", "县教育局")]
    with override("en"):
        html = widget(choices=choices).render("who", "")
    assert html.count('lang="zh-Hans"') == 1
    with override("zh-hans"):
        assert "lang=" not in widget(choices=choices).render("who", "")


@pytest.mark.parametrize(("chosen", "kept"), [(["1", "2"], ["1", "2"]), (["9" * 30], ["0"]), (["x"], ["x"]), ([], [])])
def test_a_key_that_no_row_can_bear_is_not_looked_for(chosen: list[str], kept: list[str]) -> None:
    data = QueryDict(mutable=True)
    data.setlist("units", chosen)
    assert ContentSelectMultiple().value_from_datadict(data, {}, "units") == kept
