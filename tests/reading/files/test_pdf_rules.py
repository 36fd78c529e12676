import pypdfium2
import pytest

from tests.reading.files.making import pdf_of_pages, pdf_rule
from wenming.reading.files.pdf_rules import Rule, rules_of
from wenming.reading.files.pdf_turns import Turn


def rules(content: bytes, quarters: int = 0) -> list[Rule]:
    with pypdfium2.PdfDocument(pdf_of_pages([content])) as document:
        return rules_of(document[0], Turn(quarters, 0, 0, 595, 842))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf_rule(90, 700, 390, 700), [Rule(True, 700, 90, 390)]),
        (pdf_rule(390, 700.5, 90, 700), [Rule(True, 700.25, 90, 390)]),
        (pdf_rule(90, 600, 90, 700), [Rule(False, 90, 600, 700)]),
        (pdf_rule(90, 600, 190, 700), []),
        (pdf_rule(90, 700, 92, 700), []),
        (b"2 0 0 1 10 0 cm " + pdf_rule(40, 700, 90, 700), [Rule(True, 700, 90, 190)]),
        (b"90 700 m 190 700 l 190 600 l S\n", [Rule(True, 700, 90, 190), Rule(False, 190, 600, 700)]),
    ],
)
def test_straight_lines(content: bytes, expected: list[Rule]) -> None:
    assert rules(content) == expected


def test_a_box_has_four_sides() -> None:
    sides = rules(b"90 600 100 50 re S\n")
    assert {(side.is_level, side.at) for side in sides} == {(True, 600), (True, 650), (False, 90), (False, 190)}


def test_lines_of_a_page_that_is_turned() -> None:
    assert rules(pdf_rule(90, 700, 390, 700), quarters=3) == [Rule(False, 700, 205, 505)]


def test_a_page_full_of_paths_is_a_drawing() -> None:
    assert rules(pdf_rule(90, 700, 390, 700) * 20_001) == []
