"""What serves two titles at once, and where to look for it."""

import pytest

from wenming.rules.frameworks.crosswalk import Link, Reach, Relation, served, serving, suggest
from wenming.rules.frameworks.model import Framework, Item
from wenming.rules.frameworks.shipped import shipped

CITY = Framework(
    Item(
        "文明城市",
        items=(
            Item("A1", "背街小巷路灯完好，亮灯率达到95%"),
            Item("A2", "主次干道垃圾日产日清，路面无积水"),
            Item("A3", "中小学校开展心理健康教育"),
        ),
    )
)
HYGIENE = Framework(
    Item(
        "卫生城市",
        items=(
            Item("B1", "垃圾日产日清，主次干道每天保洁不少于16小时"),
            Item("B2", "学校开设健康教育课，开展心理健康教育"),
            Item("B3", "病媒生物密度达到国家标准"),
        ),
    )
)


def test_what_sounds_alike_is_suggested_with_the_words_that_say_so() -> None:
    found = suggest(CITY, HYGIENE, most=1)
    assert [(one.source, one.target) for one in found] == [("A2", "B1"), ("A3", "B2")]
    assert found[0].likeness > 0.3
    assert found[0].shared == ("垃圾日产日清", "主次干道")


def test_a_framework_is_most_like_itself() -> None:
    city = shipped("district-2015")
    best = {one.source: one for one in reversed(suggest(city, city, most=3))}
    leaves = [item for item in city.root.walk() if not item.items and len(item.title) > 6]
    strangers = [item.code for item in leaves if best[item.code].likeness < 0.99]
    assert strangers == []


@pytest.mark.parametrize(
    ("relation", "differs", "there", "back"),
    [
        (Relation.EQUAL, set(), Reach.FULL, Reach.FULL),
        (Relation.EQUAL, {"period"}, Reach.PARTLY, Reach.PARTLY),
        (Relation.SUPERSET, set(), Reach.FULL, Reach.PARTLY),
        (Relation.SUBSET, set(), Reach.PARTLY, Reach.FULL),
        (Relation.INTERSECTS, set(), Reach.PARTLY, Reach.PARTLY),
    ],
)
def test_how_far_evidence_serves(relation: Relation, differs: set[str], there: Reach, back: Reach) -> None:
    link = Link("A2", "B1", relation, frozenset(differs))
    assert served("A2", [link]) == {"B1": there}
    assert served("B1", [link]) == {"A2": back}


def test_over_several_links_the_weakest_counts() -> None:
    links = [
        Link("A1", "B1", Relation.EQUAL),
        Link("B1", "C1", Relation.SUPERSET),
        Link("C1", "D1", Relation.INTERSECTS),
        Link("A1", "D2", Relation.INTERSECTS),
        Link("D2", "C1", Relation.EQUAL),
    ]
    assert served("A1", links) == {"B1": Reach.FULL, "C1": Reach.FULL, "D2": Reach.FULL, "D1": Reach.PARTLY}
    assert served("Z", links) == {}


@pytest.mark.parametrize("relation", Relation)
def test_what_serves_a_standard_is_what_it_is_served_by(relation: Relation) -> None:
    link = Link("A1", "B1", relation)
    assert serving("A1", [link]).get("B1") == served("B1", [link]).get("A1")
    assert serving("B1", [link]).get("A1") == served("A1", [link]).get("B1")
