"""What is searched for."""

from django.http import QueryDict

from wenming.web.searching import LONGEST, searched


def test_a_text_is_trimmed_and_has_an_end() -> None:
    assert searched(QueryDict("q=%20a%20b%20")) == "a b"
    assert searched(QueryDict("q=" + "a" * 999)) == "a" * LONGEST
    assert searched(QueryDict("find-unit=%E7%94%B2"), "find-unit") == "甲"
    assert searched(QueryDict("q=a&q=b")) == "b"
    assert searched(QueryDict("")) == searched({"q": None}) == ""
