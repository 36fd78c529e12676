"""Terms in the reader's language."""

import pytest
from django.utils.translation import override

from wenming.plans.term_words import HORIZON_WORDS, KIND_WORDS, PERIOD_WORDS, ROLE_WORDS, term_words
from wenming.reading.model import Horizon, Period, Role, TermKind


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "每月不少于1次"), ("en", "at least once a month")])
def test_the_language_of_the_page(language: str, words: str) -> None:
    with override(language):
        assert term_words("frequency", {"min": 1, "unit": "次", "every": 1, "period": "month"}) == words


def test_every_role_kind_period_and_horizon_has_a_word() -> None:
    assert set(ROLE_WORDS) == set(Role)
    assert set(KIND_WORDS) == set(TermKind)
    assert set(PERIOD_WORDS) == set(Period)
    assert set(HORIZON_WORDS) == set(Horizon)
