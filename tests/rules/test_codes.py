"""Codes of areas and organisations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.codes import Fault, Level, Wrong, area_code, area_code_fault, credit_code, credit_code_fault

P, C, X, T, V = Level  # province, city, county, town, community


@pytest.mark.parametrize(
    ("code", "level"),
    [("420000", P), ("420200", C), ("420222", X), ("429004", X), ("420222101", T), ("420222101203", V)],
)
def test_a_right_code_has_no_fault(code: str, level: Level) -> None:
    assert area_code_fault(code, level) is None


@pytest.mark.parametrize(
    ("code", "level", "fault"),
    [
        ("42O222", X, Fault(Wrong.DIGITS)),
        ("４２０２２２", X, Fault(Wrong.DIGITS)),
        ("", X, Fault(Wrong.DIGITS)),
        ("42022", X, Fault(Wrong.LENGTH, "6")),
        ("420222", T, Fault(Wrong.LENGTH, "9")),
        ("420222101", V, Fault(Wrong.LENGTH, "12")),
        ("990222", X, Fault(Wrong.PROVINCE, found="99")),
        ("420222", P, Fault(Wrong.LEVEL)),
        ("420222", C, Fault(Wrong.LEVEL)),
        ("420000", C, Fault(Wrong.LEVEL)),
        ("420200", X, Fault(Wrong.LEVEL)),
        ("420222000", T, Fault(Wrong.LEVEL)),
        ("420222600", T, Fault(Wrong.LEVEL)),
        ("420222101000", V, Fault(Wrong.LEVEL)),
    ],
)
def test_a_wrong_code_says_why(code: str, level: Level, fault: Fault) -> None:
    assert area_code_fault(code, level) == fault


@pytest.mark.parametrize(
    ("code", "level", "above", "above_level", "begins"),
    [
        ("420222101", T, "420223", X, "420223"),
        ("420222101203", V, "420222102", T, "420222102"),
        ("420222", X, "420300", C, "4203"),
        ("420222", X, "430000", P, "43"),
        ("441900003", T, "441900", C, ""),  # a city without counties has towns of its own
        ("420222", X, "420200", C, ""),
    ],
)
def test_a_code_begins_as_the_one_above(code: str, level: Level, above: str, above_level: Level, begins: str) -> None:
    fault = area_code_fault(code, level, above, above_level)
    assert fault == (Fault(Wrong.ABOVE, begins) if begins else None)


@pytest.mark.parametrize(
    ("typed", "level", "kept"),
    [("420222000000", X, "420222"), (" 420222 101 000", T, "420222101"), ("420222101203", T, "420222101203")],
)
def test_the_zeros_of_statistics_are_left_out(typed: str, level: Level, kept: str) -> None:
    assert area_code(typed, level) == kept


def test_the_vector_of_the_standard() -> None:
    assert credit_code_fault("91350100M000100Y43") is None
    assert credit_code_fault("91350100M000100Y4X") == Fault(Wrong.CHECK, "3", 18, "X")


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("91350100M000100Y4", Fault(Wrong.LENGTH, "18")),
        ("91350100M000100Y433", Fault(Wrong.LENGTH, "18")),
        ("9135O100M000100Y43", Fault(Wrong.CHARACTER, "0", 5, "O")),
        ("9135-100M000100Y43", Fault(Wrong.CHARACTER, "", 5, "-")),
        ("", Fault(Wrong.LENGTH, "18")),
    ],
)
def test_a_wrong_credit_code_says_where(code: str, fault: Fault) -> None:
    assert credit_code_fault(code) == fault


def test_a_credit_code_is_kept_in_capitals_without_blanks() -> None:
    assert credit_code(" 91350100 m000100y43 ") == "91350100M000100Y43"


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17), st.integers(0, 16), st.data())
def test_one_wrong_character_is_always_found(body: str, place: int, data: st.DataObject) -> None:
    fault = credit_code_fault(f"{body}0")
    right = body + (fault.expected if fault else "0")
    assert credit_code_fault(right) is None
    other = data.draw(st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY").filter(lambda one: one != right[place]))
    assert credit_code_fault(right[:place] + other + right[place + 1 :]) is not None
