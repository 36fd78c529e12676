"""What a backup says of itself."""

import pytest

from wenming.backup.manifest import FORMAT, FileEntry, Head, Manifest, NotUnderstood, TableEntry, from_json, to_json

MANIFEST = Manifest(
    format=FORMAT,
    version="1.0",
    made_at="2026-11-22T04:00:00+00:00",
    vendor="sqlite",
    migrations=(("places", "0001_initial"),),
    tables=(TableEntry("places.area", ("id", "name"), 2, 30, "0" * 64, 7),),
    files=(FileEntry("plans/3f/方案.docx", 12, "1" * 64),),
    missing=(),
    gone=("plans/00/gone.docx",),
    head=Head(3, "sha256:0"),
    has_secret=False,
)


def test_it_comes_back_as_it_was() -> None:
    assert from_json(to_json(MANIFEST)) == MANIFEST
    assert (MANIFEST.rows, MANIFEST.bytes) == (2, 42)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b"\xff",
        b'{"tables": 1}',
        b"[" * 100_000,
        to_json(MANIFEST).replace(b'"rows": 2', b'"rows": "2"'),
    ],
)
def test_what_is_none_is_not_understood(data: bytes) -> None:
    with pytest.raises(NotUnderstood):
        from_json(data)
