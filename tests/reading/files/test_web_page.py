import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.files.web_page import parse, read_web_page
from wenming.reading.model import UnreadableDocument

TEXT = "推动城市环境、公共秩序持续提升，每季度调度一次。"
TRADITIONAL = "推動城市環境持續提升，每季度調度一次。"


@pytest.mark.parametrize(
    ("meta", "encoding", "text"),
    [
        ('<meta charset="utf-8">', "utf-8", TEXT),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gbk", TEXT),
        ('<meta charset="gb2312">', "utf-8", TEXT),
        ('<meta charset="utf-8">', "gbk", TEXT),
        ('<meta charset="big5">', "big5", TRADITIONAL),
        ('<meta charset="rot13">', "utf-8", TEXT),
        ("", "gbk", TEXT),
        ("", "utf-8-sig", TEXT),
        ("", "utf-16", TEXT),
    ],
)
def test_the_encoding_of_a_page(meta: str, encoding: str, text: str) -> None:
    assert read_web_page(f"<html><head>{meta}</head><body><p>{text}</p></body></html>".encode(encoding)) == text


def test_entities() -> None:
    assert read_web_page(b"<html><p>A&amp;B &lt;C&gt; &#25991;&bogus;") == "A&B <C> 文&bogus;"


@pytest.mark.parametrize("markup", ["<div>" * 100_000, "<font>文" * 100_000, "<table><tr><td>" * 50_000])
def test_nesting_without_end(markup: str) -> None:
    with pytest.raises(UnreadableDocument, match="file_demanding"):
        parse(f"<html><body>{markup}")


def test_nesting_of_careless_pages() -> None:
    assert read_web_page(b"<html><body>" + b"<font>" * 1500 + b"<p>deep</p>") == "deep"


def test_nothing_is_fetched() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>&x;<p>only this</p></body></html>'
    assert read_web_page(page).endswith("only this")
    assert "root" not in read_web_page(page)


@given(st.text(max_size=300))
def test_any_markup_gives_a_text(markup: str) -> None:
    assert "\0" not in read_web_page(markup.encode(errors="replace"))
