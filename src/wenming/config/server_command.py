"""``wenming serve``, ``demo``, ``audit``, ``backup``, ``restore``, ``doctor``, ``manage``: what needs Django."""

import argparse
from collections.abc import Sequence

from django.core.management import ManagementUtility

from wenming.config import demo, serve

TYPED = {"audit", "backup", "restore", "doctor"}  # Django's commands, but such as administrators type


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    if arguments[:1] == ["manage"]:  # before argparse sees options that are Django's
        ManagementUtility(["wenming manage", *arguments[1:]]).execute()
        return 0
    if arguments[0] in TYPED:
        ManagementUtility(["wenming", *arguments]).execute()
        return 0
    options = _parser().parse_args(arguments)
    status: int = options.command(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wenming")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _serving(commands.add_parser("serve", help="run the product"), lambda o: serve.serve(o.host, o.port))
    _serving(commands.add_parser("demo", help="run it with a sample county"), lambda o: demo.demo(o.host, o.port))
    return parser


def _serving(parser: argparse.ArgumentParser, command: object) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this computer only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(command=command)
