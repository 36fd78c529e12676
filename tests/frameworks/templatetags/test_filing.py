"""How wanted pieces stand, as templates show it."""

from datetime import date

from wenming.frameworks.filing.proposing import Proposal, Why
from wenming.frameworks.templatetags.filing import WHYS, verdict, why_words
from wenming.rules.filing.judging import Asked, judge


def test_a_verdict_has_a_shape_and_a_word() -> None:
    shown = verdict(judge(Asked("", "", "", None, date(2026, 1, 1), date(2026, 12, 31)), []))
    assert "status-missed" in shown
    assert "还没有材料" in shown


def test_every_reason_has_words() -> None:
    assert set(WHYS) == set(Why)
    assert why_words(Proposal((Why.UNIT, Why.WORDS))) == "责任单位的，文字相近"
