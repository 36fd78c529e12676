import math

import pytest

from wenming.reading.files.pdf_turns import Turn, quarters_of, usual


@pytest.mark.parametrize(
    ("angle", "quarters"),
    [
        (0, 0),
        (0.05, 0),
        (math.pi / 2, 1),
        (math.pi, 2),
        (3 * math.pi / 2, 3),
        (2 * math.pi, 0),
        (0.8, None),
        (5.5, None),
    ],
)
def test_quarters(angle: float, quarters: int | None) -> None:
    assert quarters_of(angle) == quarters


@pytest.mark.parametrize(("quarters", "expected"), [([0, 3, 3, None], 3), ([None, None], 0), ([], 0)])
def test_the_usual_turn(quarters: list[int | None], expected: int) -> None:
    assert usual(quarters) == expected


@pytest.mark.parametrize(
    ("quarters", "box", "width"),
    [
        (0, (10, 30, 20, 50), 100),
        (1, (150, 10, 170, 20), 200),
        (2, (80, 150, 90, 170), 100),
        (3, (30, 80, 50, 90), 200),
    ],
)
def test_boxes_are_turned(quarters: int, box: tuple[float, ...], width: float) -> None:
    turn = Turn(quarters, 0, 0, 100, 200)
    assert turn.box(10, 30, 20, 50) == box
    assert turn.width == width
