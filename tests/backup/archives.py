"""Backups changed by hand, with every checksum made right again."""

import gzip
import hashlib
import json
import tarfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

Change = Callable[[dict[str, Any]], None]


def members_of(path: Path) -> dict[str, bytes]:
    """What is in it, unpacked by Python's own means."""
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def packed(path: Path, members: Mapping[str, bytes | tarfile.TarInfo]) -> Path:
    """A file with these members; a TarInfo stands for one that is no file."""
    with gzip.open(path, "wb", compresslevel=1) as file, tarfile.open(fileobj=file, mode="w|") as tar:
        for name, content in members.items():
            if isinstance(content, tarfile.TarInfo):
                tar.addfile(content)
            else:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, BytesIO(content))
    return path


def rewritten(
    source: Path,
    path: Path,
    *,
    manifest: Change = lambda _said: None,
    rows: Mapping[str, Callable[[bytes], bytes]] | None = None,
) -> Path:
    """The backup with its manifest, or the first row of some tables, changed."""
    members = members_of(source)
    said = json.loads(members["manifest.json"])
    for label, change in (rows or {}).items():
        first, rest = members[f"tables/{label}.jsonl"].split(b"\n", 1)
        data = change(first + b"\n") + rest
        members[f"tables/{label}.jsonl"] = data
        entry = next(one for one in said["tables"] if one["label"] == label)
        entry |= {"bytes": len(data), "rows": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
    manifest(said)
    return packed(path, {**members, "manifest.json": json.dumps(said).encode()})
