"""What the pages show."""

import pytest

from tests.frameworks.making import hold, item, make_edition
from tests.plans.making import NOON, make_person, make_unit, seeing
from wenming.accounts.models import User
from wenming.accounts.rights import Right
from wenming.frameworks import queries
from wenming.frameworks.actions.assigning import assign
from wenming.frameworks.models import AssignmentRole, Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    """Somebody of the office."""
    return make_person()


@pytest.fixture
def edition(office: User) -> Edition:
    """In force, one standard led, one answered for."""
    made = make_edition(office, is_draft=False)
    place = [(item(made, "Ⅰ-1-1").pk, 0)]
    assign(edition=made, places=place, to=make_unit("县城管局"), role=AssignmentRole.LEAD, by=office, at=NOON)
    hold(made, make_unit("县教育局"), office, "Ⅰ-2-1")
    return made


def how_many() -> tuple[int, int]:
    """Standards, and those without a lead, of the only edition."""
    counted = queries.counted(Edition.objects.all()).get()
    return counted.standard_count, counted.open_count  # type: ignore[attr-defined]


def test_how_many_standards_and_how_many_without_a_lead(edition: Edition) -> None:
    assert how_many() == (3, 2)
    standards = edition.items.filter(is_standard=True)
    assert [one.code for one in queries.without_lead(standards)] == ["Ⅰ-1-2", "Ⅰ-2-1"]


def test_a_lead_of_one_piece_does_not_lead_the_standard(edition: Edition, office: User) -> None:
    place = [(item(edition, "Ⅰ-2-1").pk, 1)]
    assign(edition=edition, places=place, to=make_unit("县妇联"), role=AssignmentRole.LEAD, by=office, at=NOON)
    assert how_many() == (3, 2)
    assert "Ⅰ-2-1" in [one.code for one in queries.without_lead(edition.items.filter(is_standard=True))]


def test_frameworks_by_name(edition: Edition) -> None:
    powers = seeing(Right.FRAMEWORK_VIEW)
    assert [one.shown for one in queries.frameworks_seen(powers, "文明程度")] == [[edition]]  # type: ignore[attr-defined]
    assert not queries.frameworks_seen(powers, "卫生城市")


def test_the_parts_of_an_edition(edition: Edition) -> None:
    found = [(part.item.code, part.item.position, part.end, part.standards) for part in queries.parts_of(edition)]
    assert found == [("Ⅰ-1", 1, 4, 2), ("Ⅰ-2", 4, 6, 1)]


def test_all_words_must_stand_in_it(edition: Edition) -> None:
    assert [one.code for one in queries.found(edition.items.all(), "路灯 背街")] == ["Ⅰ-1-1"]
    assert not queries.found(edition.items.all(), "路灯 公厕")


def test_what_an_item_stands_under_and_who_answers(edition: Edition) -> None:
    row = queries.with_assignments(edition.items.filter(code="Ⅰ-1-1")).get()
    assert [one.code for one in queries.above(row)] == ["Ⅰ-1"]
    held = queries.by_role(row.answering)  # type: ignore[attr-defined]
    assert [(one.role, [each.name for each in one.rows]) for one in held] == [(AssignmentRole.LEAD, ["县城管局"])]
    assert queries.by_role(row.answering, 1) == []  # type: ignore[attr-defined]


def test_the_edition_in_force_beside_a_draft(edition: Edition, office: User) -> None:
    draft = make_edition(office, of=edition.framework)
    assert queries.in_force_before(draft) == edition
    assert queries.in_force_before(edition) is None
