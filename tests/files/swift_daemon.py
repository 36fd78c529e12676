"""One daemon of OpenStack Swift, run by Debian's own Python; all it reads and writes is in the folder that is given.

/usr/bin/python3 swift_daemon.py FOLDER rings PORT PORT PORT
/usr/bin/python3 swift_daemon.py FOLDER account|container|object|proxy
"""

import sys
from pathlib import Path

from swift.common import utils

KINDS = ("account", "container", "object")


def make_rings(folder: Path, ports: list[str]) -> None:
    """Where things lie: on the one device of the one server of each kind."""
    from swift.common.ring import RingBuilder  # noqa: PLC0415  # needs the folder to be known

    for kind, port in zip(KINDS, ports, strict=True):
        builder = RingBuilder(2, 1, 0)
        where = {"ip": "127.0.0.1", "port": int(port), "replication_ip": "127.0.0.1", "replication_port": int(port)}
        builder.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1, "device": "disk", "meta": "", **where})
        builder.rebalance()
        builder.get_ring().save(str(folder / f"{kind}.ring.gz"))


def main() -> int:
    """Do what the arguments say."""
    folder, kind, *ports = sys.argv[1:]
    utils.set_swift_dir(folder)  # instead of /etc/swift
    if kind == "rings":
        make_rings(Path(folder), ports)
        return 0
    from swift.common.wsgi import run_wsgi  # noqa: PLC0415  # needs the folder to be known

    status: int = run_wsgi(str(Path(folder) / f"{kind}-server.conf"), f"{kind}-server", verbose=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
