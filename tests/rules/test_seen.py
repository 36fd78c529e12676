"""What people see of a text."""

import pytest

from wenming.rules.seen import one_line


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("县教育局", "县教育局"),
        (" 县\n教育\u3000局\t", "县 教育 局"),
        ("县\u202e局育教\u202c", "县局育教"),
        ("\ufeff县\u200b教育局\x07", "县教育局"),
        ("क्\u200dष", "क्\u200dष"),
        ("\u2066\u2069", ""),
    ],
)
def test_one_line(text: str, seen: str) -> None:
    assert one_line(text) == seen
