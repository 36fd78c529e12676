"""Names from outside, and names of content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.files.naming import LONGEST_NAME, content_name, download_name, sha256_in, shown_name

HASH = "ab" * 32


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("方案.docx", "方案.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\文件\\方案.doc", "方案.doc"),
        ("方案\u202excod.exe", "方案xcod.exe"),
        ("方\u2066案\u2069\ufeff.txt", "方案.txt"),
        ("两\r\n行\t.txt", "两 行 .txt"),
        ("\x00\x1f\x7f.txt", ".txt"),
        ("  方案 .docx ", "方案 .docx"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("坏\ud800的.txt", "坏的.txt"),
        ("", "文件"),
        ("..", "文件"),
        ("/", "文件"),
        ("长" * 300 + ".docx", "长" * 195 + ".docx"),
    ],
)
def test_a_name_from_outside(given_name: str, shown: str) -> None:
    assert shown_name(given_name) == shown


@given(st.text())
def test_any_name_is_fit_for_a_screen(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= LONGEST_NAME
    assert shown_name(shown) == shown
    assert not set(shown) & set("/\\\0\r\n\u202e")
    assert shown.encode()


@pytest.mark.parametrize(
    ("name", "sha256"),
    [
        (content_name("plans", HASH), HASH),
        (f"plans/ab/{HASH}.docx", HASH),
        (f"plans/ab/{HASH[:-1]}", ""),
        (f"plans/ab/{HASH.upper()}", ""),
        (f"{HASH}/方案.txt", ""),
        ("", ""),
    ],
)
def test_the_hash_in_a_name(name: str, sha256: str) -> None:
    assert sha256_in(name) == sha256


def test_content_has_its_place_by_its_hash() -> None:
    assert content_name("plans", HASH) == f"plans/ab/{HASH}"


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert download_name('责任分解表：按单位/"甲"', ".xlsx") == "责任分解表：按单位 甲 .xlsx"
    assert len(download_name("长" * 300, ".xlsx")) == LONGEST_NAME
