"""Fails unless the lock files name only the public registries, so that everybody can install from them."""

import re
import sys
from pathlib import Path

ALLOWED = re.compile(r"https://(pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org)/")
LOCKS = ("uv.lock", "assets/package-lock.json", "tools/uv.txt")


def strange_addresses(text: str) -> list[str]:
    """Addresses of packages in a lock file that lead elsewhere."""
    found = re.findall(r'(?:registry = |url = |"resolved": )"([^"]+)"', text)
    return [address for address in found if not ALLOWED.match(address.rstrip("/") + "/")]


def main() -> int:
    """1 when a lock file names another host, with the file and the host."""
    wrong = [(lock, address) for lock in LOCKS for address in strange_addresses(Path(lock).read_text(encoding="utf-8"))]
    for lock, address in wrong:
        print(f"{lock} names {address}; lock again with the public registries only", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
