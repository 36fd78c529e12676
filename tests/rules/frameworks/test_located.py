"""YAML with the line of each value; what is no plain data is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.scoring.trees import F
from wenming.rules.frameworks.located import (
    DEEPEST,
    Kind,
    Listed,
    Mapped,
    PackError,
    Scalar,
    exact,
    flag_of,
    list_of,
    locate,
    mapping_of,
    number_of,
    text_of,
)


def test_values_know_their_line_and_stay_as_they_were_written() -> None:
    value = locate("code: 1.10\nitems:\n- title: 是\n  points: ~\n- {a: 010}\n")
    assert value == Mapped(
        1,
        {
            "code": Scalar(1, "1.10", Kind.NUMBER),
            "items": Listed(
                3,
                (
                    Mapped(3, {"title": Scalar(3, "是"), "points": Scalar(4, "~", Kind.NULL)}),
                    Mapped(5, {"a": Scalar(5, "010")}),
                ),
            ),
        },
    )


def test_json_is_read_as_well() -> None:
    assert locate('{"items": [1, null]}') == Mapped(
        1, {"items": Listed(1, (Scalar(1, "1", Kind.NUMBER), Scalar(1, "null", Kind.NULL)))}
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty", 0),
        ("# nothing\n", "empty", 0),
        ("a: 1\nb: [", "not_yaml", 2),
        ("a: 1\n b: 2", "not_yaml", 2),
        ("a: 1\na: 2", "twice", 2),
        ("a: &x 1\nb: *x", "anchor", 1),
        ("a: 1\nb: *x", "anchor", 2),
        ("a: !!python/object:os.system {}", "not_yaml", 1),
        ("a: !odd 1", "not_yaml", 1),
        ("[a, b]: 1", "not_yaml", 1),
        ("a\n---\nb", "not_yaml", 2),
        ("a: \x07", "not_yaml", 0),
        ("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2), "too_deep", 1),
        ("[" * 30_000, "not_yaml", 1),
    ],
)
def test_what_is_no_plain_data_is_refused(text: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as refused:
        locate(text)
    assert (refused.value.code, refused.value.line) == (code, line)


@given(st.text(max_size=60))
def test_no_text_does_harm(text: str) -> None:
    try:
        assert locate(text) is not None
    except PackError as refused:
        assert refused.line >= 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.5", F("2.5")),
        ("-3", F(-3)),
        (".5", F("0.5")),
        ("5.", F(5)),
        ("1e-05", F("0.00001")),
        ("0.1", F(1, 10)),
        ("1/3", None),
        ("nan", None),
        ("1e999", None),
        ("1e20", F(10**20)),
        ("1e21", None),
        ("-1e-21", None),
        ("0e-21", F(0)),
        ("٣", None),
        ("", None),
    ],
)
def test_numbers_are_exact(text: str, number: object) -> None:
    assert exact(text) == number


def test_a_value_of_another_kind_is_refused_with_its_line() -> None:
    value = locate("\na: {b: 1}\nc: [x]\nd: maybe\ne:\n")
    assert isinstance(value, Mapped)
    for get, name in [(text_of, "a"), (number_of, "a"), (flag_of, "d"), (list_of, "a"), (mapping_of, "c")]:
        with pytest.raises(PackError) as refused:
            get(value.values[name], name)
        assert (refused.value.line, refused.value.about["name"]) == ({"a": 2, "c": 3, "d": 4}[name], name)


def test_nothing_is_no_text_no_number_no_list() -> None:
    nothing = Scalar(1, "", Kind.NULL)
    assert (text_of(nothing, "e"), number_of(nothing, "e"), list_of(nothing, "e")) == ("", None, ())
    assert mapping_of(nothing, "e") == {}
    assert (flag_of(Scalar(1, "true"), "e"), flag_of(Scalar(1, "No"), "e")) == (True, False)
