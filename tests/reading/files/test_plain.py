import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.files.plain import decode, encoding_of
from wenming.reading.model import UnreadableDocument

SIMPLIFIED = "一、总体要求\r\n推动城市环境、公共秩序持续提升，每季度调度一次。\n（责任单位：县住建局）\n"
TRADITIONAL = "一、總體要求\n推動城市環境、公共秩序持續提升，每季度調度一次。（責任單位：縣住建局）\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED + "㐀镕", "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gbk"),
        ("Plan A\n" * 3, "ascii"),
        ("镇长：张堃、李喆、王鑫淼、赵旻昊。\n", "gbk"),
    ],
)
def test_every_encoding_as_it_stands(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_the_mark_of_utf_8_is_a_character_of_the_file() -> None:
    data = SIMPLIFIED.encode("utf-8-sig")
    assert encoding_of(data) == "utf-8-sig"
    assert decode(data) == data.decode("utf-8") == "\ufeff" + SIMPLIFIED


def test_a_big_endian_mark() -> None:
    assert decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")) == SIMPLIFIED


def test_a_few_damaged_bytes() -> None:
    data = (SIMPLIFIED * 20).encode()
    text = decode(data[:100] + b"\xff" + data[100:-1])
    assert encoding_of(data[:100] + b"\xff" + data[100:]) == "utf-8"
    assert text.count("\ufffd") in {2, 3, 4}
    assert text.startswith(SIMPLIFIED[:20])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MZ\x90\0\x03\0\0\0\x04" * 50, "file_binary"),
        (bytes(range(256)) * 20, "file_binary"),
        ("青石\0县".encode(), "file_binary"),
        (b"\xff\xfe", "file_empty"),
        (b"\xef\xbb\xbf \n", "file_empty"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_comes_back(text: str) -> None:
    try:
        assert decode(text.encode()) == text
    except UnreadableDocument as refusal:
        assert refusal.code == "file_empty" or "\ufffd" in text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableDocument as refusal:
        assert refusal.code in {"file_binary", "file_empty"}
    else:
        assert text.encode()
        assert "\0" not in text


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xff" * 200, bytes(range(128, 256)) * 40, b"\xff\xfe\x01\x02\x03\x04" * 90]
)
def test_bytes_that_are_no_text_in_any_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        decode(data)
    assert refused.value.code == "file_binary"
