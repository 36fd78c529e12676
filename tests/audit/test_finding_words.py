"""Every fault has a sentence that names the events."""

import pytest

from wenming.audit.finding_words import finding_words
from wenming.rules.tampering import Fault, Finding


@pytest.mark.parametrize("fault", Fault)
def test_each_is_told(fault: Fault) -> None:
    words = finding_words(Finding(fault, 12, 34, name="after.phone", was=56))
    assert words.startswith("第 12 至 34 条：")
    assert "%(" not in words


def test_what_one_needs_is_named() -> None:
    assert finding_words(Finding(Fault.CHANGED, 7, 7)).startswith("第 7 条：内容被改过")
    assert "第 8 条" in finding_words(Finding(Fault.MOVED, 7, 9, was=8))
    assert "2026-11-22" in finding_words(Finding(Fault.HEAD, 7, 9, name="2026-11-22"))
