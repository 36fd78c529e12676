"""Suggestions of a second reader about the small plan of ``tests.plans.read``, as they are when it was asked."""

import json

from tests.plans import read
from wenming.plans.actions.suggesting import save_suggestions
from wenming.plans.models import Doubt, PlanVersion
from wenming.reading import model

ONCE = {"min": 1, "max": 1, "unit": "次"}


def unit(words: str, role: str = "lead", nth: int = 0) -> model.Doubt:
    """The words are taken for a unit."""
    return model.Doubt(f"second_sees_{role}", *read.at(words, nth), {"words": words})


def quantity(words: str, value: object, nth: int = 0) -> model.Doubt:
    """The words are taken for a quantity."""
    about = {"words": words, "value": json.dumps(value)}
    return model.Doubt("second_sees_quantity", *read.at(words, nth), about)


def suggest(version: PlanVersion, *found: model.Doubt) -> list[Doubt]:
    """What is kept of the suggestions."""
    return save_suggestions(version=version, found=found)


def twice(version: PlanVersion) -> list[Doubt]:
    """The same unit suggested in two measures, where the rules read none."""
    return suggest(version, unit("责任单位"), unit("责任单位", nth=1))
