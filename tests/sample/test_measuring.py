"""The framework of the sample county."""

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from wenming.accounts.models import User
from wenming.frameworks.models import Assignment, Edition
from wenming.frameworks.queries import without_lead
from wenming.rules.scoring.scoring import score
from wenming.sample.load import load
from wenming.sample.measuring import load_framework, sample_pack, sample_values
from wenming.scores.models import Round, Supply
from wenming.scores.standing import standing_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)


def test_it_has_a_hundred_points() -> None:
    assert score(sample_pack().tree, []).points == 100


def test_every_standard_is_led_by_a_unit_of_the_county_and_twice_is_once() -> None:
    load(at=NOON)
    edition = Edition.objects.get(state="in_force")
    assert not without_lead(edition.items.filter(is_standard=True))
    named = sum(len(one.roles) + sum(len(each.roles) for each in one.evidence) for one in sample_pack().root.walk())
    assert Assignment.objects.count() == named
    load_framework(by=User.objects.get(username="xuqing"), at=NOON)
    assert Edition.objects.count() == 1


def test_its_rounds_have_scores() -> None:
    load(at=NOON)
    for name in ("round-1.csv", "round-2.csv"):
        assert not sample_values(name).faults
    now, earlier = Round.objects.order_by("-last")
    assert (earlier.state, now.state) == ("closed", "open")
    before, after = (standing_of(one) for one in (earlier, now))
    assert before.score and after.score and before.share and after.share
    assert before.share < after.share
    assert before.known == 100 > after.known  # the survey of the later one is not over


def test_a_standard_takes_its_value_from_a_figure_of_the_plan() -> None:
    load(at=NOON)
    [supply] = Supply.objects.all()
    assert supply.name in (files("wenming.sample") / "plan.md").read_text(encoding="utf-8")
    assert not Round.objects.get(state="open").measurements.filter(standard=supply.standard).exists()
