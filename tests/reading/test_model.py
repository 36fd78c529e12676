"""The values of a reading cannot be changed after the fact."""

import dataclasses

import pytest

from wenming.reading import model
from wenming.reading.model import FORMAT, Amount, Term, TermKind, UnreadableDocument


def test_the_format_is_named() -> None:
    assert FORMAT == "wenming.reading/1"


def test_values_are_frozen() -> None:
    term = Term(TermKind.DURATION, 3, 7, Amount(3, None, "天"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        term.start = 0  # type: ignore[misc]


def test_every_value_is_frozen_and_slotted() -> None:
    values = [value for value in vars(model).values() if dataclasses.is_dataclass(value)]
    assert len(values) >= 12
    assert all(value.__dataclass_params__.frozen and hasattr(value, "__slots__") for value in values)  # type: ignore[union-attr]


def test_a_refusal_carries_its_code_and_what_it_is_about() -> None:
    refusal = UnreadableDocument("too_large", megabytes="20")
    assert (refusal.code, refusal.about) == ("too_large", {"megabytes": "20"})
