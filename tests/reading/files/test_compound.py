import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.files.making import compound
from wenming.reading.files.compound import Compound, Stream
from wenming.reading.model import UnreadableDocument

FILE = compound(First=b"a" * 5000, Second=b"b" * 4096)


def test_streams_by_name() -> None:
    file = Compound(FILE)
    assert {"First": Stream(2, 5120), "Second": Stream(12, 4096)}.items() <= file.streams.items()
    assert file.head(file.streams["First"], 600) == b"a" * 600
    assert file.head(file.streams["Second"], 3) == b"bbb"


def changed(place: int, number: int) -> bytes:
    """The file with one number of its table of sectors (which follows the header) set."""
    return FILE[: 512 + 4 * place] + struct.pack("<I", number) + FILE[512 + 4 * place + 4 :]


DAMAGED = [
    pytest.param(FILE[:600], id="cut in the table"),
    pytest.param(FILE[:3000], id="cut in a stream"),
    pytest.param(changed(5, 4), id="a ring"),
    pytest.param(changed(5, 77_777), id="a sector beyond the file"),
    pytest.param(changed(5, 0xFFFFFFFF), id="a free sector in a chain"),
    pytest.param(changed(4, 0xFFFFFFFE), id="a chain that ends too soon"),
    pytest.param(changed(1, 1), id="a directory without end"),
    pytest.param(FILE[:30] + b"\x0c" + FILE[31:], id="sectors of another size"),
    pytest.param(FILE[:20], id="half a header"),
]


@pytest.mark.parametrize("data", DAMAGED)
def test_damage_is_found(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="file_damaged"):
        file = Compound(data)
        file.head(file.streams["First"], 600)


@given(st.integers(0, len(FILE) - 5), st.binary(min_size=4, max_size=4))
def test_no_damage_ends_in_anything_else(at: int, piece: bytes) -> None:
    try:
        file = Compound(FILE[:at] + piece + FILE[at + 4 :])
        for stream in file.streams.values():
            file.head(stream, 600)
    except UnreadableDocument as refusal:
        assert refusal.code == "file_damaged"
