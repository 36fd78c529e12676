"""Why days cannot be, in words."""

from datetime import date

import pytest

from wenming.rules.days.added import Added, AddedKind, Fault
from wenming.rules.days.added_table import BadLine, LineFault
from wenming.work.days.words import FAULT_WORDS, LINE_WORDS, fault_words, kind_label, line_words

ONE = Added(AddedKind.FESTIVAL, date(2027, 5, 16), date(2027, 5, 16), "县庆日")


@pytest.mark.parametrize("fault", [*Fault, None])
def test_every_fault_has_words_that_name_the_entry(fault: Fault | None) -> None:
    assert fault_words(ONE, fault).startswith("县庆日（2027-05-16）：")
    assert "%" not in fault_words(ONE, fault)


@pytest.mark.parametrize("fault", LineFault)
def test_every_bad_line_has_words(fault: LineFault) -> None:
    assert line_words(BadLine(3, fault, "补休"))
    assert "%" not in line_words(BadLine(3, fault, "补休"))


def test_none_is_forgotten() -> None:
    assert set(FAULT_WORDS) == set(Fault)
    assert set(LINE_WORDS) == set(LineFault)
    assert kind_label(ONE) == "公布的节日"
