"""Which unit a name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.matching import Directory, Entry, EntryKind, Reason, match, normal


def _unit(number: int, name: str, short: str, *aliases: str) -> Entry:
    return Entry(EntryKind.UNIT, number, name, short, aliases)


EDUCATION = _unit(1, "青禾县教育局", "县教育局", "县教体局")
REFORM = _unit(2, "青禾县发展和改革委员会", "县发改委")
LABOUR = _unit(3, "青禾县人力资源和社会保障局", "县人社局")
HOUSING = _unit(4, "青禾县住房和城乡建设局", "县住房城乡建设局")
TOWN = _unit(5, "青禾县柳桥镇人民政府", "柳桥镇")
HEALTH = _unit(6, "青禾县卫生健康委员会", "县卫生健康委")
CULTURE = _unit(7, "青禾县文化和旅游局", "县文化旅游局")
FORESTRY = _unit(8, "青禾县文物保护局", "县文物局")
COMMUNITIES = Entry(EntryKind.CLASS, 1, "各社区", "各社区", ("全县各社区",))
TOWNS = Entry(EntryKind.CLASS, 2, "各乡镇（街道）", "各乡镇（街道）")
DIRECTORY = Directory(
    [EDUCATION, REFORM, LABOUR, HOUSING, TOWN, HEALTH, CULTURE, FORESTRY, COMMUNITIES, TOWNS], ["青禾县", "云州市"]
)


@pytest.mark.parametrize(
    ("name", "entry", "reason"),
    [
        ("青禾县教育局", EDUCATION, Reason.NAME),
        ("县教育局", EDUCATION, Reason.SHORT),
        ("县教体局", EDUCATION, Reason.ALIAS),
        ("教育局", EDUCATION, Reason.AREA),
        ("云州市青禾县教育局", EDUCATION, Reason.AREA),
        ("教体局", EDUCATION, Reason.AREA),
        ("发改委", REFORM, Reason.AREA),
        ("县发展改革委", REFORM, Reason.AREA),
        ("人力资源社会保障局", LABOUR, Reason.AREA),
        ("县住建局", HOUSING, Reason.SHORTENED),
        ("卫健委", HEALTH, Reason.SHORTENED),
        ("柳桥镇党委", TOWN, Reason.BODY),
        ("柳桥镇", TOWN, Reason.SHORT),
        ("各社区", COMMUNITIES, Reason.NAME),
        ("全县各社区", COMMUNITIES, Reason.ALIAS),
        ("各乡（镇）、街道", TOWNS, Reason.NAME),
    ],
)
def test_it_finds_the_entry_and_says_why(name: str, entry: Entry, reason: Reason) -> None:
    found = match(name, DIRECTORY)
    assert (found.entry, found.reason) == (entry, reason)


def test_it_decides_nothing_where_several_fit() -> None:
    found = match("文旅局", Directory([CULTURE, _unit(9, "青禾县文艺与旅行局", "县文艺旅行局")], ["青禾县"]))
    assert found.entry is None
    assert found.reason is Reason.AMBIGUOUS
    assert len(found.candidates) == 2


def test_it_says_unknown_and_offers_what_looks_alike() -> None:
    found = match("**镇党委", DIRECTORY)
    assert (found.entry, found.reason) == (None, Reason.UNKNOWN)
    found = match("县教育管理中心", DIRECTORY)
    assert found.entry is None
    assert EDUCATION in found.candidates


def test_a_class_is_never_an_official_shortening() -> None:
    assert match("各街道", Directory([_unit(1, "各色街头小道", "各色街道")])).reason is Reason.UNKNOWN


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("发展和改革委员会", "发展改革委"),
        ("各乡（镇）、街道", "各乡镇街道"),
        (" 县 文明办公室", "县文明办"),
        ("ＡＢ公司", "AB公司"),
    ],
)
def test_names_are_compared_in_one_form(name: str, compared: str) -> None:
    assert normal(name) == compared


@given(st.text(max_size=30))
def test_any_name_gets_an_answer(name: str) -> None:
    found = match(name, DIRECTORY)
    assert (found.entry is None) == (found.reason in {Reason.UNKNOWN, Reason.AMBIGUOUS})


@given(st.sampled_from(DIRECTORY.entries), st.randoms(use_true_random=False))
def test_the_order_of_the_directory_does_not_matter(entry: Entry, chance: object) -> None:
    shuffled = list(DIRECTORY.entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert match(entry.short, Directory(shuffled, ["青禾县", "云州市"])).entry == entry
