"""What this room does by the clock: its callables take the moment and may be called again."""

from datetime import UTC, datetime

import pytest

from wenming.accounts.periodic import PERIODIC
from wenming.accounts.personal.notice import keep_notice

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _notice(db: None) -> None:
    """An installation that has run before has kept its notice."""
    del db
    keep_notice(NOON)


@pytest.mark.parametrize("work", PERIODIC, ids=lambda work: work.name)
def test_with_nothing_to_do_it_does_nothing(work: object) -> None:
    assert [one.do(NOON) for one in PERIODIC if one is work] == [0]
