"""Records as columns."""

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.commitments.arbitrary import UNITS, numbered, some_facts
from wenming.rules.commitments.columns import Columns, measured
from wenming.rules.commitments.facts import Fact, measure


@given(some_facts.map(numbered), st.sampled_from([*UNITS, "名", "场", "篇"]))
def test_each_row_is_as_much_as_the_record(facts: list[Fact], unit: str) -> None:
    found = [None if number != number else number for number in measured(Columns.of(facts), unit).tolist()]
    assert found == [measure(fact, unit) for fact in facts]


@given(some_facts.map(numbered), st.sampled_from(UNITS))
def test_measuring_changes_nothing(facts: list[Fact], unit: str) -> None:
    columns = Columns.of(facts)
    before = columns.facts(range(len(columns)))
    measured(columns, unit)
    assert columns.facts(range(len(columns))) == before


def test_no_records_are_no_rows() -> None:
    assert len(Columns.of([])) == 0
    assert measured(Columns.of([]), "天").tolist() == []
