import zipfile

import pytest

from tests.reading.files.making import package
from wenming.reading.files.package import Package, parse_xml
from wenming.reading.files.unpacking import LARGEST_PART, MOST_MEMBERS
from wenming.reading.model import UnreadableDocument

MEGABYTE = 1_000_000


def test_members() -> None:
    opened = Package(package({"a.xml": "<a/>", "b/c.xml": "<c/>"}))
    assert opened.has("a.xml")
    assert not opened.has("c.xml")
    assert opened.size("a.xml") == 4
    assert opened.read("b/c.xml") == b"<c/>"
    assert opened.parse("a.xml", ((b"<a", b"<z"),)).tag == "z"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        pytest.param({"a.xml": b" " * (LARGEST_PART + 1)}, "file_bomb", id="a part too large"),
        pytest.param({"a.xml": b"0" * (20 * MEGABYTE)}, "file_bomb", id="packed a thousand to one"),
        pytest.param({f"m{n}": b"" for n in range(MOST_MEMBERS + 1)}, "file_bomb", id="too many members"),
    ],
)
def test_bombs(members: dict[str, bytes], code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        Package(package(members))


def test_a_size_that_lies() -> None:
    data = package({"a.xml": b"<a>" + b"0" * MEGABYTE + b"</a>"})
    true, false = MEGABYTE.__add__(7).to_bytes(4, "little"), (9).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        Package(data.replace(true, false)).read("a.xml")


def test_an_unusual_packing() -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        Package(_packed(zipfile.ZIP_LZMA)).read("a.xml")


def _packed(method: int) -> bytes:
    data = bytearray(package({"a.xml": b"<a/>"}, packed=False))
    for start, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(start) + offset] = method
    return bytes(data)


def test_a_locked_member() -> None:
    data = bytearray(package({"a.xml": b"<a/>"}))
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(start) + offset] |= 1
    with pytest.raises(UnreadableDocument, match="file_locked"):
        Package(bytes(data))


def test_names_that_climb_out_are_only_names() -> None:
    opened = Package(package({"../../etc/passwd": b"x", "/a.xml": b"<a/>"}))
    assert opened.read("../../etc/passwd") == b"x"
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        opened.read("etc/passwd")


LAUGHS = "".join(f"<!ENTITY a{n} '{_ten}'>" for n in range(1, 10) for _ten in [f"&a{n - 1};" * 10])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("<a><b></a>", "file_damaged", id="malformed"),
        pytest.param("", "file_damaged", id="empty"),
        pytest.param("<a>" * 5000, "file_damaged", id="deep"),
        pytest.param('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "file_entities", id="XXE"),
        pytest.param(" " * 5000 + "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "file_entities", id="further down"),
        pytest.param('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', "file_entities", id="outside type"),
        pytest.param(f'<!DOCTYPE a [<!ENTITY a0 "ha">{LAUGHS}]><a>&a9;</a>', "file_entities",
                     id="billion laughs"),
        pytest.param(f'<!DOCTYPE a [<!ENTITY a0 "ha">{LAUGHS}]><a b="&a9;"/>', "file_entities",
                     id="laughs in an attribute"),
    ],
)  # fmt: skip
def test_xml_that_is_refused(content: str, code: str) -> None:
    with pytest.raises(UnreadableDocument, match=code):
        parse_xml(content.encode())
