"""Heads in one line, in groups, in public."""

from datetime import date

import pytest

from wenming.audit.head_text import NotAHead, grouped, line, parsed, published
from wenming.audit.models import Head
from wenming.rules import tampering

DAY = date(2026, 11, 22)
DIGEST = "sha256:" + "0123456789abcdef" * 4


def test_a_line_is_read_back() -> None:
    assert parsed(line(DAY, 1234, DIGEST)) == tampering.Head(1234, DIGEST, "2026-11-22")


def test_also_as_a_person_types_it() -> None:
    algorithm, *groups = grouped(DIGEST)
    assert parsed(f" 2026-11-22  1234 {algorithm.upper()}: {' '.join(groups)}\n").digest == DIGEST


@pytest.mark.parametrize("text", ["", "1234", "2026-11-22 1234", "2026-11-22 x sha256:00", "2026-11-22 1 sha256"])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(NotAHead):
        parsed(text)


def test_groups_are_the_whole_digest() -> None:
    algorithm, *groups = grouped(DIGEST)
    assert f"{algorithm}:{''.join(groups)}" == DIGEST
    assert {len(group) for group in groups} == {8}


def test_what_is_published_says_the_time_zone_and_can_be_read_back() -> None:
    first, *lines = published([Head(day=DAY, number=7, digest=DIGEST)]).splitlines()
    assert "Asia/Shanghai" in first
    assert [parsed(one).number for one in lines] == [7]
