"""Whether all is there, and why not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.filing.formats import FileKind
from wenming.rules.filing.judging import Asked, Fault, Given, Review, Verdict, judge

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DAY, EARLIER = date(2026, 3, 5), date(2024, 3, 5)
PHOTOS = Asked("实景图片", "2张", "", None, FIRST, LAST)
REPORT = Asked("说明报告", "", "", 100, FIRST, LAST)
PHOTO = Given(1, (FileKind.PHOTO,), DAY, DAY)
ACCEPTED = replace(PHOTO, review=Review.ACCEPTED)
RETURNED = replace(PHOTO, review=Review.RETURNED)
TEXT = Given(9, (FileKind.TEXT,), None, None, 80)

CASES = {
    "nothing": (PHOTOS, [], Verdict.NOTHING, 2),
    "one of two": (PHOTOS, [PHOTO], Verdict.SHORT, 1),
    "nobody has looked": (PHOTOS, [PHOTO, PHOTO], Verdict.NOT_REVIEWED, 0),
    "one looked at": (PHOTOS, [ACCEPTED, PHOTO], Verdict.NOT_REVIEWED, 0),
    "complete": (PHOTOS, [ACCEPTED, ACCEPTED], Verdict.COMPLETE, 0),
    "three of two": (PHOTOS, [ACCEPTED, ACCEPTED, PHOTO], Verdict.TOO_MANY, 0),
    "a record with both": (PHOTOS, [replace(ACCEPTED, files=(FileKind.PHOTO,) * 2)], Verdict.COMPLETE, 0),
    "a paper for a photo": (PHOTOS, [replace(PHOTO, files=(FileKind.PDF,)), PHOTO], Verdict.WRONG_FORMAT, 1),
    "of another year": (PHOTOS, [replace(PHOTO, first=EARLIER, last=EARLIER), PHOTO], Verdict.OUTSIDE, 1),
    "without a date": (PHOTOS, [replace(PHOTO, first=None, last=None)], Verdict.OUTSIDE, 2),
    "returned": (PHOTOS, [RETURNED, ACCEPTED], Verdict.SHORT, 1),
    "a returned one is not blamed again": (
        PHOTOS,
        [replace(RETURNED, files=(FileKind.PDF,)), ACCEPTED],
        Verdict.SHORT,
        1,
    ),
    "a text needs no date": (REPORT, [replace(TEXT, review=Review.ACCEPTED)], Verdict.COMPLETE, 0),
    "a text that is too long": (REPORT, [replace(TEXT, words=101)], Verdict.TOO_LONG, 1),
    "a text at the limit": (REPORT, [replace(TEXT, words=100)], Verdict.NOT_REVIEWED, 0),
    "a plan is older than the round": (
        Asked("规范文件", "", "2021—2030年规划", None, FIRST, LAST),
        [Given(1, (FileKind.PDF,), EARLIER, EARLIER, review=Review.ACCEPTED)],
        Verdict.COMPLETE,
        0,
    ),
    "each of two years": (
        Asked("规范文件", "每年1份", "近两年", None, FIRST, LAST),
        [Given(1, (FileKind.PDF,), DAY, DAY, review=Review.ACCEPTED)],
        Verdict.SHORT,
        1,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_verdict_and_how_many_are_missing(name: str) -> None:
    asked, pieces, verdict, missing = CASES[name]
    found = judge(asked, pieces)
    assert (found.verdict, found.missing) == (verdict, missing)
    assert found.is_gap == (verdict not in {Verdict.COMPLETE, Verdict.NOT_REVIEWED})


def test_it_says_of_each_piece_why_it_does_not_count() -> None:
    paper = Given(2, (FileKind.PDF,), EARLIER, EARLIER, review=Review.RETURNED)
    found = judge(PHOTOS, [PHOTO, paper])
    assert found.fault_of(1) == ()
    assert found.fault_of(2) == (Fault.RETURNED, Fault.FORMAT, Fault.OUTSIDE)
    assert found.fault_of(3) == ()


def test_a_format_nobody_knows_takes_anything_and_says_so() -> None:
    found = judge(replace(PHOTOS, format="实物", count=""), [replace(ACCEPTED, files=(FileKind.PDF,))])
    assert (found.verdict, found.is_format_known) == (Verdict.COMPLETE, False)


PIECES = st.lists(st.sampled_from([PHOTO, ACCEPTED, RETURNED, replace(PHOTO, first=EARLIER, last=EARLIER), TEXT]))


@given(PIECES)
def test_the_order_does_not_matter_and_what_counts_is_the_sum_of_what_is_shown(pieces: list[Given]) -> None:
    found, turned = judge(PHOTOS, pieces), judge(PHOTOS, pieces[::-1])
    assert (found.verdict, found.have) == (turned.verdict, turned.have)
    assert found.have == sum(one.counts for one in found.looked)
    assert found.have + found.missing >= found.count.least


@given(PIECES)
def test_one_more_that_is_accepted_never_widens_a_gap(pieces: list[Given]) -> None:
    assert judge(PHOTOS, [*pieces, ACCEPTED]).missing <= judge(PHOTOS, pieces).missing
