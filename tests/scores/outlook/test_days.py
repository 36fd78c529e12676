"""How many days standards take."""

from datetime import timedelta
from fractions import Fraction

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.frameworks.filing.making import REPORT, make_filing, make_piece, want
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import User
from wenming.frameworks.actions.filing_pieces import Content, judge_piece
from wenming.frameworks.models import Filing, PieceState
from wenming.rules.scoring.effort import Effort, Ground
from wenming.scores.actions.reckoning import say_effort
from wenming.scores.outlook.days import effort_words, efforts_of

pytestmark = pytest.mark.django_db
CODE = "Ⅰ-2-1"


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def filing(office: User) -> Filing:
    """A round for which nothing was given yet."""
    return make_filing(office)


def given(filing: Filing, by: User, name: str, days: float) -> None:
    """A unit gave a report, which was accepted so many days after the round had been opened."""
    content = Content(f"{name}的报告", text=f"{name}：{REPORT}", unit_id=make_unit(name).pk)
    made = make_piece(want(filing), by, content)
    judge_piece(piece=made, state=PieceState.ACCEPTED, reason="", by=by, at=NOON + timedelta(days))


def effort(filing: Filing, code: str = CODE) -> Effort:
    return efforts_of(filing.edition.framework, [code], 10)[code]


def test_from_the_opening_to_the_last_acceptance_of_each_unit(filing: Filing, office: User) -> None:
    assert effort(filing) == Effort(Fraction(10), Ground.SUPPOSED)
    given(filing, office, "甲校", 0.2)
    given(filing, office, "乙校", 19.5)
    assert effort(filing) == Effort(Fraction(21, 2), Ground.OWN, 2, 1, 20)
    assert effort(filing, "Z").ground is Ground.OTHERS


def test_what_waits_to_be_judged_took_no_time_yet(filing: Filing, office: User) -> None:
    make_piece(want(filing), office)
    assert effort(filing).ground is Ground.SUPPOSED


def test_what_the_office_says_holds_and_can_be_taken_back(filing: Filing, office: User) -> None:
    framework = filing.edition.framework
    for days, ground in ((7, Ground.SAID), (7, Ground.SAID), (9, Ground.SAID), (None, Ground.SUPPOSED)):
        say_effort(framework=framework, standard=CODE, days=days, by=office, at=NOON)
        assert effort(filing).ground is ground


def test_two_queries(filing: Filing, office: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        given(filing, office, f"第{number}校", number)
    framework = filing.edition.framework
    with django_assert_num_queries(2):
        efforts_of(framework, [CODE, "A", "B"], 10)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Effort(Fraction(8), Ground.SAID), "文明办估计"),
        (Effort(Fraction(8), Ground.OWN, 1, 8, 8), "以前做过 1 次"),
        (Effort(Fraction(8), Ground.OWN, 3, 4, 30), "以前做过 3 次，4 到 30 天，取中位数"),
        (Effort(Fraction(8), Ground.OTHERS, 3, 4, 30), "没有做过，取做过的各条的中位数"),
        (Effort(Fraction(8), Ground.SUPPOSED), "都没有做过，先这样估"),
    ],
)
def test_what_it_rests_on_in_words(one: Effort, words: str) -> None:
    assert effort_words(one) == words
