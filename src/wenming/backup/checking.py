"""Whether a file is a whole backup of ours: everything in it is read and compared with its manifest."""

import json
from pathlib import Path

from django.utils.translation import gettext as _

from wenming.backup import archive
from wenming.backup.archive import Damaged, Member, Written, finding_damage
from wenming.backup.manifest import FORMAT, Manifest, NotUnderstood, from_json

_LONGEST = 512 * 1024 * 1024  # bytes of a manifest: millions of documents


class CannotRestore(ValueError):
    """The backup cannot be put back; the text is a sentence for the administrator. Nothing was written."""


def check(path: Path) -> Manifest:
    """The manifest of a backup that is whole. Raises CannotRestore."""
    try:
        with finding_damage():
            return _whole(path)
    except (Damaged, NotUnderstood) as error:
        raise _damaged(path, str(error)) from error
    except OSError as error:
        said = {"path": path, "why": error.strerror or str(error)}
        raise CannotRestore(_("无法打开 %(path)s：%(why)s。没有写入任何内容。") % said) from error


def _whole(path: Path) -> Manifest:
    found: dict[str, Written] = {}
    manifest: Manifest | None = None
    for member in archive.members(path):
        if not found:
            _refuse_foreign(member, path)
        if manifest is not None or member.name in found:
            raise Damaged(member.name)
        if member.name == archive.MANIFEST:
            manifest = from_json(member.source.read(_LONGEST))
        else:
            found[member.name] = archive.measured(member.source)
    if not found:
        raise _foreign(path)
    if manifest is None:
        raise Damaged(archive.MANIFEST)
    _compare(manifest, found)
    return manifest


def _refuse_foreign(first: Member, path: Path) -> None:
    if first.name != archive.ABOUT:
        raise _foreign(path)
    try:
        about = json.loads(first.source.read(_LONGEST))
        format_, version = about["format"], about["version"]
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(archive.ABOUT) from error
    if not isinstance(format_, int) or format_ > FORMAT:
        raise newer(path, str(version))
    first.source.seek(0)


def _damaged(path: Path, where: str) -> CannotRestore:
    said = {"path": path, "where": where}
    return CannotRestore(_("%(path)s 已损坏或不完整（%(where)s），没有写入任何内容。请换一份备份。") % said)


def _foreign(path: Path) -> CannotRestore:
    return CannotRestore(_("%(path)s 不是“文明”的备份，没有写入任何内容。") % {"path": path})


def newer(path: Path, version: str) -> CannotRestore:
    """The backup was made by a version of the program that this one does not understand."""
    said = {"path": path, "version": version}
    return CannotRestore(
        _("%(path)s 由另一版本（%(version)s）的“文明”写成，本版读不懂。请先装上那个版本或更新的版本。") % said
    )


def _compare(manifest: Manifest, found: dict[str, Written]) -> None:
    """Everything that the manifest names is there as it says, and nothing else. Raises Damaged."""
    said = {f"{archive.TABLES}{one.label}.jsonl": (one.bytes, one.sha256) for one in manifest.tables}
    said |= {f"{archive.FILES}{one.path}": (one.bytes, one.sha256) for one in manifest.files}
    seen = {name: (one.bytes, one.sha256) for name, one in found.items()}
    lines = {f"{archive.TABLES}{one.label}.jsonl": one.rows for one in manifest.tables}
    allowed = {archive.ABOUT} | ({archive.SECRET} if manifest.has_secret else set())
    for name in sorted({*said, *(seen.keys() - allowed)} | (allowed - seen.keys())):
        if said.get(name) != seen.get(name) or (name in lines and lines[name] != found[name].lines):
            raise Damaged(name)
