"""A chain of entries, each sealed together with the one before it, so that no touched entry goes unseen.

The canonical form is JSON with sorted keys, no blanks and no escapes, in UTF-8, without floating-point numbers: for
these values the same bytes as RFC 8785 (JSON Canonicalization Scheme).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]

SHA256 = "sha256"  # FIPS 180-4
SM3 = "sm3"  # GB/T 32905-2016
ALGORITHMS = (SHA256, SM3)
BEGINNING = ""  # what the first entry of a chain follows


def canonical(value: Json) -> bytes:
    """The one way to write ``value`` down; raises TypeError for a floating-point number or another foreign value."""
    _refuse_foreign(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _refuse_foreign(value: object) -> None:
    match value:
        case None | bool() | int() | str():
            return
        case Mapping():
            if not all(isinstance(key, str) for key in value):
                raise TypeError("the keys of what is sealed are strings")
            inside: Sequence[object] = list(value.values())
        case list() | tuple():
            inside = value
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")
    for one in inside:
        _refuse_foreign(one)


def seal(content: Mapping[str, Json], *, previous: str, algorithm: str) -> str:
    """The digest of an entry that follows the one with the digest ``previous``, as ``algorithm:hexadecimal``."""
    return _digest(canonical({"content": content, "previous": previous}), algorithm)


def commitment(value: Json, *, salt: str, algorithm: str) -> str:
    """What stands in the chain for a value that may have to be forgotten: without ``salt`` nobody can guess it back."""
    return _digest(canonical({"salt": salt, "value": value}), algorithm)


def is_seal_of(digest: str, content: Mapping[str, Json], *, previous: str) -> bool:
    """Whether ``digest`` seals this content after ``previous``, by the algorithm that it names."""
    return _agrees(digest, {"content": content, "previous": previous})


def is_commitment_to(digest: str, value: Json, *, salt: str) -> bool:
    """Whether ``digest`` stands for ``value``."""
    return _agrees(digest, {"salt": salt, "value": value})


def _agrees(digest: str, value: Json) -> bool:
    """Whether the digest is that of the value; what has no canonical form was never sealed."""
    algorithm = digest.partition(":")[0]
    try:
        return algorithm in ALGORITHMS and digest == _digest(canonical(value), algorithm)
    except (TypeError, UnicodeEncodeError):
        return False


def _digest(data: bytes, algorithm: str) -> str:
    if algorithm not in ALGORITHMS:
        raise ValueError(f"{algorithm} is none of {', '.join(ALGORITHMS)}")
    return f"{algorithm}:{hashlib.new(algorithm, data).hexdigest()}"
