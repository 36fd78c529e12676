"""The sample county itself: complete, consistent, and known to its own directory."""

import re

import pytest

from wenming.sample.draft import ABOVE, LEFT, Block, Draft, Paragraph, Table, items, plain_text
from wenming.sample.register import PersonRole, UnitKind, members_of, named
from wenming.sample.source import VERSIONS, load_people, load_plan, load_units

STATED = re.compile(r"(?:责任|牵头|配合|督查)单位：([^；。\n]+)")
LED = re.compile(r"（([^（）]+)牵头(?:，([^（）]+)配合)?）")
LOOKS_LIKE_A_UNIT = re.compile(r"县[\u4e00-\u9fff]{1,6}?(?:局|办|联|馆|大队|公司|医院|总工会|工委)")


def stated(text: str) -> list[str]:
    """The units that the statements of responsibility in ``text`` name."""
    lists = [
        found.removesuffix("）") if found.count("）") > found.count("（") else found for found in STATED.findall(text)
    ]
    lists += [part for pair in LED.findall(text) for part in pair if part]
    return [name for found in lists for name in found.split("、")]


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Paragraph))


def task_table(draft: Draft) -> Table:
    (table,) = (block for one in draft.attachments for block in one.blocks if isinstance(block, Table))
    return table


def tasks(draft: Draft) -> list[tuple[str, ...]]:
    return [row for row in task_table(draft).rows if row[0].isdigit()]


def unknown_units(draft: Draft) -> set[str]:
    return {flaw.quote for flaw in draft.flaws if flaw.kind == "unknown_unit"}


def test_units() -> None:
    register = load_units()
    by_kind = {kind: [unit for unit in register.units if unit.kind is kind] for kind in UnitKind}
    assert len(register.units) >= 60
    assert all(by_kind.values())
    assert len(by_kind[UnitKind.SUBDISTRICT]) == 2
    assert len(by_kind[UnitKind.TOWN]) == 6
    assert len(by_kind[UnitKind.COMMUNITY]) == 12


def test_every_class_has_several_members_and_each_unit_of_an_area_stands_in_it() -> None:
    register = load_units()
    assert all(len(members_of(unit_class, register)) > 1 for unit_class in register.classes)
    places = {UnitKind.COMMUNITY, UnitKind.VILLAGE, UnitKind.TOWN, UnitKind.SUBDISTRICT}
    assert all(unit.area in unit.short for unit in register.units if unit.kind in places)


def test_people() -> None:
    people = load_people()
    assert len(people) == 15
    assert {person.role for person in people} == set(PersonRole)
    assert any(len(person.units) > 1 for person in people)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_plan_has_its_measures(version: int) -> None:
    draft = load_plan(version)
    assert 30 <= len(items(draft)) + len(tasks(draft)) <= 40


@pytest.mark.parametrize("version", VERSIONS)
def test_the_directory_knows_every_unit_of_the_plan(version: int) -> None:
    draft = load_plan(version)
    text = plain_text(draft)
    cells = [cell for row in tasks(draft) for cell in row[3:5] if cell not in (ABOVE, LEFT)]
    mentioned = {*stated(text), *(name for cell in cells for name in cell.split("、"))}
    assert len(mentioned) >= 45
    assert mentioned - set(named(load_units())) == unknown_units(draft)


@pytest.mark.parametrize("version", VERSIONS)
def test_no_other_unit_hides_in_the_sentences(version: int) -> None:
    draft = load_plan(version)
    looking = set(LOOKS_LIKE_A_UNIT.findall(plain_text(draft)))
    assert len(looking) > 30
    assert looking - set(named(load_units())) == unknown_units(draft)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_item_names_who_does_it(version: int) -> None:
    draft = load_plan(version)
    names = named(load_units())
    ownerless = {
        item
        for item, blocks in items(draft).items()
        if not stated(words(blocks)) and not any(name in words(blocks) for name in names)
    }
    assert ownerless == {flaw.quote for flaw in draft.flaws if flaw.kind == "no_owner"}


def test_the_flaws() -> None:
    assert [flaw.kind for flaw in load_plan(1).flaws] == [
        "no_such_date",
        "unknown_unit",
        "number_repeated",
        "dead_reference",
        "outside_period",
        "no_owner",
    ]
    assert [flaw.kind for flaw in load_plan(2).flaws] == ["dead_reference", "outside_period", "no_owner"]


def test_the_versions_differ_as_the_amendment_says() -> None:
    before, after = items(load_plan(1)), items(load_plan(2))
    assert len(after.keys() - before.keys()) == 3
    assert len(before.keys() - after.keys()) == 2
    assert sum(before[item] != after[item] for item in before.keys() & after.keys()) == 4


def test_an_unknown_version() -> None:
    with pytest.raises(ValueError, match="version 3"):
        load_plan(3)
