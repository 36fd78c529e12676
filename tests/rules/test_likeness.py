"""Looks of pictures, and that whatever is alike is found."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.likeness import (
    ALIKE,
    BANDS,
    BITS,
    SIDE,
    Look,
    bands,
    distance,
    look_of,
    searched,
    written,
)

looks = st.integers(0, 2**BITS - 1)


def scene(seed: int) -> list[int]:
    """A made-up picture: some soft spots of light and dark."""
    chance = random.Random(seed)
    spots = [
        (chance.uniform(0, SIDE), chance.uniform(0, SIDE), chance.uniform(2, 9), chance.uniform(-120, 120))
        for _ in range(12)
    ]

    def light(x: int, y: int) -> int:
        sum_ = sum(weight * math.exp(-((x - a) ** 2 + (y - b) ** 2) / size**2) for a, b, size, weight in spots)
        return round(min(255, max(0, 128 + sum_)))

    return [light(x, y) for y in range(SIDE) for x in range(SIDE)]


def mirrored(grey: list[int]) -> list[int]:
    return [value for start in range(0, len(grey), SIDE) for value in reversed(grey[start : start + SIDE])]


def seen(grey: list[int]) -> Look:
    look = look_of(grey)
    assert look is not None
    return look


@pytest.mark.parametrize("seed", range(20))
def test_what_is_done_to_a_photo_on_its_way_changes_little(seed: int) -> None:
    grey, chance = scene(seed), random.Random(seed)
    brighter = [min(255, value + 30) for value in grey]
    noisy = [min(255, max(0, value + chance.randint(-6, 6))) for value in grey]
    assert distance(seen(grey).bits, seen(brighter).bits) <= ALIKE
    assert distance(seen(grey).bits, seen(noisy).bits) <= ALIKE


def test_other_pictures_are_far() -> None:
    every = [seen(scene(seed)).bits for seed in range(40)]
    assert min(distance(one, other) for at, one in enumerate(every) for other in every[:at]) > ALIKE


@pytest.mark.parametrize("seed", range(20))
def test_a_mirror(seed: int) -> None:
    plain, turned = seen(scene(seed)), seen(mirrored(scene(seed)))
    assert distance(plain.mirrored, turned.bits) <= 1  # but for rounding
    assert distance(turned.mirrored, plain.bits) <= 1


def test_half_of_the_bits_are_set() -> None:
    assert seen(scene(1)).bits.bit_count() == BITS // 2


@pytest.mark.parametrize("grey", [[0] * SIDE**2, [255] * SIDE**2, [127, 129] * (SIDE**2 // 2)])
def test_nothing_to_be_seen(grey: list[int]) -> None:
    assert look_of(grey) is None


def test_only_pictures_of_one_size() -> None:
    with pytest.raises(ValueError, match="5"):
        look_of([1, 2, 3, 4, 5])


@pytest.mark.parametrize(("one", "other", "differ"), [(0, 0, 0), (0, 1, 1), (0, 2**64 - 1, 64), (0b1010, 0b0101, 4)])
def test_distance(one: int, other: int, differ: int) -> None:
    assert distance(one, other) == differ


def test_how_many_values_are_asked_for() -> None:
    asked = searched(0x0123456789ABCDEF)
    assert [len(values) for values in asked] == [137, 137, 137, 17]
    assert all(len(set(values)) == len(values) for values in asked)


@given(looks, st.sets(st.integers(0, BITS - 1), max_size=ALIKE))
def test_whatever_is_alike_is_found(bits: int, flipped: set[int]) -> None:
    other = bits ^ sum(1 << place for place in flipped)
    asked = searched(bits)
    assert any(value in asked[number] for number, value in enumerate(bands(other)))


def test_what_differs_in_eleven_bits_may_be_missed() -> None:
    flipped = sum(0b111 << (16 * number) for number in range(3)) | 0b11 << 48
    assert distance(0, flipped) == ALIKE + 1
    assert not any(value in searched(0)[number] for number, value in enumerate(bands(flipped)))


@given(looks)
def test_bands_are_the_whole(bits: int) -> None:
    assert sum(value << (16 * number) for number, value in enumerate(bands(bits))) == bits
    assert len(bands(bits)) == BANDS
    assert int(written(bits), 16) == bits
    assert len(written(bits)) == 16
