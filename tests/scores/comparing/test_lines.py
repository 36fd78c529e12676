"""What moved, as lines."""

from fractions import Fraction

from wenming.rules.scoring.comparing import Moved
from wenming.scores.comparing.lines import Line, lines_of
from wenming.scores.words import points_words


def test_with_its_sign_and_its_way() -> None:
    found = [
        Moved("1", "甲", Fraction(1), Fraction(5, 2)),
        Moved("2", "乙", Fraction(1), Fraction(0)),
        Moved("3", "丙", Fraction(1), Fraction(1)),
        Moved("4", "丁", None, Fraction(1)),
    ]
    assert lines_of(found, points_words) == [
        Line("1", "甲", "1", "2.5", "+1.5", "up"),
        Line("2", "乙", "1", "0", "-1", "down"),
        Line("3", "丙", "1", "1", "0", ""),
        Line("4", "丁", "", "1", "", ""),
    ]
