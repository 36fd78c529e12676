"""What is proposed for whom, and what the ticks say."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_unit
from tests.work.making import TODAY
from tests.work.records.making import make_asking
from wenming.work.models import CommitmentState
from wenming.work.records.content import Counts
from wenming.work.records.offering import as_open, offers, open_commitments, uses_of
from wenming.work.records.proposing import Done, Why

pytestmark = pytest.mark.django_db
DONE = Done("民主评议会", "评议", TODAY, TODAY)


def test_what_binds_the_unit_and_nothing_else() -> None:
    unit = make_unit("甲社区")
    asking = make_asking(unit)
    make_asking(make_unit("乙社区"))
    make_asking(unit, state=CommitmentState.PROPOSED, confirmed_by=None, confirmed_at=None)
    assert open_commitments([unit.pk]) == [asking]
    assert open_commitments([]) == []


def test_a_commitment_as_a_value() -> None:
    unit = make_unit("甲社区")
    whole, broken = as_open(make_asking(unit)), as_open(make_asking(unit, rule={}, record_kinds=[]))
    assert (whole.first, whole.last, whole.kinds) == (date(2026, 1, 1), date(2026, 12, 31), frozenset({"评议"}))
    assert (broken.first, broken.last, broken.kinds) == (None, None, frozenset())


def test_ticks_speak_louder_than_likelihood() -> None:
    unit = make_unit("甲社区")
    likely, other = make_asking(unit), make_asking(unit, activity="文艺演出", record_kinds=["演出"])
    commitments = [likely, other]
    assert uses_of(offers(DONE, commitments)) == {likely.pk: Counts(is_counted=True, why=Why.NAMED)}
    said = offers(DONE, commitments, {likely.pk: False, other.pk: True})
    assert uses_of(said) == {
        likely.pk: Counts(is_counted=False, why=Why.NAMED),
        other.pk: Counts(is_counted=True, why=Why.CHOSEN),
    }
    assert [one.commitment for one in said.all] == commitments


def test_however_many_there_are_a_fixed_number_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    unit = make_unit("甲社区")
    for _number in range(12):
        make_asking(unit)
    with django_assert_max_num_queries(5):
        found = open_commitments([unit.pk])
        assert len([one.measure.version.plan.title for one in found]) == 12
