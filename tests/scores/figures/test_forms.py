"""From which figure a standard's value comes, as somebody says it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.plans.making import make_unit
from tests.work.figures.making import FUNDS, LAMPS
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import MeanOfSites, Ratio
from wenming.scores.figures.forms import SupplyForm
from wenming.work.commitments.subjects import ALL

pytestmark = pytest.mark.django_db
SHARED = Node("A-1", "主要街道亮灯率", rule=MeanOfSites())
SAID = {"figure": f"0 {LAMPS}", "taken": "last", "period": "year", "target": "95", "better": "up"}


def form(said: dict[str, str], leaf: Node = SHARED) -> SupplyForm:
    town = make_unit("甲镇")
    places = [(FUNDS, ALL), (LAMPS, ALL), (LAMPS, town.pk)]
    return SupplyForm(said, leaf=leaf, places=places, units={town.pk: town})


def test_a_good_form_is_a_source() -> None:
    good = form(SAID)
    assert good.is_valid()
    assert (good.source.name, good.source.unit, good.source.target) == (LAMPS, None, Decimal(95))


def test_what_sounds_like_the_standard_is_offered_first() -> None:
    (head, alike), (_other, others) = form(SAID).fields["figure"].choices  # type: ignore[attr-defined]
    assert head == "名称相近"
    assert [words for _key, words in alike] == ["亮灯率（全县）", "亮灯率（甲镇）"]
    assert [words for _key, words in others] == ["教育经费（全县）"]


@pytest.mark.parametrize("target", ["", "0", "-1", "很多"])
def test_a_share_needs_a_target(target: str) -> None:
    assert list(form(SAID | {"target": target}).errors) == ["target"]


def test_a_rule_of_numbers_asks_for_no_target() -> None:
    number = form(SAID | {"target": ""}, Node("B-2", rule=Ratio(Fraction(98))))
    assert number.is_valid()
    assert number.source.target is None


def test_a_figure_out_of_reach_is_refused() -> None:
    assert list(form(SAID | {"figure": "0 秘密"}).errors) == ["figure"]
