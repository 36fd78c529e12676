"""How long, in days and in words."""

from datetime import timedelta

import pytest
from django.conf import LazySettings

from tests.accounts.making import NOON
from wenming.accounts.personal.periods import days_of, kept_since, period_words
from wenming.accounts.sign_in.policy import POLICIES
from wenming.rules.personal_data import LEAST_LOG_DAYS, Keeping


def test_what_is_sealed_stays_no_longer_than_the_law_asks(settings: LazySettings) -> None:
    settings.KEEP_LOG_DAYS = 1000
    assert (days_of(Keeping.LOG), days_of(Keeping.SEALED)) == (1000, LEAST_LOG_DAYS)


def test_a_session_is_over_before_its_traces_go() -> None:
    days = days_of(Keeping.SESSIONS)
    assert days is not None
    assert all(policy.lifetime <= timedelta(days=days) for policy in POLICIES.values())


def test_what_ends_with_something_else_has_no_days() -> None:
    assert days_of(Keeping.ACCOUNT) is None
    with pytest.raises(KeyError):
        kept_since(Keeping.WORK, NOON)


@pytest.mark.parametrize("keeping", Keeping)
def test_each_is_a_sentence_with_its_days(keeping: Keeping) -> None:
    days = days_of(keeping)
    assert period_words(keeping)
    assert days is None or str(days) in period_words(keeping)
