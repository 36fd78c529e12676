"""What the files of a filing are called."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.filing.naming import circled, file_stem, folder, safe, told_apart


def test_folders_and_files_bear_the_framework_s_codes() -> None:
    assert folder(12, "Ⅱ-1-1)", "学校有心理辅导室：每校一间") == "012 Ⅱ-1-1) 学校有心理辅导室：每校一间"
    assert folder(1, "", "") == "001 材料"
    assert file_stem("", 1, 21, "照片") == "材料-1)-(21) 照片"
    assert circled(20) == "⑳"


def test_no_name_leads_out_of_the_folder_or_is_one_that_windows_keeps() -> None:
    assert safe("../../etc/passwd") == "etc passwd"
    assert safe("CON") == "材料CON"
    assert safe("a\x00b\n") == "a b"
    assert safe("a\u202egpj.exe\u200b") == "agpj.exe"  # what is written from right to left would hide the suffix
    assert len(safe("长" * 300)) == 60


def test_no_name_is_too_long_for_a_computer_that_counts_bytes() -> None:
    assert all(len(name.encode()) <= 200 for name in (folder(1, "Ⅱ", "学" * 99), file_stem("Ⅱ", 1, 1, "学" * 99)))
    assert file_stem("Ⅱ", 1, 1, "学" * 99).endswith("学")


def test_names_that_are_the_same_are_told_apart_whatever_the_case() -> None:
    names = ["甲.jpg", "乙.jpg", "甲.JPG", "甲.jpg", "无后缀", "无后缀"]
    assert told_apart(names) == ["甲.jpg", "乙.jpg", "甲 2.JPG", "甲 3.jpg", "无后缀", "无后缀 2"]


@given(st.lists(st.text(max_size=20)))
def test_no_two_files_have_one_name(names: list[str]) -> None:
    told = [one.casefold() for one in told_apart(map(safe, names))]
    assert len(set(told)) == len(names)
    assert all(not set(one) & set('\\/:*?"<>|\0') for one in told)
