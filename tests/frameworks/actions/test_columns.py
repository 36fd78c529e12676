"""The office's own columns."""

import pytest

from tests.frameworks.making import PACK, item, make_edition
from tests.plans.making import NOON, make_person
from wenming.accounts.models import User
from wenming.audit.models import Detail, Event
from wenming.frameworks.actions import columns as acting
from wenming.frameworks.actions.assigning import Superseded
from wenming.frameworks.actions.bringing import put_in_force
from wenming.frameworks.models import MOST_COLUMNS, Column, ColumnKind, Edition, EditionState, Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_person()


@pytest.fixture
def edition(office: User) -> Edition:
    return make_edition(office, is_draft=False)


def add(edition: Edition, office: User, name: str, kind: ColumnKind = ColumnKind.TEXT) -> Column:
    return acting.add_column(edition=edition, name=name, kind=kind, by=office, at=NOON)


def names(edition: Edition) -> list[str]:
    return list(edition.columns.values_list("name", flat=True))


def test_columns_are_added_named_moved_and_removed(edition: Edition, office: User) -> None:
    leader, due, material = (add(edition, office, name) for name in ("责任领导", "完成时限", "所需材料"))
    acting.move_column(column=material, is_left=True, by=office, at=NOON)
    acting.move_column(column=leader, is_left=True, by=office, at=NOON)  # the first stays
    acting.rename_column(column=due, name=" 办结 时限 ", by=office, at=NOON)
    assert names(edition) == ["责任领导", "所需材料", "办结 时限"]
    acting.remove_column(column=leader, by=office, at=NOON)
    assert names(edition) == ["所需材料", "办结 时限"]
    assert Event.objects.order_by("number").last().verb == "frameworks.remove_column"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "name", ["", " ", "责任领导", "责任 领导（签字）", "牵头单位", "编号", "测评标准", "第几份材料", "长" * 21]
)
def test_a_column_has_a_name_that_tells_it_from_all_others(edition: Edition, office: User, name: str) -> None:
    add(edition, office, "责任领导")
    with pytest.raises(acting.BadName):
        add(edition, office, name)


def test_no_more_than_a_page_can_show(edition: Edition, office: User) -> None:
    for number in range(MOST_COLUMNS):
        add(edition, office, f"第{number}栏")
    with pytest.raises(acting.TooMany):
        add(edition, office, "再一栏")


def test_many_places_are_filled_in_at_once_and_emptied(edition: Edition, office: User) -> None:
    leader = add(edition, office, "责任领导")
    places = [(item(edition, "Ⅰ-1-1").pk, 0), (item(edition, "Ⅰ-2-1").pk, 2), (item(edition, "Ⅰ-2-1").pk, 9)]
    assert acting.fill_in(column=leader, places=places, text="李副县长", by=office, at=NOON) == 2
    assert set(Entry.objects.values_list("item__code", "wanted", "text")) == {
        ("Ⅰ-1-1", 0, "李副县长"),
        ("Ⅰ-2-1", 2, "李副县长"),
    }
    event = Event.objects.order_by("number").last()
    assert event
    assert "text" not in event.after  # who leads is a person: it is kept beside the event
    assert Detail.objects.get(event=event, name="after.text").value == "李副县长"
    acting.fill_in(column=leader, places=places[:1], text="王副县长", by=office, at=NOON)
    acting.fill_in(column=leader, places=places[1:], text="", by=office, at=NOON)
    assert list(Entry.objects.values_list("text", flat=True)) == ["王副县长"]


def test_a_new_edition_has_the_columns_and_what_stands_in_them_where_the_standard_stands(
    edition: Edition, office: User
) -> None:
    leader, due = add(edition, office, "责任领导"), add(edition, office, "完成时限", ColumnKind.DATE)
    places = [(item(edition, code).pk, 0) for code in ("Ⅰ-1-1", "Ⅰ-1-2")]
    acting.fill_in(column=leader, places=places, text="李副县长", by=office, at=NOON)
    acting.fill_in(column=due, places=places, text="2026-03-05", by=office, at=NOON)
    draft = make_edition(office, of=edition.framework, text=PACK.replace("公厕干净", "厕所革命"))
    assert list(draft.columns.values_list("name", "kind")) == [("责任领导", "text"), ("完成时限", "date")]
    acting.remove_column(column=draft.columns.get(name="完成时限"), by=office, at=NOON)
    own = [(item(draft, "Ⅰ-1-1").pk, 0)]
    put_in_force(edition=draft, by=office, at=NOON)
    said = Entry.objects.filter(column__edition=draft)
    assert list(said.values_list("item", "text")) == [(own[0][0], "李副县长")]


def test_a_table_that_is_history_stays(edition: Edition, office: User) -> None:
    column = add(edition, office, "责任领导")
    Edition.objects.update(state=EditionState.SUPERSEDED)
    with pytest.raises(Superseded):
        acting.fill_in(column=column, places=[], text="甲", by=office, at=NOON)
    with pytest.raises(Superseded):
        acting.remove_column(column=column, by=office, at=NOON)
