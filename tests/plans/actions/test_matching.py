"""What names mean: chosen by a person, learned by the directory."""

import pytest

from tests.plans import read
from tests.plans.making import make_area
from wenming.accounts.models import User
from wenming.places.actions import NameTaken, merge_units
from wenming.places.models import Alias, Unit, UnitClass, UnitKind
from wenming.plans.actions import matching
from wenming.plans.actions.marking import Seen
from wenming.plans.models import Duty, MarkState, PlanVersion, Step

pytestmark = pytest.mark.django_db


def mean(version: PlanVersion, me: User, name: str, meant: matching.Meant, *, everywhere: bool = True) -> list[Duty]:
    """All duties of that name after the first was said to mean ``meant``."""
    duty = read.duty_of(version, name)
    seen = Seen("duty", duty.pk, duty.revision)
    matching.match_name(version_id=version.pk, seen=seen, meant=meant, everywhere=everywhere, by=me, at=read.NOON)
    return list(Duty.objects.filter(name=name).order_by("start"))


def test_all_the_same_names_at_once(version: PlanVersion, me: User) -> None:
    unit = Unit.objects.get(short="县城管局")
    duties = mean(version, me, "**镇党委", unit)
    assert [(duty.unit, duty.state, duty.reason) for duty in duties] == [(unit, MarkState.CONFIRMED, "chosen")] * 2
    assert Step.objects.count() == 1


def test_or_here_only(version: PlanVersion, me: User) -> None:
    unit = Unit.objects.get(short="县城管局")
    duties = mean(version, me, "**镇党委", unit, everywhere=False)
    assert [duty.unit for duty in duties] == [unit, None]


def test_removed_ones_are_left_alone(version: PlanVersion, me: User) -> None:
    Duty.objects.filter(pk=read.duty_of(version, "**镇党委", 1).pk).update(state=MarkState.REMOVED)
    duties = mean(version, me, "**镇党委", Unit.objects.get(short="县城管局"))
    assert [duty.state for duty in duties] == [MarkState.CONFIRMED, MarkState.REMOVED]


def test_a_class(version: PlanVersion, me: User) -> None:
    unit_class = UnitClass.objects.get()
    assert [duty.unit_class for duty in mean(version, me, "教育局", unit_class)] == [unit_class]
    assert [duty.unit for duty in Duty.objects.filter(name="教育局")] == [None]


def test_nothing_at_all(version: PlanVersion, me: User) -> None:
    duties = mean(version, me, "教育局", None)
    assert [(duty.unit, duty.state, duty.reason) for duty in duties] == [(None, MarkState.CONFIRMED, "unknown")]
    assert not Alias.objects.exists()


@pytest.mark.parametrize(
    ("name", "learned"),
    [("教育局", True), ("县城管局", False), ("**镇党委", False)],
    ids=["a new name", "its own name", "a name that stands for many"],
)
def test_what_the_directory_learns(version: PlanVersion, me: User, name: str, learned: bool) -> None:
    mean(version, me, name, Unit.objects.get(short="县城管局"))
    assert Alias.objects.filter(name=name).exists() is learned
    if learned:
        assert Alias.objects.get().learned_by == me


def test_a_unit_made_there_and_then(version: PlanVersion, me: User) -> None:
    new = matching.NewUnit("青禾县河口镇党委", UnitKind.TOWN, make_area())
    duties = mean(version, me, "**镇党委", new)
    assert {str(duty.unit) for duty in duties} == {"青禾县河口镇党委"}


def test_a_class_made_there_and_then(version: PlanVersion, me: User) -> None:
    duties = mean(version, me, "**镇党委", matching.NewClass("各镇", (UnitKind.TOWN,)))
    assert {str(duty.unit_class) for duty in duties} == {"各镇"}


def test_a_taken_name_changes_nothing(version: PlanVersion, me: User) -> None:
    with pytest.raises(NameTaken):
        mean(version, me, "**镇党委", matching.NewClass("各社区", (UnitKind.TOWN,)))
    assert not Step.objects.exists()


def test_a_unit_that_was_merged_meanwhile(version: PlanVersion, me: User) -> None:
    shown = Unit.objects.get(short="县城管局")
    merge_units(unit=Unit.objects.get(pk=shown.pk), into=Unit.objects.get(short="县教育局"), by=me, at=read.NOON)
    with pytest.raises(Unit.DoesNotExist):
        mean(version, me, "教育局", shown)
