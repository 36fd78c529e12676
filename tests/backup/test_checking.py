"""A file that is no whole backup is refused in one sentence."""

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.backup.archives import members_of, packed, rewritten
from wenming.backup.checking import CannotRestore, check
from wenming.backup.manifest import FORMAT

Damage = Callable[[Path, Path], object]


def link(name: str, to: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, to
    return info


def endless(name: str, **about: object) -> tarfile.TarInfo:
    """A member that says to be larger than it is."""
    info = tarfile.TarInfo(name)
    for field, value in about.items():
        setattr(info, field, value)
    return info


def with_member(name: str, content: bytes | tarfile.TarInfo) -> Damage:
    def damage(source: Path, path: Path) -> None:
        members: dict[str, Any] = members_of(source)
        manifest = members.pop("manifest.json")
        packed(path, {**members, name: content, "manifest.json": manifest})

    return damage


def without(name: str) -> Damage:
    def damage(source: Path, path: Path) -> None:
        packed(path, {key: data for key, data in members_of(source).items() if key != name})

    return damage


def changed(name: str) -> Damage:
    """One byte of a member, with the checksums of tar and gzip made right."""

    def damage(source: Path, path: Path) -> None:
        members = members_of(source)
        members[name] = members[name][:-2] + bytes([members[name][-2] ^ 1]) + members[name][-1:]
        packed(path, members)

    return damage


def moved_manifest(source: Path, path: Path) -> None:
    members = members_of(source)
    about = members.pop("wenming-backup.json")
    packed(path, {"wenming-backup.json": about, "manifest.json": members.pop("manifest.json"), **members})


def manifest_that_lies(change: Callable[[dict[str, Any]], object]) -> Damage:
    return lambda source, path: rewritten(source, path, manifest=lambda said: (change(said), None)[1])


def text(_source: Path, path: Path) -> None:
    path.write_text("备份")


def archive_of_others(_source: Path, path: Path) -> None:
    packed(path, {"photo.jpg": b"x" * 100})


def zip_of_others(_source: Path, path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a", "b")


def empty(_source: Path, path: Path) -> None:
    path.write_bytes(b"")


def newer(source: Path, path: Path) -> None:
    about = {"format": FORMAT + 1, "version": "9.9", "made_at": "2030-01-01T00:00:00+00:00"}
    packed(path, {**members_of(source), "wenming-backup.json": json.dumps(about).encode()})


DAMAGES: dict[str, tuple[Damage, str]] = {
    "text": (text, "损坏"),
    "empty": (empty, "损坏"),
    "another archive": (archive_of_others, "不是“文明”的备份"),
    "a zip": (zip_of_others, "损坏"),
    "newer": (newer, "另一版本（9.9）"),
    "a way up": (with_member("files/../../etc/cron.d/x", b"x"), "损坏"),
    "a way from the root": (with_member("/etc/cron.d/x", b"x"), "损坏"),
    "a way of Windows": (with_member("files\\..\\x", b"x"), "损坏"),
    "a link": (with_member("files/link", link("files/link", "/etc/passwd")), "损坏"),
    "a size beyond all files": (with_member("files/x", endless("files/x", size=2**80)), "损坏"),
    "a file full of holes": (with_member("files/x", endless("files/x", type=tarfile.GNUTYPE_SPARSE)), "损坏"),
    "one more table": (with_member("tables/places.more.jsonl", b"[1]\n"), "places.more"),
    "one more file": (with_member("files/more.docx", b"x"), "more.docx"),
    "a key that was not asked for": (with_member("secret-key", b"x"), "secret-key"),
    "no table of units": (without("tables/places.unit.jsonl"), "places.unit"),
    "no manifest": (without("manifest.json"), "manifest.json"),
    "a changed row": (changed("tables/places.unit.jsonl"), "places.unit"),
    "the manifest not at the end": (moved_manifest, "损坏"),
    "no list of tables": (manifest_that_lies(lambda said: said.pop("tables")), "损坏"),
    "tables that are none": (manifest_that_lies(lambda said: said.update(tables=[{"label": 1}])), "损坏"),
    "another count": (manifest_that_lies(lambda said: said["tables"][5].update(rows=7)), "损坏"),
    "something unknown": (manifest_that_lies(lambda said: said.update(more=1)), "损坏"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_wrong_is_said_in_a_sentence(backup: Path, tmp_path: Path, name: str) -> None:
    damage, said = DAMAGES[name]
    path = tmp_path / "bad.tar.gz"
    damage(backup, path)
    with pytest.raises(CannotRestore, match=said) as refusal:
        check(path)
    assert "\n" not in str(refusal.value)


def test_a_way_out_is_written_nowhere(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "deep/er/bad.tar.gz"
    path.parent.mkdir(parents=True)
    with_member("files/../../out.txt", b"x")(backup, path)
    with pytest.raises(CannotRestore):
        check(path)
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == ["bad.tar.gz"]


def test_a_file_cut_short_is_never_whole(backup: Path, tmp_path: Path) -> None:
    data, path = backup.read_bytes(), tmp_path / "short.tar.gz"
    for length in [*range(1, len(data), len(data) // 12), len(data) - 9, len(data) - 1]:
        path.write_bytes(data[:length])
        with pytest.raises(CannotRestore):
            check(path)


def test_a_bit_that_fell_over_is_found(backup: Path, tmp_path: Path) -> None:
    data, path = backup.read_bytes(), tmp_path / "bit.tar.gz"
    for place in range(40, len(data), len(data) // 12):
        path.write_bytes(data[:place] + bytes([data[place] ^ 16]) + data[place + 1 :])
        with pytest.raises(CannotRestore):
            check(path)


@pytest.mark.parametrize("path", ["/nowhere/x.tar.gz", "/"])
def test_a_file_that_cannot_be_opened(path: str) -> None:
    with pytest.raises(CannotRestore, match="无法打开"):
        check(Path(path))


def test_a_backup_is_plain_to_any_reader(backup: Path) -> None:
    members = members_of(backup)
    manifest = json.loads(members["manifest.json"])
    for table in manifest["tables"]:
        rows = [json.loads(line) for line in io.BytesIO(members[f"tables/{table['label']}.jsonl"])]
        assert (len(rows), {len(row) for row in rows} <= {len(table["columns"])}) == (table["rows"], True)
