"""Quantities."""

import pytest

from tests.reading.terms.found import found


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("全年编排8—10个节目。", ["8—10个"]),
        ("知晓率达到９５％以上，参与人数不少于300人。", ["达到９５％以上", "不少于300人"]),
        ("评出先进集体5个、先进个人20名。", ["5个", "20名"]),
        ("用时不超过30分钟。", []),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    assert [mention for mention, _ in found(text, "quantity")] == mentions
