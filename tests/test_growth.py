"""The measure of growth tells steps from squares."""

from tests.growth import grows_in_step


def test_work_in_step_passes() -> None:
    assert grows_in_step(lambda size: sum(range(size)), 200_000)


def test_work_with_the_square_of_its_size_is_found() -> None:
    assert not grows_in_step(lambda size: sum(1 for one in range(size) for other in range(size) if one > other), 300)
