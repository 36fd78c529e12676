"""What moved between two rounds."""

from fractions import Fraction

from wenming.rules.scoring.comparing import Moved, moved_sites, moved_standards, moved_units
from wenming.rules.scoring.model import Node, Observation
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.scoring_rules import MeanOfSites
from wenming.rules.scoring.tallies import by_territory

HALF = Fraction(1, 2)
TREE = Node(
    "",
    items=tuple(Node(code, f"标准{code}", Fraction(2), MeanOfSites()) for code in "1234"),
)
OLD = [
    Observation("1", HALF, site="甲路", territory="甲"),
    Observation("2", HALF, site="乙路", territory="乙"),
    Observation("4", Fraction(1)),
]
NEW = [
    Observation("1", Fraction(1), site="甲路", territory="甲"),
    Observation("2", Fraction(0), site="丙路", territory="乙"),
    Observation("2", HALF, site="丙路", territory="丙"),
    Observation("3", HALF),
    Observation("4", Fraction(1)),
]


def test_the_largest_move_stands_first_and_the_unknown_last() -> None:
    found = moved_standards(score(TREE, OLD), score(TREE, NEW))
    assert [(one.code, one.by) for one in found] == [
        ("1", Fraction(1)),
        ("2", -HALF),
        ("4", Fraction(0)),
        ("3", None),
    ]
    assert found[0] == Moved("1", "标准1", Fraction(1), Fraction(2))


def test_what_does_not_concern_the_city_is_not_compared() -> None:
    found = moved_standards(score(TREE, OLD, not_applicable={"1"}), score(TREE, NEW))
    assert "1" not in {one.code for one in found}


def test_units_and_sites_by_their_rates() -> None:
    units = {one.name: one.by for one in moved_units(by_territory(OLD), by_territory(NEW))}
    assert units == {"甲": HALF, "乙": -HALF, "丙": None}
    sites = {one.name: (one.before, one.after) for one in moved_sites(OLD, NEW)}
    assert sites == {"甲路": (HALF, 1), "乙路": (HALF, None), "丙路": (None, Fraction(1, 4))}
