"""What an amended document changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import grows_in_step
from wenming.rules.amendment import Difference, Fate, Item, Words, bare, changed_words, compare, likeness

LAMPS = "逐巷登记不亮的路灯，8月底前全部修复，此后每季度夜查一次。"
LAMPS_AMENDED = "逐巷登记不亮的路灯，8月31日前全部修复，此后每月夜查一次。"
TOILETS = "公共厕所每天打扫不少于4次，纸和洗手液不断。"
SCHOOL = "每半年开办一次家长课堂，时间由家长定。"


def item(key: int, title: str, text: str, *path: str, **facts: tuple[str, ...]) -> Item:
    return Item(key, title, f"{title}。{text}", path, tuple(facts.items()))


def fates(old: list[Item], new: list[Item]) -> list[tuple[int | None, int | None, str]]:
    return [
        (pair.old.key if pair.old else None, pair.new.key if pair.new else None, pair.fate.value)
        for pair in compare(old, new)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.修好路灯", "修好路灯"),
        ("（三） 修好 路灯", "修好路灯"),
        ("三、修好路灯", "修好路灯"),
        ("①修好路灯", "修好路灯"),
        ("2.1 修好路灯", "修好路灯"),
        ("一是修好路灯", "修好路灯"),
        ("2026年修好路灯", "2026年修好路灯"),
        ("3个月修好路灯", "3个月修好路灯"),
        ("95%以上", "95%以上"),
        ("三里屯修好路灯", "三里屯修好路灯"),
        ("", ""),
    ],
)
def test_numbers_before_the_words_do_not_count(text: str, words: str) -> None:
    assert bare(text) == words


def test_a_dropped_item_renumbers_the_rest_and_changes_none() -> None:
    old = [item(1, "1.修好路灯", LAMPS), item(2, "2.管好厕所", TOILETS), item(3, "3.家长课堂", SCHOOL)]
    new = [item(11, "1.修好路灯", LAMPS), item(13, "2.家长课堂", SCHOOL)]
    assert fates(old, new) == [(1, 11, "unchanged"), (2, None, "dropped"), (3, 13, "unchanged")]


def test_an_added_item_stands_where_it_was_put() -> None:
    old = [item(1, "修好路灯", LAMPS), item(3, "家长课堂", SCHOOL)]
    new = [item(11, "修好路灯", LAMPS), item(12, "管好厕所", TOILETS), item(13, "家长课堂", SCHOOL)]
    assert fates(old, new) == [(1, 11, "unchanged"), (None, 12, "added"), (3, 13, "unchanged")]


def test_a_reworded_item_is_still_itself_under_a_new_title() -> None:
    old = [item(1, "修好路灯", LAMPS), item(2, "管好厕所", TOILETS)]
    new = [item(12, "管好厕所", TOILETS), item(11, "让小巷亮起来", LAMPS_AMENDED)]
    assert fates(old, new) == [(2, 12, "unchanged"), (1, 11, "changed")]


def test_the_same_title_keeps_an_item_that_was_rewritten() -> None:
    old = [item(1, "改造老旧小区", "年底前完成12个小区改造，先修屋顶，再整治外墙。")]
    new = [item(11, "改造老旧小区", "改什么由业主商定；没有商定的，先修漏水和电线，整治外墙放在最后。")]
    assert fates(old, new) == [(1, 11, "changed")]


def test_the_same_title_over_another_matter_is_another_item() -> None:
    old = [item(1, "其他", "每年公布一次经费账目。")]
    new = [item(11, "其他", TOILETS)]
    assert fates(old, new) == [(1, None, "dropped"), (None, 11, "added")]


def test_twins_pair_in_their_order() -> None:
    old = [item(1, "检查", "每月一次。"), item(2, "检查", "每月一次。")]
    new = [item(11, "检查", "每月一次。"), item(12, "检查", "每月一次。")]
    assert fates(old, new) == [(1, 11, "unchanged"), (2, 12, "unchanged")]


def test_it_says_which_fields_differ() -> None:
    old = item(1, "修好路灯", LAMPS, lead=("县城管局",), frequency=("每季度不少于1次",), due=("8月底前",))
    new = item(11, "修好路灯", LAMPS, lead=("县城管局",), frequency=("每月不少于1次",), coverage=("全部街巷",))
    (pair,) = compare([old], [new])
    assert (pair.fate, pair.is_reworded) == (Fate.CHANGED, False)
    assert pair.differences == (
        Difference("frequency", ("每季度不少于1次",), ("每月不少于1次",)),
        Difference("due", ("8月底前",), ()),
        Difference("coverage", (), ("全部街巷",)),
    )


def test_the_order_of_units_within_a_role_is_no_difference() -> None:
    old = item(1, "修好路灯", LAMPS, responsible=("甲局", "乙局"))
    assert compare([old], [item(11, "修好路灯", LAMPS, responsible=("乙局", "甲局"))])[0].fate is Fate.UNCHANGED


def test_standing_under_other_headings_is_moving_not_changing() -> None:
    (pair,) = compare([item(1, "修好路灯", LAMPS, "一、街巷")], [item(11, "修好路灯", LAMPS, "二、民生")])
    assert (pair.fate, pair.is_moved) == (Fate.UNCHANGED, True)
    (pair,) = compare([item(1, "修好路灯", LAMPS, "一、街巷")], [item(11, "修好路灯", LAMPS, "二、街巷")])
    assert not pair.is_moved


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("新增600个车位", "新增800个车位", ["600"], ["800"]),
        ("每季度夜查", "每月夜查", ["季度"], ["月"]),
        ("不变", "不变", [], []),
        ("", "全新", [], ["全新"]),
        ("达到95%以上", "达到98%以上", ["95%"], ["98%"]),
    ],
)
def test_changed_words_are_found(old: str, new: str, gone: list[str], come: list[str]) -> None:
    left, right = changed_words(old, new)
    assert [words.text for words in left if words.is_changed] == gone
    assert [words.text for words in right if words.is_changed] == come


def test_a_stray_character_between_changes_is_read_with_them() -> None:
    left, _right = changed_words("甲乙丙", "丁乙戊")
    assert left == [Words("甲乙丙", True)]


def test_very_long_texts_are_compared_by_sentence() -> None:
    old = "".join(f"第{number}条照旧办理。" for number in range(1_000))
    new = old.replace("第500条照旧办理。", "第500条另行办理。")
    left, right = changed_words(old, new)
    assert [words.text for words in right if words.is_changed] == ["第500条另行办理。"]
    assert "".join(words.text for words in left) == old


TEXTS = st.lists(st.text(alphabet="甲乙丙丁一二三，。1 ", max_size=12), max_size=8)


@given(TEXTS, TEXTS)
def test_every_item_appears_once(old_texts: list[str], new_texts: list[str]) -> None:
    old = [Item(key, "", text) for key, text in enumerate(old_texts)]
    new = [Item(key, "", text) for key, text in enumerate(new_texts)]
    pairs = compare(old, new)
    assert sorted(pair.old.key for pair in pairs if pair.old) == list(range(len(old)))
    assert [pair.new.key for pair in pairs if pair.new] == list(range(len(new)))
    for pair in pairs:
        assert (pair.old is None, pair.new is None) == (pair.fate is Fate.ADDED, pair.fate is Fate.DROPPED)


@given(TEXTS)
def test_nothing_changed_where_nothing_was_changed(texts: list[str]) -> None:
    items = [Item(key, "", text) for key, text in enumerate(texts)]
    assert {pair.fate for pair in compare(items, items)} <= {Fate.UNCHANGED}


@given(st.text(max_size=30), st.text(max_size=30))
def test_both_texts_stay_whole(old: str, new: str) -> None:
    left, right = changed_words(old, new)
    assert "".join(words.text for words in left) == old
    assert "".join(words.text for words in right) == new


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_mutual_and_between_none_and_all(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1


def _compare_reworded(size: int) -> None:
    """Two versions in which every item was reworded and retitled."""
    old = [Item(key, f"第{key}项", f"在{key}号街巷每月检查{key % 7}次，{key % 5}天内修复。") for key in range(size)]
    new = [Item(key, f"事项{key}", f"在{key}号街巷每月检查{key % 7 + 1}次，{key % 5}天内修复。") for key in range(size)]
    compare(old, new)


def test_comparing_grows_in_step_with_the_number_of_items() -> None:
    assert grows_in_step(_compare_reworded, 100)
