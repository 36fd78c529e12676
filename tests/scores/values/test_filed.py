"""What was filed becomes values."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.frameworks.making import make_edition
from tests.plans.making import NOON, make_person
from wenming.frameworks.actions.filing_pieces import judge_piece
from wenming.frameworks.models import Filing, PieceState
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import Grade, MeanOfSites, Rule
from wenming.scores.values.filed import filed, methods_of

pytestmark = pytest.mark.django_db
CODE = "Ⅰ-2-1"  # wants a report and two photos


@pytest.fixture
def filing() -> Filing:
    """With the report accepted, and no photos."""
    me = make_person()
    made = make_filing(me, make_edition(me, is_draft=False))
    piece = make_piece(want(made), me)
    judge_piece(piece=piece, state=PieceState.ACCEPTED, reason="", by=me, at=NOON)
    return made


def leaf(*methods: str, rule: Rule | None = None) -> dict[str, Node]:
    return {CODE: Node(CODE, rule=rule or MeanOfSites(), methods=methods)}


def test_the_share_of_what_is_complete(filing: Filing) -> None:
    (seen,) = filed(filing, "", leaf(), set()).seen
    assert (seen.standard, seen.value, seen.method) == (CODE, Decimal("0.5"), "")
    assert seen.note == "2026年度申报：2 份材料，1 份齐了"


def test_only_what_the_method_measures(filing: Filing) -> None:
    assert filed(filing, "网上申报", leaf("实地考察"), set()).seen == ()
    assert filed(filing, "网上申报", leaf("网上申报"), set()).seen[0].method == ""
    assert filed(filing, "网上申报", leaf("实地考察", "网上申报"), set()).seen[0].method == "网上申报"


def test_what_has_a_value_or_is_no_share_is_left_and_told(filing: Filing) -> None:
    there = filed(filing, "", leaf(), {(CODE, "")})
    assert (there.seen, there.there, there.other) == ((), 1, 0)
    graded = filed(filing, "", leaf(rule=Grade((("A", Fraction(1)),))), set())
    assert (graded.seen, graded.there, graded.other) == ((), 0, 1)
    assert filed(filing, "", {"X": Node("X")}, set()).seen == ()


def test_methods_that_sound_like_material_come_first() -> None:
    leaves = {"1": Node("1", methods=("实地考察", "问卷调查")), "2": Node("2", methods=("网上申报",))}
    assert methods_of(leaves) == ["网上申报", "实地考察", "问卷调查"]
