"""Numbers that come from outside."""

import pytest

from wenming.web.numbers import keys_in, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("007", 7), ("9" * 18, 10**18 - 1), ("9" * 19, None), ("9" * 5000, None)]
    + [(odd, None) for odd in ("", "-1", "+1", "1.0", "1e3", " 1", "1\n", "٣", "²", "NaN", "\0")],
)
def test_whole(text: str, number: int | None) -> None:
    assert whole(text) == number


def test_keys_in() -> None:
    assert keys_in(["3", "x", 5, None, "9" * 19, "-2", "0"]) == [3, 5, 0]
