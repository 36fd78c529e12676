"""What the clock does here."""

import pytest

from tests.plans.making import NOON
from wenming.work.periodic import PERIODIC

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("work", PERIODIC, ids=lambda work: work.name)
def test_where_nothing_is_there_nothing_is_done(work: object) -> None:
    assert [one.do(NOON) for one in PERIODIC if one is work] == [0]
