"""The negative list of a pack: read, refused with the line, written."""

from fractions import Fraction

import pytest

from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.pack import read_pack
from wenming.rules.frameworks.writing import write_pack
from wenming.rules.scoring.negative import Effect, Sanction, Status

PACK = """
format: wenming.framework/1
items: [{code: "1", points: 1}]
negative:
- code: G15
  title: 重大安全事故
  sanctions:
  - {status: holder, effect: suspended, suspended_months: 6}
  - {status: nominee, effect: points, months: 24, points: 3}
  - {status: nominee, effect: stopped, before: application, months: null}
"""


def test_the_list_is_read() -> None:
    (entry,) = read_pack(PACK).negative
    assert (entry.code, entry.title) == ("G15", "重大安全事故")
    assert entry.sanctions == (
        Sanction(Status.HOLDER, Effect.SUSPENDED, "test", months=12, suspended_months=6),
        Sanction(Status.NOMINEE, Effect.POINTS, "test", months=24, points=Fraction(3)),
        Sanction(Status.NOMINEE, Effect.STOPPED, "application", months=None),
    )


def test_it_is_written_as_it_came() -> None:
    assert read_pack(write_pack(read_pack(PACK))) == read_pack(PACK)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("code: G15", "title: G", "twice", 6),
        ("code: G15\n  ", "", "no_code", 5),
        ("status: holder", "status: city", "not_one_of", 8),
        ("effect: points", "effect: fined", "not_one_of", 9),
        ("before: application", "before: trial", "not_one_of", 10),
        ("months: 24", "months: 9999", "too_large_number", 9),
        ("months: 24", "days: 24", "not_known", 9),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as told:
        read_pack(PACK.replace(old, new))
    assert (told.value.code, told.value.line) == (code, line)


def test_a_line_stands_once() -> None:
    twice = PACK + "- {code: G15}\n"
    with pytest.raises(PackError) as told:
        read_pack(twice)
    assert told.value.code == "code_twice"
