"""Giving, replacing, taking away, judging."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.frameworks.filing.making import REPORT, make_filing, make_piece, want
from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_record
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.frameworks.actions import filing_pieces as pieces
from wenming.frameworks.actions.filing_pieces import Content
from wenming.frameworks.actions.filing_proofs import NotCurrent
from wenming.frameworks.actions.filing_rounds import FilingClosed, close_filing
from wenming.frameworks.models import Filing, PassedOver, Piece, PieceKind, PieceState

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def filing(office: User) -> Filing:
    """An open round."""
    return make_filing(office)


def test_the_same_is_given_once(office: User, filing: Filing) -> None:
    record = make_record(make_unit())
    given = [Content("报告", text=REPORT), Content("链接", link="https://example.com/"), Content("记录", record=record)]
    made = [make_piece(want(filing), office, one) for one in given]
    assert [(one.line, one.kind) for one in made] == [(1, "text"), (2, "link"), (3, "record")]
    for one in given:
        with pytest.raises(pieces.AlreadyGiven):
            make_piece(want(filing), office, one)
    assert Content("无", text="字").kind is PieceKind.TEXT
    assert Event.objects.filter(verb="frameworks.add_piece").count() == 3


def test_what_is_replaced_stays_behind_and_is_looked_at_again(office: User, filing: Filing) -> None:
    first = make_piece(want(filing), office)
    pieces.judge_piece(piece=first, state=PieceState.ACCEPTED, reason="", by=office, at=NOON)
    second = pieces.replace_piece(piece=first, content=Content("新", text="新的报告"), by=office, at=NOON)
    assert (second.line, second.version, second.state) == (1, 2, "open")
    first.refresh_from_db()
    assert (first.is_current, first.state, first.text) == (False, "accepted", REPORT)
    with pytest.raises(NotCurrent):
        pieces.replace_piece(piece=first, content=Content("旧", text="旧"), by=office, at=NOON)
    third = pieces.replace_piece(piece=second, content=Content("改题目", text="新的报告"), by=office, at=NOON)
    assert [one.version for one in Piece.objects.current()] == [third.version]


def test_what_was_taken_away_can_be_put_back_unless_something_took_its_place(office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office)
    pieces.take_away(piece=piece, by=office, at=NOON)
    assert not Piece.objects.current().exists()
    with pytest.raises(NotCurrent):
        pieces.take_away(piece=piece, by=office, at=NOON)
    pieces.put_back(piece=piece, by=office, at=NOON)
    piece.refresh_from_db()
    assert (piece.is_current, piece.removed_by) == (True, None)
    with pytest.raises(NotCurrent):
        pieces.put_back(piece=piece, by=office, at=NOON)


def test_who_gets_something_back_is_told_why(office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office)
    with pytest.raises(pieces.NoReason):
        pieces.judge_piece(piece=piece, state=PieceState.RETURNED, reason=" ", by=office, at=NOON)
    pieces.judge_piece(piece=piece, state=PieceState.RETURNED, reason="没有效果数据", by=office, at=NOON)
    piece.refresh_from_db()
    assert (piece.state, piece.reason, piece.judged_by) == ("returned", "没有效果数据", office)
    pieces.judge_piece(piece=piece, state=PieceState.OPEN, reason="", by=office, at=NOON)
    piece.refresh_from_db()
    assert (piece.state, piece.reason, piece.judged_by) == ("open", "", None)


def test_many_are_accepted_at_once_and_what_was_returned_is_not(office: User, filing: Filing) -> None:
    one = make_piece(want(filing), office)
    two = make_piece(want(filing), office, Content("乙", text="乙"))
    back = make_piece(want(filing), office, Content("丙", text="丙"))
    pieces.judge_piece(piece=back, state=PieceState.RETURNED, reason="太短", by=office, at=NOON)
    keys = [one.pk, two.pk, back.pk, 999]
    assert pieces.accept_pieces(filing=filing, pieces=keys, by=office, at=NOON) == 2
    assert pieces.accept_pieces(filing=filing, pieces=keys, by=office, at=NOON) == 0
    back.refresh_from_db()
    assert back.state == "returned"
    assert Event.objects.get(verb="frameworks.accept_pieces").after == {"count": 2}


def test_what_was_waved_off_comes_back_when_it_is_asked_for(office: User, filing: Filing) -> None:
    record = make_record(make_unit())
    for _twice in range(2):
        pieces.pass_over(want=want(filing), told=record, by=office, at=NOON)
    assert PassedOver.objects.count() == 1
    assert pieces.look_again(want=want(filing), by=office, at=NOON) == 1
    assert pieces.look_again(want=want(filing), by=office, at=NOON) == 0


def test_a_closed_round_takes_none_of_it(office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office)
    close_filing(filing=filing, by=office, at=NOON)
    content = Content("新", text="新", first=date(2026, 3, 5))
    acts: list[Callable[[], object]] = [
        lambda: pieces.replace_piece(piece=piece, content=replace(content, title="乙"), by=office, at=NOON),
        lambda: pieces.take_away(piece=piece, by=office, at=NOON),
        lambda: pieces.put_back(piece=piece, by=office, at=NOON),
        lambda: pieces.judge_piece(piece=piece, state=PieceState.ACCEPTED, reason="", by=office, at=NOON),
        lambda: pieces.accept_pieces(filing=filing, pieces=[piece.pk], by=office, at=NOON),
        lambda: pieces.pass_over(want=want(filing), piece=piece, by=office, at=NOON),
        lambda: pieces.look_again(want=want(filing), by=office, at=NOON),
    ]
    for act in acts:
        with pytest.raises(FilingClosed):
            act()


def test_what_was_given_again_meanwhile_is_not_put_back_beside_it(office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office)
    pieces.take_away(piece=piece, by=office, at=NOON)
    make_piece(want(filing), office)
    with pytest.raises(pieces.AlreadyGiven):
        pieces.put_back(piece=piece, by=office, at=NOON)
    assert Piece.objects.current().count() == 1


def test_what_was_accepted_with_other_days_is_looked_at_again(office: User, filing: Filing) -> None:
    piece = make_piece(want(filing), office, Content("报告", text=REPORT, first=date(2026, 3, 5)))
    pieces.judge_piece(piece=piece, state=PieceState.ACCEPTED, reason="", by=office, at=NOON)
    for day, state in ((5, "accepted"), (6, "open")):
        pieces.date_piece(piece=piece, first=date(2026, 3, day), last=date(2026, 3, day), by=office, at=NOON)
        piece.refresh_from_db()
        assert (piece.state, piece.judged_by) == (state, office if state == "accepted" else None)
    assert Event.objects.filter(verb="frameworks.date_piece").latest("pk").before["state"] == "accepted"
