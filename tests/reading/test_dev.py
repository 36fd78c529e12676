"""Real plans with labels by hand, where they lie beside the checkout: the floor that the reader must keep."""

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json

PLANS = Path(__file__).parents[3] / "shared/plans"
FLOOR = {"duties": 0.97, "attached": 0.95, "measures": 0.97, "terms": 0.90}
GOLD = sorted((PLANS / "dev").glob("*.gold.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason="the labelled plans are not part of the checkout")


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The scoring program that lies with the plans."""
    spec = importlib.util.spec_from_file_location("score", PLANS / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counted(score: ModuleType, gold: Path) -> Counter[str]:
    """What was found, and what was right, of one plan."""
    name = gold.name.replace(".gold.json", ".txt")
    text = gold.with_name(name).read_bytes().decode("utf-8")
    reading = as_json(read_text(text, name=name, sha256=""))
    count: Counter[str] = score.compare(reading, json.loads(gold.read_text(encoding="utf-8")))
    return count


def test_the_reader_keeps_its_floor(score: ModuleType) -> None:
    figures = score.figures(sum((counted(score, gold) for gold in GOLD), Counter()))
    assert {area: figures[area]["f1"] for area, least in FLOOR.items() if figures[area]["f1"] < least} == {}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.name.split(".")[0])
def test_no_noise_is_left(score: ModuleType, gold: Path) -> None:
    assert counted(score, gold)["noise.left"] == 0
