"""What the board counts."""

import pytest
from django.db import transaction
from django.db.models import Q

from tests.plans.making import NOON, Says, make_unit, make_version
from tests.work.making import make_commitment
from wenming.plans.models import PlanVersion
from wenming.reading.model import Role
from wenming.rules.commitments.judging import State
from wenming.work.board.queries import TOGETHER, Chosen, board_of, chapters_of
from wenming.work.models import Whom
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def version() -> PlanVersion:
    """Two chapters: one judged unit by unit, the other all together."""
    duties = [(name, Role.LEAD, make_unit(name)) for name in ("甲镇", "乙镇")]
    version = make_version(
        Says("评议", path=["二、乡风"], duties=duties), Says("创作", path=["一、文化"], duties=duties)
    )
    first, second = version.measures.all()
    make_commitment(first, chapter="二、乡风")
    make_commitment(second, chapter="一、文化", whom=Whom.TOGETHER)
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    return version


def test_chapters_stand_in_the_order_of_the_plan(version: PlanVersion) -> None:
    assert chapters_of(version) == ["二、乡风", "一、文化"]


def test_units_by_chapters(version: PlanVersion) -> None:
    board = board_of(version, Chosen(), seen=Q(), chapters=chapters_of(version))
    assert [row.key for row in board.grid.rows] == [TOGETHER, *board.units]
    assert [unit.short for unit in board.units.values()] == ["甲镇", "乙镇"]
    assert [heap.worst for heap in board.grid.rows[0].heaps] == [None, State.OPEN]
    assert board.grid.total.asked == 3


def test_units_by_commitments_of_a_chapter(version: PlanVersion) -> None:
    board = board_of(version, Chosen(chapter="二、乡风", text="甲"), seen=Q(), chapters=chapters_of(version))
    assert [one.activity for one in board.commitments.values()] == ["民主评议"]
    assert len(board.grid.rows) == 1
    assert board_of(version, Chosen(state="missed"), seen=Q(), chapters=chapters_of(version)).grid.rows == []
    assert board_of(version, Chosen(), seen=Q(unit=None), chapters=chapters_of(version)).grid.total.asked == 1
